package import JSON

/// Fields of an event of this stream were corrected. The original stays in the log; folds use the corrected fields.
///
/// The reason is content.
package struct EventCorrected: EventPayload {
    package static var type: EventType { .eventCorrected }

    package var event: Position
    /// The names of the payload fields.
    package var fields: [String]
    /// Their corrected values as JSON texts, in the order of `fields`; `null` removes a field.
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

/// Events of this stream were recorded by mistake. They stay in the log; folds leave them out.
///
/// The reason is content.
package struct EventTakenBack: EventPayload {
    package static var type: EventType { .eventTakenBack }

    /// One event, or those that one command recorded together; ascending.
    package var events: [Position]

    package init(events: [Position]) { self.events = events }

    package func encode(to writer: inout JSONWriter) { writer.field("events", events.map(\.rawValue)) }

    package init(from reader: inout FieldReader) throws(JSONError) {
        events = try reader.int64s("events").map(Position.init)
    }
}
