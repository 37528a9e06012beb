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
        try reader.fold(.case(number), through: position, into: CaseState?.none) { CaseState.evolve(&$0, $1, $2) }
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
