package import CaseModel

/// One event of a case as conformance looks at it.
package struct CaseStep: Hashable, Sendable {
    /// What the event says as it holds, so corrected where it was corrected.
    package var event: Event
    /// What it said before each of its corrections, the first one first.
    package var former: [Former] = []
    /// When it was recorded; much later than it happened, as a rule, where somebody caught up on their notes.
    package var recordedAt: Timestamp
    package var position: Position
    package var occurredAt: Timestamp
    /// Who or what recorded it.
    package var actor: Actor.Kind
    /// The rule that advised it, where one did.
    package var rule: String?
    /// Whether a reason was given for going against the rule.
    package var isOverride: Bool

    /// What an event said until it was corrected.
    package struct Former: Hashable, Sendable {
        package var event: Event
        /// The correction.
        package var until: Position
        /// When the correction was recorded.
        package var untilTime: Timestamp

        package init(_ event: Event, until: Position, _ untilTime: Timestamp) {
            self.event = event
            self.until = until
            self.untilTime = untilTime
        }
    }

    /// What the event said when another one was recorded.
    func event(knownAt position: Position) -> Event { former.first { position < $0.until }?.event ?? event }

    /// Whether it is of a kind, or was before it was corrected.
    func everMatches(_ kind: DecisionKind) -> Bool { kind.matches(event) || former.contains { kind.matches($0.event) } }

    package init(
        _ event: Event, at position: Position, occurredAt: Timestamp, recordedAt: Timestamp? = nil, actor: Actor.Kind,
        rule: String? = nil, isOverride: Bool = false, former: [Former] = []
    ) {
        self.event = event
        self.position = position
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt ?? occurredAt
        self.former = former
        self.actor = actor
        self.rule = rule
        self.isOverride = isOverride
    }

    /// Whether it is history that was taken in: nobody decided it here.
    package var isImported: Bool {
        // A file can bring today's work.
        if case .mentionCaptured(let mention) = event { return !mention.isLive }
        if actor == .imported { return true }
        return switch event {
        case .mentionClassified(let judged): judged.label.method == .imported
        case .replySent(let reply): reply.purpose == nil
        case .messageAttached: true
        default: false
        }
    }

    /// Whether the event has a part in what is checked. What has none need not be kept, unless it goes against a rule.
    package static func concerns(_ type: EventType) -> Bool {
        switch type {
        case .caseOpened, .mentionCaptured, .mentionClassified, .messageAttached, .prioritySet, .complaintAcknowledged,
            .authorInvestigated, .complaintAssessed, .outcomeForecast, .replySent, .conversationMoved,
            .problemIdentified,
            .planExplained, .guidanceGiven, .caseResolved, .caseDismissed, .followUpDone, .caseReopened, .caseClosed:
            true
        default: false
        }
    }
}
