package import JSON

/// A follow-up was planned (S18).
package struct FollowUpScheduled: EventPayload {
    package static var type: EventType { .followUpScheduled }

    /// Its number within the case, from 1.
    package var followUp: Int64
    package var due: Timestamp
    package var purpose: FollowUpPurpose
    /// Whether it was scheduled automatically with the end of the case. One planned by a person replaces it.
    package var isUsual: Bool

    package init(followUp: Int64, due: Timestamp, purpose: FollowUpPurpose, isUsual: Bool = false) {
        self.followUp = followUp
        self.due = due
        self.purpose = purpose
        self.isUsual = isUsual
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("followUp", followUp)
        writer.field("due", due)
        writer.field("purpose", purpose)
        if isUsual { writer.field("usual", true) }
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        followUp = try reader.int64("followUp")
        due = try reader.timestamp("due")
        purpose = try reader.enumeration("purpose")
        isUsual = try reader.optionalBool("usual") ?? false
    }
}

/// Whether a follow-up looks for a recurrence, or for how a handled case evolves.
public enum FollowUpPurpose: String, CaseIterable, Sendable { case recurrence, evolution }

/// A follow-up was done.
package struct FollowUpDone: EventPayload {
    package static var type: EventType { .followUpDone }

    package var followUp: Int64
    package var finding: FollowUpFinding

    package init(followUp: Int64, finding: FollowUpFinding) {
        self.followUp = followUp
        self.finding = finding
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("followUp", followUp)
        writer.field("finding", finding)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        followUp = try reader.int64("followUp")
        finding = try reader.enumeration("finding")
    }
}

/// The finding of a follow-up.
public enum FollowUpFinding: String, CaseIterable, Sendable { case quiet, recurrence, improved, worse }

/// A follow-up was cancelled.
package struct FollowUpCancelled: EventPayload {
    package static var type: EventType { .followUpCancelled }

    package var followUp: Int64

    package init(followUp: Int64) { self.followUp = followUp }

    package func encode(to writer: inout JSONWriter) { writer.field("followUp", followUp) }

    package init(from reader: inout FieldReader) throws(JSONError) { followUp = try reader.int64("followUp") }
}
