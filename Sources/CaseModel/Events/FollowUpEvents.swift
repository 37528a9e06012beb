package import JSON

/// Somebody will look again at a time (S18).
package struct FollowUpScheduled: EventPayload {
    package static var type: EventType { .followUpScheduled }

    /// Its number within the case, from 1.
    package var followUp: Int64
    package var due: Timestamp
    package var purpose: FollowUpPurpose
    /// Whether it came with the end of the case by itself; one that somebody plans takes its place.
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

/// What a follow-up looks for: the unwanted again, or how a handled case goes on.
public enum FollowUpPurpose: String, CaseIterable, Sendable { case recurrence, evolution }

/// Somebody looked again and found something, or nothing.
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

/// What a follow-up found.
public enum FollowUpFinding: String, CaseIterable, Sendable { case quiet, recurrence, improved, worse }

/// A follow-up is no longer wanted.
package struct FollowUpCancelled: EventPayload {
    package static var type: EventType { .followUpCancelled }

    package var followUp: Int64

    package init(followUp: Int64) { self.followUp = followUp }

    package func encode(to writer: inout JSONWriter) { writer.field("followUp", followUp) }

    package init(from reader: inout FieldReader) throws(JSONError) { followUp = try reader.int64("followUp") }
}
