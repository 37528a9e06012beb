package import JSON

/// A case was opened: one person's matter in one conversation. Always the first event of its stream, and only there.
package struct CaseOpened: EventPayload {
    package static var type: EventType { .caseOpened }

    package var number: CaseNumber
    /// The code by which the customer can name the case (`TrackingCode`).
    package var tracking: String
    package var person: PersonNumber
    package var channel: Channel
    /// The first known message of the conversation.
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

/// Whether a case was imported as history or came in live. No service clock starts for imported ones.
public enum Origin: String, CaseIterable, Sendable { case imported, live }
