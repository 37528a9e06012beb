import CaseModel
import Playbook

/// The events of a case, one an hour from 1970-01-01T00:00Z on, at positions from 1.
struct Story {
    private(set) var steps: [CaseStep] = []

    /// A live case with one mention, which stands at position 2.
    static func live() -> Story { Story().then(opened(.live)).then(mention(live: true)) }

    /// A case of imported history with one mention, which stands at position 2.
    static func imported() -> Story {
        Story().then(opened(.imported), by: .imported).then(mention(live: false), by: .imported)
    }

    /// What happens next.
    func then(_ event: Event, by actor: Actor.Kind = .human, because override: Bool = false) -> Story {
        let number = Int64(steps.count) + 1
        return then(event, hour: number - 1, by: actor, because: override)
    }

    /// What is recorded next, though it happened at another hour.
    func then(_ event: Event, hour: Int64, by actor: Actor.Kind = .human, because override: Bool = false) -> Story {
        var story = self
        story.steps.append(
            CaseStep(
                event, at: Position(Int64(steps.count) + 1), occurredAt: Self.hour(hour), actor: actor,
                isOverride: override))
        return story
    }

    func judged(now: Int64 = 1000, due: Int64? = nil) -> CaseConformance {
        ConformanceCheck(now: Self.hour(now)) { question in
            due.map { Timestamp(microseconds: question.startedAt.microseconds + $0 * 3_600_000_000) }
        }.judge(steps)
    }

    /// What became of one constraint, and the positions of each violation.
    func judged(
        _ id: String, now: Int64 = 1000, due: Int64? = nil
    ) -> (counts: ConformanceCounts, violations: [[Int64]]) {
        guard let finding = judged(now: now, due: due).findings.first(where: { $0.constraint.id == id }) else {
            return (ConformanceCounts(), [[-1]])
        }
        return (finding.counts, finding.violations.map { $0.positions.map(\.rawValue) })
    }

    static func hour(_ number: Int64) -> Timestamp { Timestamp(seconds: number * 3600) }

    // MARK: Events

    static let key = SourceKey(high: 1, low: 1)
    static let channel = Channel("twitter")

    static func opened(_ origin: Origin) -> Event {
        .caseOpened(
            CaseOpened(
                number: CaseNumber(1), tracking: "AAAA", person: PersonNumber(1), channel: channel, root: key,
                origin: origin))
    }

    static func mention(live: Bool) -> Event {
        .mentionCaptured(
            MentionCaptured(
                key: key, parent: nil, edit: nil, channel: channel, brand: nil, visibility: .isPublic, kind: .post,
                language: nil, reach: nil, isLive: live))
    }

    static func judgedAs(
        _ polarity: Polarity, severity: Severity? = nil, by method: ClassificationMethod = .human
    ) -> Event {
        .mentionClassified(
            MentionClassified(
                mention: key,
                label: Label(
                    polarity: polarity, targets: polarity == .complaint ? .brand : [], severity: severity,
                    method: method)))
    }

    static func reply(_ visibility: Visibility = .isPublic, for purpose: ReplyPurpose? = .engage) -> Event {
        .replySent(
            ReplySent(
                key: nil, parent: nil, channel: channel, brand: nil, visibility: visibility, purpose: purpose,
                language: nil))
    }

    static func forecast(_ forecast: Forecast) -> Event {
        .outcomeForecast(OutcomeForecast(forecast: forecast, basis: nil))
    }

    static func resolved(_ outcome: Outcome) -> Event {
        .caseResolved(CaseResolved(outcome: outcome, solved: .yes, issues: [], confirmedBy: .agent))
    }

    static func dismissed(_ ground: DismissalGround) -> Event { .caseDismissed(CaseDismissed(ground: ground)) }

    static func moved(to visibility: Visibility) -> Event {
        .conversationMoved(
            ConversationMoved(from: visibility == .isPublic ? .isPrivate : .isPublic, to: visibility, consent: false))
    }

    static let investigated = Event.authorInvestigated(AuthorInvestigated(sources: [.ownHistory]))
    static let assessed = Event.complaintAssessed(ComplaintAssessed(founded: true, grounds: [], signals: []))
    static let problem = Event.problemIdentified(ProblemIdentified(cause: "delay", product: nil, severity: nil))
    static let plan = Event.planExplained(PlanExplained(by: nil))
    static let guidance = Event.guidanceGiven(GuidanceGiven(followUpAt: nil))
    static let lookedAgain = Event.followUpDone(FollowUpDone(followUp: 1, finding: .quiet))
    static let reopened = Event.caseReopened(CaseReopened(trigger: .mention, episode: 2))
    static let closed = Event.caseClosed(CaseClosed())
    static let acknowledged = Event.complaintAcknowledged(ComplaintAcknowledged())
    static let urgent = Event.prioritySet(PrioritySet(priority: .urgent))
}
