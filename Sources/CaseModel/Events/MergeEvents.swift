package import JSON

/// Two cases turned out to be one. Recorded in both streams; nothing is deleted, and it can be undone.
package struct CasesMerged: EventPayload {
    package static var type: EventType { .casesMerged }

    /// The case that goes on.
    package var into: CaseNumber
    /// The case that from now on redirects.
    package var from: CaseNumber

    package init(into: CaseNumber, from: CaseNumber) {
        self.into = into
        self.from = from
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("into", into)
        writer.field("from", from)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        into = try reader.caseNumber("into")
        from = try reader.caseNumber("from")
    }
}

/// A merge is taken back. Recorded in both streams.
package struct CasesUnmerged: EventPayload {
    package static var type: EventType { .casesUnmerged }

    package var into: CaseNumber
    package var from: CaseNumber

    package init(into: CaseNumber, from: CaseNumber) {
        self.into = into
        self.from = from
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("into", into)
        writer.field("from", from)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        into = try reader.caseNumber("into")
        from = try reader.caseNumber("from")
    }
}
