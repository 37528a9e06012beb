package import CaseModel

/// One event of a case as conformance looks at it.
package struct CaseStep: Hashable, Sendable {
    package var event: Event
    package var position: Position
    package var occurredAt: Timestamp
    /// Who or what recorded it.
    package var actor: Actor.Kind
    /// The rule that advised it, where one did.
    package var rule: String?
    /// Whether a reason was given for going against the rule.
    package var isOverride: Bool

    package init(
        _ event: Event, at position: Position, occurredAt: Timestamp, actor: Actor.Kind, rule: String? = nil,
        isOverride: Bool = false
    ) {
        self.event = event
        self.position = position
        self.occurredAt = occurredAt
        self.actor = actor
        self.rule = rule
        self.isOverride = isOverride
    }

    /// Whether it is history that was taken in: nobody decided it here.
    package var isImported: Bool {
        if actor == .imported { return true }
        return switch event {
        case .mentionCaptured(let mention): !mention.isLive
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
