package import JSON

/// A case begins: one person's matter in one conversation. Exactly one, first in its stream.
package struct CaseOpened: EventPayload {
    package static var type: EventType { .caseOpened }

    package var number: CaseNumber
    /// What the customer is told to name the case by.
    package var tracking: String
    package var person: PersonNumber
    package var channel: Channel
    /// The message the conversation starts from, as far as it is known.
    package var root: SourceKey
    package var origin: Origin

    package init(
        number: CaseNumber, tracking: String, person: PersonNumber, channel: Channel, root: SourceKey, origin: Origin
    ) {
        self.number = number
        self.tracking = tracking
        self.person = person
        self.channel = channel
        self.root = root
        self.origin = origin
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("number", number)
        writer.field("tracking", tracking)
        writer.field("person", person)
        writer.field("channel", channel)
        writer.field("root", root)
        writer.field("origin", origin)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        number = try reader.caseNumber("number")
        tracking = try reader.string("tracking")
        person = try reader.personNumber("person")
        channel = Channel(try reader.string("channel"))
        root = try reader.sourceKey("root")
        origin = try reader.enumeration("origin")
    }
}

/// How a case came in: as history or as it happens. An import is silent: no clock of today starts for it.
public enum Origin: String, CaseIterable, Sendable { case imported, live }
