package import CaseModel
package import Playbook

/// How a case evolved, step by step.
package struct AuditTrail: Sendable {
    /// The case that was asked for, and the case it goes on in, where it was merged.
    package var asked: CaseNumber
    package var number: CaseNumber
    /// The case as lists show it, as of the horizon.
    package var listing: CaseListing
    package var steps: [Step]
    /// The messages that the case has, as of the horizon: a step may hold one that was split off since.
    package var messages: [Message]
    /// The playbook that the case runs under, which says what the steps' rules mean; nil where none has a rule, or where it
    /// can't be read any more.
    package var playbook: Playbook?

    /// A message of the case.
    package struct Message: Hashable, Sendable {
        /// The event that recorded it.
        package var position: Position
        /// The event whose content has the words that stand.
        package var words: Position
        /// Its place in the order of the world.
        package var order: WorldOrder
    }

    /// One event of the case, or of a case it absorbed.
    package struct Step: Sendable {
        package var position: Position
        package var stream: StreamName
        package var version: Int64
        /// What the event says, as it was recorded.
        package var event: Event
        /// What holds of it: with the corrections that came later.
        package var holds: RecordedEvent
        /// The corrections.
        package var correctedBy: [Position] = []
        /// The event that took it back with its import, if one did: it tells nothing any more.
        package var retractedAt: Position?
        /// What took it back by itself, if something did: it tells nothing any more.
        package var takenBack: TakenBack?
        package var occurredAt: Timestamp
        package var recordedAt: Timestamp
        package var actor: String
        package var causation: Position?
        package var correlation: Position
        package var rule: String?
        /// The payload's JSON as it stands in the log.
        package var payload: String
        /// What the event's content says now.
        package var content: ContentState
        /// Who could read what the step says; nil where it is the house's own business.
        package var visibility: Visibility?
        /// What it changed in the state of the case.
        package var changes: [Change]
        /// The state after it.
        package var after: CaseSummary
    }

    /// How an event was taken back.
    package struct TakenBack: Sendable {
        package var at: Position
        package var occurredAt: Timestamp
        package var actor: String
        /// Why, while nobody erased it.
        package var reason: String?
    }

    /// Whether an event's content is there.
    package enum ContentState: Sendable {
        /// The event has none.
        case none
        case present(Content)
        /// It was erased; the event's commitment stays.
        case erased
    }

    /// One thing a step changed.
    package struct Change: Hashable, Sendable {
        package var field: String
        package var before: String?
        package var after: String?
    }
}

extension AuditTrail.Step {
    /// Whether it tells something still: it was not taken back, by itself or with its import.
    package var holdsStill: Bool { retractedAt == nil && takenBack == nil }

    var moment: EventMoment { EventMoment(position: position, version: version, occurredAt: occurredAt) }
}

extension AuditTrail {
    /// The messages of a case, theirs before ours.
    static func messages(of state: CaseState) -> [Message] {
        state.mentions.map { Message(position: $0.position, words: $0.words, order: $0.worldOrder) }
            + state.replies.map { Message(position: $0.position, words: $0.position, order: $0.worldOrder) }
    }
}
