package import JSON

/// The content owned by a person was erased. Counts and durations stay.
package struct PersonErased: EventPayload {
    package static var type: EventType { .personErased }

    package var scope: ErasureScope
    /// A code for the law or request.
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

/// What is erased of a person: everything, their identities included, or only messages and notes.
public enum ErasureScope: String, CaseIterable, Sendable { case everything, messages }

/// The content of single events was erased.
package struct ContentErased: EventPayload {
    package static var type: EventType { .contentErased }

    /// The events.
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

/// Part of an event's content was removed, because it named an erased person.
package struct ContentRedacted: EventPayload {
    package static var type: EventType { .contentRedacted }

    /// The event.
    package var position: Position
    /// SHA-256 of the nonce and the remaining content, lower-case hexadecimal. Replaces the event's own commitment.
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

/// The person's content must not be erased for now. The reason is content.
package struct LegalHoldSet: EventPayload {
    package static var type: EventType { .legalHoldSet }

    package var legalBasis: String

    package init(legalBasis: String) { self.legalBasis = legalBasis }

    package func encode(to writer: inout JSONWriter) { writer.field("legalBasis", legalBasis) }

    package init(from reader: inout FieldReader) throws(JSONError) { legalBasis = try reader.string("legalBasis") }
}

/// Erasure is allowed again.
package struct LegalHoldLifted: EventPayload {
    package static var type: EventType { .legalHoldLifted }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// An account of the person no longer exists on its network.
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

/// Why an account no longer exists.
public enum AccountEnd: String, CaseIterable, Sendable { case deleted, suspended, unknown }
