package import JSON

/// Somebody, or a team, has the case now.
package struct CaseAssigned: EventPayload {
    package static var type: EventType { .caseAssigned }

    /// Who of the house, as actors are named: a person's or a team's working name.
    package var to: String

    package init(to: String) { self.to = to }

    package func encode(to writer: inout JSONWriter) { writer.field("to", to) }

    package init(from reader: inout FieldReader) throws(JSONError) { to = try reader.string("to") }
}

/// Nobody in particular has the case now.
package struct CaseUnassigned: EventPayload {
    package static var type: EventType { .caseUnassigned }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// How urgent the case is was decided.
package struct PrioritySet: EventPayload {
    package static var type: EventType { .prioritySet }

    package var priority: Priority

    package init(priority: Priority) { self.priority = priority }

    package func encode(to writer: inout JSONWriter) { writer.field("priority", priority) }

    package init(from reader: inout FieldReader) throws(JSONError) { priority = try reader.enumeration("priority") }
}

/// How urgent a case is; normal where nobody said otherwise.
public enum Priority: String, CaseIterable, Sendable { case low, normal, high, urgent }

/// The case got a word of the house's own to be found by.
package struct TagAdded: EventPayload {
    package static var type: EventType { .tagAdded }

    /// One lower-case word, never a customer's.
    package var tag: String

    package init(tag: String) { self.tag = tag }

    package func encode(to writer: inout JSONWriter) { writer.field("tag", tag) }

    package init(from reader: inout FieldReader) throws(JSONError) { tag = try reader.string("tag") }
}

/// The case lost one of its tags.
package struct TagRemoved: EventPayload {
    package static var type: EventType { .tagRemoved }

    package var tag: String

    package init(tag: String) { self.tag = tag }

    package func encode(to writer: inout JSONWriter) { writer.field("tag", tag) }

    package init(from reader: inout FieldReader) throws(JSONError) { tag = try reader.string("tag") }
}

/// Somebody wrote something down for the house. The note is content and never leaves the house.
package struct NoteAdded: EventPayload {
    package static var type: EventType { .noteAdded }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}
