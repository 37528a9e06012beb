package import CaseModel

/// An event of a case, for conformance.
package struct CaseStep: Hashable, Sendable {
    /// With corrections applied.
    package var event: Event
    /// What it said before each correction, the earliest first.
    package var former: [Former] = []
    /// When it was recorded.
    package var recordedAt: Timestamp
    package var position: Position
    package var occurredAt: Timestamp
    /// Who or what recorded it.
    package var actor: Actor.Kind
    /// The rule that advised it.
    package var rule: String?
    /// Whether a reason for overriding the rule was given.
    package var isOverride: Bool

    /// What an event said before a correction.
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

    /// Whether it is of a kind now, or was before a correction.
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

    /// Whether it is imported history rather than a decision of ours.
    package var isImported: Bool {
        // Imported mentions can be live.
        if case .mentionCaptured(let mention) = event { return !mention.isLive }
        if actor == .imported { return true }
        return switch event {
        case .mentionClassified(let judged): judged.label.method == .imported
        case .replySent(let reply): reply.purpose == nil
        case .messageAttached: true
        default: false
        }
    }

    /// Whether conformance needs events of this type. Others are needed only if they override a rule.
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
