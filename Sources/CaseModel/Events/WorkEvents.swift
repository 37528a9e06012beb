package import JSON

/// The case was assigned to a person or team.
package struct CaseAssigned: EventPayload {
    package static var type: EventType { .caseAssigned }

    /// The working name of a person or team, as in `Actor`.
    package var to: String

    package init(to: String) { self.to = to }

    package func encode(to writer: inout JSONWriter) { writer.field("to", to) }

    package init(from reader: inout FieldReader) throws(JSONError) { to = try reader.string("to") }
}

/// The assignment was removed.
package struct CaseUnassigned: EventPayload {
    package static var type: EventType { .caseUnassigned }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// The priority was set.
package struct PrioritySet: EventPayload {
    package static var type: EventType { .prioritySet }

    package var priority: Priority

    package init(priority: Priority) { self.priority = priority }

    package func encode(to writer: inout JSONWriter) { writer.field("priority", priority) }

    package init(from reader: inout FieldReader) throws(JSONError) { priority = try reader.enumeration("priority") }
}

/// The priority of a case; normal by default.
public enum Priority: String, CaseIterable, Sendable { case low, normal, high, urgent }

/// A tag was added to the case.
package struct TagAdded: EventPayload {
    package static var type: EventType { .tagAdded }

    /// One lower-case word of our own vocabulary.
    package var tag: String

    package init(tag: String) { self.tag = tag }

    package func encode(to writer: inout JSONWriter) { writer.field("tag", tag) }

    package init(from reader: inout FieldReader) throws(JSONError) { tag = try reader.string("tag") }
}

/// A tag was removed from the case.
package struct TagRemoved: EventPayload {
    package static var type: EventType { .tagRemoved }

    package var tag: String

    package init(tag: String) { self.tag = tag }

    package func encode(to writer: inout JSONWriter) { writer.field("tag", tag) }

    package init(from reader: inout FieldReader) throws(JSONError) { tag = try reader.string("tag") }
}

/// Somebody wrote an internal note. The note is content.
package struct NoteAdded: EventPayload {
    package static var type: EventType { .noteAdded }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// The case was hidden from the inbox for a while. Its follow-ups remain.
package struct CaseSnoozed: EventPayload {
    package static var type: EventType { .caseSnoozed }

    package var until: Timestamp
    /// Whether the person's next message ends the snooze early.
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

/// The snooze ended.
package struct CaseWoken: EventPayload {
    package static var type: EventType { .caseWoken }

    package var by: Waker

    package init(by: Waker) { self.by = by }

    package func encode(to writer: inout JSONWriter) { writer.field("by", by) }

    package init(from reader: inout FieldReader) throws(JSONError) { by = try reader.enumeration("by") }
}

/// What ended a snooze: its time, a message of the person, or a decision.
public enum Waker: String, CaseIterable, Sendable { case time, reply, person }
