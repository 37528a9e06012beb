package import JSON

/// The content that a person owns was erased. What is counted and how long it took stays as it was.
package struct PersonErased: EventPayload {
    package static var type: EventType { .personErased }

    package var scope: ErasureScope
    /// The house's code of the law or the request it rests on.
    package var legalBasis: String

    package init(scope: ErasureScope, legalBasis: String) {
        self.scope = scope
        self.legalBasis = legalBasis
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("scope", scope)
        writer.field("legalBasis", legalBasis)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        scope = try reader.enumeration("scope")
        legalBasis = try reader.string("legalBasis")
    }
}

/// How much of a person's content goes: all of it, their accounts' ids and names too, or only the messages and notes.
public enum ErasureScope: String, CaseIterable, Sendable { case everything, messages }

/// The content of single events was erased.
package struct ContentErased: EventPayload {
    package static var type: EventType { .contentErased }

    /// The events whose content is gone.
    package var positions: [Position]
    package var legalBasis: String

    package init(positions: [Position], legalBasis: String) {
        self.positions = positions
        self.legalBasis = legalBasis
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("positions", positions.map(\.rawValue))
        writer.field("legalBasis", legalBasis)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        positions = try reader.int64s("positions").map(Position.init)
        legalBasis = try reader.string("legalBasis")
    }
}

/// Part of an event's content was taken out of it: somebody else's text named a person who is erased.
package struct ContentRedacted: EventPayload {
    package static var type: EventType { .contentRedacted }

    /// The event whose content it is.
    package var position: Position
    /// SHA-256 of what is left and its nonce, lower-case hexadecimal; from here on it stands for the event's own.
    package var commitment: String

    package init(position: Position, commitment: String) {
        self.position = position
        self.commitment = commitment
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("position", position)
        writer.field("commitment", commitment)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        position = try reader.position("position")
        commitment = try reader.string("commitment")
    }
}

/// Nothing of the person may be erased for now. Why, in words, is content.
package struct LegalHoldSet: EventPayload {
    package static var type: EventType { .legalHoldSet }

    package var legalBasis: String

    package init(legalBasis: String) { self.legalBasis = legalBasis }

    package func encode(to writer: inout JSONWriter) { writer.field("legalBasis", legalBasis) }

    package init(from reader: inout FieldReader) throws(JSONError) { legalBasis = try reader.string("legalBasis") }
}

/// Erasing is possible again.
package struct LegalHoldLifted: EventPayload {
    package static var type: EventType { .legalHoldLifted }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// An account of the person is no longer there on its network.
package struct AccountGone: EventPayload {
    package static var type: EventType { .accountGone }

    package var identity: SourceKey
    package var reason: AccountEnd

    package init(identity: SourceKey, reason: AccountEnd) {
        self.identity = identity
        self.reason = reason
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("identity", identity)
        writer.field("reason", reason)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        identity = try reader.sourceKey("identity")
        reason = try reader.enumeration("reason")
    }
}

/// Why an account is no longer there.
public enum AccountEnd: String, CaseIterable, Sendable { case deleted, suspended, unknown }
