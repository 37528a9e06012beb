package import JSON

/// An account was assigned to a person. Its id, handle and name are content.
package struct PersonIdentified: EventPayload {
    package static var type: EventType { .personIdentified }

    package var person: PersonNumber
    package var identity: SourceKey
    package var channel: Channel
    /// Whether the author is anonymous (`[deleted]`): the person then has this one message only, and figures of persons
    /// don't count them.
    package var isNobody: Bool

    package init(person: PersonNumber, identity: SourceKey, channel: Channel, isNobody: Bool = false) {
        self.person = person
        self.identity = identity
        self.channel = channel
        self.isNobody = isNobody
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("person", person)
        writer.field("identity", identity)
        writer.field("channel", channel)
        if isNobody { writer.field("nobody", true) }
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        person = try reader.personNumber("person")
        identity = try reader.sourceKey("identity")
        channel = Channel(try reader.string("channel"))
        isNobody = try reader.optionalBool("nobody") ?? false
    }
}
