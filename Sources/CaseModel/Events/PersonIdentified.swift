package import JSON

/// An account on a channel belongs to this person. Its id, handle and name are content.
package struct PersonIdentified: EventPayload {
    package static var type: EventType { .personIdentified }

    package var person: PersonNumber
    package var identity: SourceKey
    package var channel: Channel

    package init(person: PersonNumber, identity: SourceKey, channel: Channel) {
        self.person = person
        self.identity = identity
        self.channel = channel
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("person", person)
        writer.field("identity", identity)
        writer.field("channel", channel)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        person = try reader.personNumber("person")
        identity = try reader.sourceKey("identity")
        channel = Channel(try reader.string("channel"))
    }
}
