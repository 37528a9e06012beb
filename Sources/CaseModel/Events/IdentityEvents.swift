package import JSON

/// Two persons turned out to be one. Recorded in both streams; nothing is deleted, and it can be undone.
package struct IdentityLinked: EventPayload {
    package static var type: EventType { .identityLinked }

    /// The person that the other is known as from now on.
    package var person: PersonNumber
    /// The person who is known as `person` from now on.
    package var other: PersonNumber
    package var basis: LinkBasis

    package init(person: PersonNumber, other: PersonNumber, basis: LinkBasis) {
        self.person = person
        self.other = other
        self.basis = basis
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("person", person)
        writer.field("other", other)
        writer.field("basis", basis)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        person = try reader.personNumber("person")
        other = try reader.personNumber("other")
        basis = try reader.enumeration("basis")
    }
}

/// Why two accounts are known to be one person's: the person said so, opted in, links them publicly, or one of our
/// operators decided it.
public enum LinkBasis: String, CaseIterable, Sendable {
    case given
    case optIn = "opt-in"
    case publicCrossLink = "public-cross-link"
    case house = "operator"
}

/// A link was undone. Recorded in both streams.
package struct IdentityUnlinked: EventPayload {
    package static var type: EventType { .identityUnlinked }

    package var person: PersonNumber
    package var other: PersonNumber

    package init(person: PersonNumber, other: PersonNumber) {
        self.person = person
        self.other = other
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("person", person)
        writer.field("other", other)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        person = try reader.personNumber("person")
        other = try reader.personNumber("other")
    }
}
