package import JSON

/// The case is out of sight for a while. Its follow-ups stay.
package struct CaseSnoozed: EventPayload {
    package static var type: EventType { .caseSnoozed }

    package var until: Timestamp
    /// Whether the person's next message ends it early.
    package var wakesOnReply: Bool

    package init(until: Timestamp, wakesOnReply: Bool) {
        self.until = until
        self.wakesOnReply = wakesOnReply
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("until", until)
        writer.field("wakesOnReply", wakesOnReply)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        until = try reader.timestamp("until")
        wakesOnReply = try reader.bool("wakesOnReply")
    }
}

/// A snoozed case is in sight again.
package struct CaseWoken: EventPayload {
    package static var type: EventType { .caseWoken }

    package var by: Waker

    package init(by: Waker) { self.by = by }

    package func encode(to writer: inout JSONWriter) { writer.field("by", by) }

    package init(from reader: inout FieldReader) throws(JSONError) { by = try reader.enumeration("by") }
}

/// What woke a snoozed case: its time came, the customer wrote, or a person of the house decided it.
public enum Waker: String, CaseIterable, Sendable { case time, reply, person }
