package import JSON

/// The conversation continues in private, or in public again.
package struct ConversationMoved: EventPayload {
    package static var type: EventType { .conversationMoved }

    package var from: Visibility
    package var to: Visibility
    /// Whether the person agreed. Without consent only our own words may be public.
    package var consent: Bool

    package init(from: Visibility, to: Visibility, consent: Bool) {
        self.from = from
        self.to = to
        self.consent = consent
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("from", from)
        writer.field("to", to)
        writer.field("consent", consent)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        from = try reader.enumeration("from")
        to = try reader.enumeration("to")
        consent = try reader.bool("consent")
    }
}

/// The exact problem was identified (S13). Its description is content.
package struct ProblemIdentified: EventPayload {
    package static var type: EventType { .problemIdentified }

    /// A code.
    package var cause: String
    /// The product or service, by our own name for it.
    package var product: String?
    package var severity: Severity?

    package init(cause: String, product: String?, severity: Severity?) {
        self.cause = cause
        self.product = product
        self.severity = severity
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("cause", cause)
        writer.field("product", product)
        writer.field("severity", severity)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        cause = try reader.string("cause")
        product = try reader.optionalString("product")
        severity = try reader.optionalEnumeration("severity")
    }
}

/// We told the person what will be done, as far as possible (S14). The plan is content.
package struct PlanExplained: EventPayload {
    package static var type: EventType { .planExplained }

    /// The promised date.
    package var by: Timestamp?

    package init(by: Timestamp?) { self.by = by }

    package func encode(to writer: inout JSONWriter) { writer.field("by", by) }

    package init(from reader: inout FieldReader) throws(JSONError) { by = try reader.optionalTimestamp("by") }
}

/// We helped with the product ourselves (S7). What was done is content.
package struct HelpProvided: EventPayload {
    package static var type: EventType { .helpProvided }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}

/// We could not help, and told the person whom to contact and which steps to take (S8). Both are content.
package struct GuidanceGiven: EventPayload {
    package static var type: EventType { .guidanceGiven }

    /// When we ask how it went (S9).
    package var followUpAt: Timestamp?

    package init(followUpAt: Timestamp?) { self.followUpAt = followUpAt }

    package func encode(to writer: inout JSONWriter) { writer.field("followUpAt", followUpAt) }

    package init(from reader: inout FieldReader) throws(JSONError) {
        followUpAt = try reader.optionalTimestamp("followUpAt")
    }
}

/// The case was escalated to somebody with more authority. The reason is content.
package struct CaseEscalated: EventPayload {
    package static var type: EventType { .caseEscalated }

    /// The working name of a person or team, as in `Actor`.
    package var to: String
    /// 1 to 4; 4 is the gravest.
    package var level: Int64

    package init(to: String, level: Int64) {
        self.to = to
        self.level = level
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("to", to)
        writer.field("level", level)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        to = try reader.string("to")
        level = try reader.int64("level")
    }
}

/// The resolution was shown in public (S16).
package struct ResolutionPublished: EventPayload {
    package static var type: EventType { .resolutionPublished }

    package init() {}
    package func encode(to writer: inout JSONWriter) {}
    package init(from reader: inout FieldReader) throws(JSONError) {}
}
