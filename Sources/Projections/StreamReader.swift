package import CaseModel
package import EventStore

/// Reads the events of one stream as they hold through a position.
package struct StreamReader {
    let store: EventStore
    let decoder: EventDecoder

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        self.store = store
        self.decoder = decoder
    }

    /// Calls `body` with each event of a stream in order. O(its events).
    package func forEachEvent(
        of stream: StreamName, through position: Int64, _ body: (Event, EventMoment) throws -> Void
    ) throws {
        var what = ReadSpecification()
        what.stream = stream.description
        what.through = position
        try store.forEachEvent(what) { row in
            try body(try decoder.event(of: row), row.moment)
            return true
        }
    }
}

extension EventRow {
    /// Where and when it stands.
    package var moment: EventMoment {
        EventMoment(
            position: Position(position), version: version, occurredAt: Timestamp(microseconds: occurredAt))
    }
}
