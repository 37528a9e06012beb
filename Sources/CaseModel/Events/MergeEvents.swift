package import JSON

/// A case was merged into another. Recorded in both streams; nothing is deleted, and it can be undone.
package struct CasesMerged: EventPayload {
    package static var type: EventType { .casesMerged }

    /// The case that remains.
    package var into: CaseNumber
    /// The case that redirects to it from now on.
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

/// A merge was undone. Recorded in both streams.
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

/// Mentions of a case turned out to be another matter. Recorded in both streams; merging the two undoes it.
package struct CaseSplit: EventPayload {
    package static var type: EventType { .caseSplit }

    /// The new case.
    package var into: CaseNumber
    /// The case that has the mentions in its stream.
    package var from: CaseNumber
    /// The mentions that move.
    package var mentions: [SourceKey]

    package init(into: CaseNumber, from: CaseNumber, mentions: [SourceKey]) {
        self.into = into
        self.from = from
        self.mentions = mentions
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("into", into)
        writer.field("from", from)
        writer.field("mentions", mentions.map(\.hexadecimal))
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        into = try reader.caseNumber("into")
        from = try reader.caseNumber("from")
        mentions = try reader.sourceKeys("mentions")
    }
}
