package import JSON

/// Some messages of a case turned out to be another matter. Recorded in both streams; merging the two undoes it.
package struct CaseSplit: EventPayload {
    package static var type: EventType { .caseSplit }

    /// The case that begins with the messages.
    package var into: CaseNumber
    /// The case that they leave.
    package var from: CaseNumber
    /// The messages that move.
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

/// An event of this stream says something wrong. It stays and is shown; from here on the corrected fields hold.
///
/// Why it was corrected is content.
package struct EventCorrected: EventPayload {
    package static var type: EventType { .eventCorrected }

    package var event: Position
    /// The names of the corrected fields of its payload.
    package var fields: [String]
    /// Their right values as JSON texts, in the order of `fields`; `null` for a field that should not be there.
    package var values: [String]

    package init(event: Position, fields: [String], values: [String]) {
        self.event = event
        self.fields = fields
        self.values = values
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("event", event)
        writer.field("fields", fields)
        writer.field("values", values)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        event = try reader.position("event")
        fields = try reader.strings("fields")
        values = try reader.strings("values")
    }
}
