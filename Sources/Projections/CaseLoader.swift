package import CaseModel
package import EventStore

/// Rebuilds the state of single streams from the log, where it stands already and is not copied.
package struct CaseLoader {
    let reader: StreamReader

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        reader = StreamReader(store: store, decoder: decoder)
    }

    /// A case's own state after its events through a position; nil where it was not opened by then. O(its events).
    package func state(of number: CaseNumber, through position: Int64 = .max) throws -> CaseState? {
        var (state, retractedAt) = try reader.fold(.case(number), through: position, into: CaseState?.none) {
            CaseState.evolve(&$0, $1, $2)
        }
        state?.retractedAt = retractedAt
        return state
    }

    /// The cases that an import touched which was taken back. O(events since its first).
    func cases(touchedBy retracted: ImportRetracted, through position: Int64) throws -> [CaseNumber] {
        try reader.store.streams(
            ofCorrelation: retracted.first.rawValue, through: position, except: StreamName.book.description
        ).compactMap { stream in
            if case .case(let number) = StreamName(stream) { number } else { nil }
        }
    }

    /// A case as it goes on: with everything it absorbed.
    package func combined(_ number: CaseNumber, through position: Int64 = .max) throws -> CaseState? {
        guard let own = try state(of: number, through: position) else { return nil }
        var members: [CaseState] = []
        var waiting: [CaseNumber] = own.absorbed
        var seen: Set<CaseNumber> = [number]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted else { continue }
            guard let member = try state(of: next, through: position) else { continue }
            members.append(member)
            waiting += member.absorbed
        }
        return own.combined(with: members)
    }
}
