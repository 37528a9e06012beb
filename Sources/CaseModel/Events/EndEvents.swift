package import JSON

/// The case, or one of its issues, was resolved.
package struct CaseResolved: EventPayload {
    package static var type: EventType { .caseResolved }

    package var outcome: Outcome
    package var solved: Solved
    /// The issues resolved; empty for the whole case.
    package var issues: TargetSet
    package var confirmedBy: Confirmation

    package init(outcome: Outcome, solved: Solved, issues: TargetSet, confirmedBy: Confirmation) {
        self.outcome = outcome
        self.solved = solved
        self.issues = issues
        self.confirmedBy = confirmedBy
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("outcome", outcome)
        writer.field("solved", solved)
        writer.field("issues", issues)
        writer.field("confirmedBy", confirmedBy)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        outcome = try reader.enumeration("outcome")
        solved = try reader.enumeration("solved")
        issues = try reader.targets("issues")
        confirmedBy = try reader.enumeration("confirmedBy")
    }
}

/// How the case ended for the image of the brand (S16, S17).
public enum Outcome: String, CaseIterable, Sendable { case favourable, unfavourable }

/// Whether the problem itself is solved.
public enum Solved: String, CaseIterable, Sendable { case yes, partly, no }

/// Who confirmed the resolution. Silence is not the customer's confirmation.
public enum Confirmation: String, CaseIterable, Sendable { case customer, agent, silence }

/// There is nothing to solve. Monitoring continues (S12, S18).
package struct CaseDismissed: EventPayload {
    package static var type: EventType { .caseDismissed }

    package var ground: DismissalGround

    package init(ground: DismissalGround) { self.ground = ground }

    package func encode(to writer: inout JSONWriter) { writer.field("ground", ground) }

    package init(from reader: inout FieldReader) throws(JSONError) { ground = try reader.enumeration("ground") }
}

/// Why a case was dismissed.
public enum DismissalGround: String, CaseIterable, Sendable {
    case troll, spam, duplicate
    case offTopic = "off-topic"
}

/// The case was reopened: a new episode starts.
package struct CaseReopened: EventPayload {
    package static var type: EventType { .caseReopened }

    package var trigger: ReopeningTrigger
    /// The number of the new episode, from 2.
    package var episode: Int64

    package init(trigger: ReopeningTrigger, episode: Int64) {
        self.trigger = trigger
        self.episode = episode
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("trigger", trigger)
        writer.field("episode", episode)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        trigger = try reader.enumeration("trigger")
        episode = try reader.int64("episode")
    }
}

/// Why a case was reopened.
public enum ReopeningTrigger: String, CaseIterable, Sendable {
    case mention, person, decision
    case followUp = "follow-up"
}

/// Monitoring ended.
package struct CaseClosed: EventPayload {
    package static var type: EventType { .caseClosed }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}
