package import CaseModel
package import EventStore

/// Reads a stream as of a position: with corrections applied, and without events that were taken back or belong to a
/// retracted import.
package struct StreamReader {
    let store: EventStore
    let decoder: EventDecoder
    let retractions: Retractions

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        self.store = store
        self.decoder = decoder
        retractions = Retractions(store: store, decoder: decoder)
    }

    /// Folds a stream. O(its events); a second pass if any was corrected or taken back.
    ///
    /// The first event is kept even if its import was retracted, so that its number is not given again.
    ///
    /// - Returns: the state, and the event that retracted the import of the first event, if any.
    package func fold<State>(
        _ stream: StreamName, through position: Int64, into initial: State,
        _ body: (inout State, Event, EventMoment) throws -> Void
    ) throws -> (state: State, retractedAt: Position?) {
        let retracted: [Int64: Position] = try retractions.through(position)
        var state: State = initial
        var retractedAt: Position?
        var changes = Changes()
        try store.forEachRow(of: stream, through: position) { row in
            if !retracted.isEmpty, let taken = retracted[row.correlation] {
                guard row.version == 1 else { return }
                retractedAt = taken
            }
            let event: Event = try decoder.event(of: row)
            changes.take(event, at: Position(row.position))
            try body(&state, event, row.moment)
        }
        if changes.isEmpty { return (state, retractedAt) }
        state = initial
        try store.forEachRow(of: stream, through: position) { row in
            if !retracted.isEmpty, retracted[row.correlation] != nil, row.version > 1 { return }
            if let takenBackAt = changes.takenBack[Position(row.position)] {
                // Keep the opening, so that the number is not given again, and treat the case as one with a retracted import.
                guard row.version == 1 else { return }
                retractedAt = takenBackAt
            }
            let corrected: RecordedEvent? =
                try changes.corrections[row.position].map { try recorded(row, in: stream, $0) }
            try body(&state, try corrected?.event ?? decoder.event(of: row), row.moment)
        }
        return (state, retractedAt)
    }

    /// Corrections and take-backs in a stream.
    private struct Changes {
        /// By corrected position, in the order of the log.
        var corrections: [Int64: [EventCorrected]] = [:]
        /// What was taken back, and by which event.
        var takenBack: [Position: Position] = [:]

        var isEmpty: Bool { corrections.isEmpty && takenBack.isEmpty }

        mutating func take(_ event: Event, at position: Position) {
            switch event {
            case .eventCorrected(let correction):
                corrections[correction.event.rawValue, default: []].append(correction)
            case .eventTakenBack(let taken): for event in taken.events { takenBack[event] = position }
            default: break
            }
        }
    }

    /// The events of a stream that were taken back by a position, with the event that did so. O(events of the stream).
    package func takenBack(in stream: StreamName, through position: Int64) throws -> [Position: Position] {
        var found: [Position: Position] = [:]
        try store.forEachRow(of: stream, through: position) { row in
            guard EventType(bytes: row.typeBytes) == .eventTakenBack,
                case .eventTakenBack(let taken) = try decoder.event(of: row)
            else { return }
            for event in taken.events { found[event] = Position(row.position) }
        }
        return found
    }

    /// The event at a position with its corrections up to another; nil if it is not in the stream. O(events of the
    /// stream).
    package func event(at place: Position, in stream: StreamName, through position: Int64) throws -> RecordedEvent? {
        var corrections: [EventCorrected] = []
        try store.forEachRow(of: stream, through: position) { row in
            if case .eventCorrected(let correction) = try decoder.event(of: row), correction.event == place {
                corrections.append(correction)
            }
        }
        var found: RecordedEvent?
        try store.forEachRow(of: stream, through: position) { row in
            if row.position == place.rawValue { found = try recorded(row, in: stream, corrections) }
        }
        return found
    }

    /// What each corrected event said before each correction, the earliest first. Ignores corrections that were taken
    /// back. O(events of the stream).
    package func former(in stream: StreamName, through position: Int64) throws -> [Position: [Former]] {
        var changes = Changes()
        try store.forEachRow(of: stream, through: position) {
            changes.take(try decoder.event(of: $0), at: Position($0.position))
        }
        if changes.corrections.isEmpty { return [:] }
        var current: [Position: RecordedEvent] = [:]
        var former: [Position: [Former]] = [:]
        try store.forEachRow(of: stream, through: position) { row in
            if changes.corrections[row.position] != nil {
                current[Position(row.position)] = try decoder.recorded(row, in: stream)
            }
            guard changes.takenBack[Position(row.position)] == nil,
                case .eventCorrected(let correction) = try decoder.event(of: row),
                let before = current[correction.event]
            else { return }
            former[correction.event, default: []].append(
                Former(
                    event: before.event, until: Position(row.position),
                    untilTime: Timestamp(microseconds: row.recordedAt)))
            current[correction.event] = try recorded(before, [correction])
        }
        return former
    }

    /// What an event said before a correction.
    package struct Former: Sendable {
        package var event: Event
        /// The correction, and when it was recorded.
        package var until: Position
        package var untilTime: Timestamp
    }

    private func recorded(
        _ row: EventRow, in stream: StreamName, _ corrections: [EventCorrected]
    ) throws -> RecordedEvent {
        try recorded(decoder.recorded(row, in: stream), corrections)
    }

    /// Applies corrections to an event.
    private func recorded(_ event: RecordedEvent, _ corrections: [EventCorrected]) throws -> RecordedEvent {
        var recorded: RecordedEvent = event
        do {
            for correction in corrections { try recorded.apply(correction) }
        } catch {
            throw ReplayError.unreadablePayload(recorded.event.type, recorded.position, error)
        }
        return recorded
    }
}

extension EventStore {
    /// Calls `body` with each event of a stream up to a position, in order. O(log n + events).
    package func forEachRow(
        of stream: StreamName, through position: Int64, _ body: (EventRow) throws -> Void
    ) throws {
        var what = ReadSpecification()
        what.stream = stream.description
        what.through = position
        try forEachEvent(what) { row in
            try body(row)
            return true
        }
    }
}

extension EventRow {
    /// The row's position, version and time, for folds.
    package var moment: EventMoment {
        EventMoment(
            position: Position(position), version: version, occurredAt: Timestamp(microseconds: occurredAt))
    }
}
