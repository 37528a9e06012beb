package import CaseModel
package import EventStore

/// Reads the events of one stream as they hold through a position: what was corrected by then reads corrected.
package struct StreamReader {
    let store: EventStore
    let decoder: EventDecoder

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        self.store = store
        self.decoder = decoder
    }

    /// Folds the events of a stream. O(its events), twice where one of them was corrected.
    package func fold<State>(
        _ stream: StreamName, through position: Int64, into initial: State,
        _ body: (inout State, Event, EventMoment) throws -> Void
    ) throws -> State {
        var state: State = initial
        var corrections: [EventCorrected] = []
        try forEachRow(of: stream, through: position) { row in
            let event: Event = try decoder.event(of: row)
            if case .eventCorrected(let correction) = event { corrections.append(correction) }
            try body(&state, event, row.moment)
        }
        guard !corrections.isEmpty else { return state }
        state = initial
        try forEachRow(of: stream, through: position) { row in
            try body(&state, try recorded(row, in: stream, corrections).event, row.moment)
        }
        return state
    }

    /// The event at a position as it holds through another, if it stands in the stream. O(events of the stream).
    package func event(at place: Position, in stream: StreamName, through position: Int64) throws -> RecordedEvent? {
        var corrections: [EventCorrected] = []
        try forEachRow(of: stream, through: position) { row in
            if case .eventCorrected(let correction) = try decoder.event(of: row), correction.event == place {
                corrections.append(correction)
            }
        }
        var found: RecordedEvent?
        try forEachRow(of: stream, through: position) { row in
            if row.position == place.rawValue { found = try recorded(row, in: stream, corrections) }
        }
        return found
    }

    private func recorded(
        _ row: EventRow, in stream: StreamName, _ corrections: [EventCorrected]
    ) throws -> RecordedEvent {
        var recorded: RecordedEvent = try decoder.recorded(row, in: stream)
        do {
            for correction in corrections where correction.event.rawValue == row.position {
                try recorded.apply(correction)
            }
        } catch {
            throw ReplayError.unreadablePayload(recorded.event.type, recorded.position, error)
        }
        return recorded
    }

    private func forEachRow(
        of stream: StreamName, through position: Int64, _ body: (EventRow) throws -> Void
    ) throws {
        var what = ReadSpecification()
        what.stream = stream.description
        what.through = position
        try store.forEachEvent(what) { row in
            try body(row)
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
