package import JSON

/// Events of this stream were recorded by mistake. They stay and are shown; from here on the stream reads as if they had
/// never been.
///
/// Why they are taken back is content.
package struct EventTakenBack: EventPayload {
    package static var type: EventType { .eventTakenBack }

    /// Where they stand: one event, or those that one command recorded together, in their order.
    package var events: [Position]

    package init(events: [Position]) { self.events = events }

    package func encode(to writer: inout JSONWriter) { writer.field("events", events.map(\.rawValue)) }

    package init(from reader: inout FieldReader) throws(JSONError) {
        events = try reader.int64s("events").map(Position.init)
    }
}
