package import JSON

/// The author was classified (S11, S12). A later assessment supersedes an earlier one; each expires.
package struct AuthorAssessed: EventPayload {
    package static var type: EventType { .authorAssessed }

    package var assessment: AuthorAssessment
    /// The evidence, as codes. A troll needs at least two.
    package var evidence: [String]
    /// When the person counts as unknown again.
    package var expires: Timestamp?

    package init(assessment: AuthorAssessment, evidence: [String], expires: Timestamp?) {
        self.assessment = assessment
        self.evidence = evidence
        self.expires = expires
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("assessment", assessment)
        writer.field("evidence", evidence)
        writer.field("expires", expires)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        assessment = try reader.enumeration("assessment")
        evidence = try reader.strings("evidence")
        expires = try reader.optionalTimestamp("expires")
    }
}

/// The kind of author; `unknown` if never assessed.
public enum AuthorAssessment: String, CaseIterable, Sendable {
    case customer, unknown
    case suspectedTroll = "suspected-troll"
    case troll, spammer
}
