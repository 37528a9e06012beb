package import CaseModel
package import EventStore

/// Rebuilds the states of single cases from their streams.
package struct CaseLoader {
    let reader: StreamReader

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        reader = StreamReader(store: store, decoder: decoder)
    }

    /// The case's own state at a position; nil if it was not opened by then. O(its events).
    package func state(of number: CaseNumber, through position: Int64 = .max) throws -> CaseState? {
        var (state, retractedAt) = try reader.fold(.case(number), through: position, into: CaseState?.none) {
            CaseState.evolve(&$0, $1, $2)
        }
        state?.retractedAt = retractedAt
        return state
    }

    /// The events of all streams that a case was ever combined from, corrections applied, in the order of the log.
    /// O(their events).
    package func history(around number: CaseNumber) throws -> [Hindsight.Entry] {
        var entries: [Hindsight.Entry] = []
        var waiting: [CaseNumber] = [number]
        var seen: Set<CaseNumber> = []
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            for entry in try history(of: next) {
                switch entry.event {
                case .casesMerged(let event): waiting += [event.into, event.from]
                case .casesUnmerged(let event): waiting += [event.into, event.from]
                case .caseSplit(let event): waiting += [event.into, event.from]
                default: break
                }
                entries.append(entry)
            }
        }
        return entries.sorted { $0.moment.position < $1.moment.position }
    }

    private func history(of number: CaseNumber) throws -> [Hindsight.Entry] {
        let stream = StreamName.case(number)
        var overrides: Set<Position> = []
        try reader.store.forEachRow(of: stream, through: .max) { row in
            if try EventCodec.isOverride(in: row.payloadBytes) { overrides.insert(Position(row.position)) }
        }
        return try reader.fold(stream, through: .max, into: [Hindsight.Entry]()) { entries, event, moment in
            entries.append(
                Hindsight.Entry(
                    stream: number, event: event, moment: moment, isOverride: overrides.contains(moment.position)))
        }.state
    }

    /// The case that displays a message of a stream. O(events of the stream).
    package func holder(of key: SourceKey, in home: CaseNumber) throws -> CaseNumber {
        try state(of: home)?.holder(of: key) ?? home
    }

    /// The cases of a retracted import. O(events since its first).
    func cases(touchedBy retracted: ImportRetracted, through position: Int64) throws -> [CaseNumber] {
        try reader.store.streams(
            ofCorrelation: retracted.first.rawValue, through: position, except: StreamName.book.description
        ).compactMap { stream in
            if case .case(let number) = StreamName(stream) { number } else { nil }
        }
    }

    /// The combined case: with those merged into it and mentions moved by splits.
    package func combined(_ number: CaseNumber, through position: Int64 = .max) throws -> CaseState? {
        guard let own = try state(of: number, through: position) else { return nil }
        return try CaseWhole(of: own) { try state(of: $0, through: position) }.state
    }
}
