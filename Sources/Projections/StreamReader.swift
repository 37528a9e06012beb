package import CaseModel
package import EventStore

/// Reads the events of one stream as they hold through a position: what was corrected by then reads corrected, and what was
/// taken back is passed over.
package struct StreamReader {
    let store: EventStore
    let decoder: EventDecoder
    let retractions: Retractions

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        self.store = store
        self.decoder = decoder
        retractions = Retractions(store: store, decoder: decoder)
    }

    /// Folds the events of a stream. O(its events), twice where one of them was corrected or taken back.
    ///
    /// What an import recorded that was taken back is left out, but for the stream's first event: a number that was given
    /// stays given.
    ///
    /// - Returns: the state, and which event took back what the stream began with, if one did.
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
                // A number that was given stays given: a case that was opened by mistake is as one whose import was retracted.
                guard row.version == 1 else { return }
                retractedAt = takenBackAt
            }
            let corrected: RecordedEvent? =
                try changes.corrections[row.position].map { try recorded(row, in: stream, $0) }
            try body(&state, try corrected?.event ?? decoder.event(of: row), row.moment)
        }
        return (state, retractedAt)
    }

    /// What later events of a stream make of earlier ones.
    private struct Changes {
        /// By the position that they correct, in the order of the log.
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

    /// What was taken back of a stream through a position, by what took it back. O(events of the stream).
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

    /// The event at a position as it holds through another, if it stands in the stream. O(events of the stream).
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

    /// What each corrected event of a stream said until each of its corrections, the first one first. A correction that
    /// was taken back is none. O(events of the stream).
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

    /// What an event said until it was corrected.
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

    /// The event with corrections in the place of what it said.
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
    /// Where and when it stands.
    package var moment: EventMoment {
        EventMoment(
            position: Position(position), version: version, occurredAt: Timestamp(microseconds: occurredAt))
    }
}
