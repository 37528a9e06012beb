package import CaseModel
package import EventStore

/// Rebuilds the state of single persons from the log.
package struct PersonLoader {
    private let reader: StreamReader

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        reader = StreamReader(store: store, decoder: decoder)
    }

    /// A person's state after their events through a position; nil where nobody had met them by then. O(their events).
    package func state(of number: PersonNumber, through position: Int64 = .max) throws -> PersonState? {
        var (state, retractedAt) = try reader.fold(.person(number), through: position, into: PersonState?.none) {
            PersonState.evolve(&$0, $1, $2)
        }
        state?.retractedAt = retractedAt
        return state
    }

    /// The persons as whom a person is known, one as the next, the person themselves first and the principal last.
    package func lineage(of number: PersonNumber, through position: Int64 = .max) throws -> [PersonNumber] {
        var lineage: [PersonNumber] = [number]
        while let last = lineage.last, let next = try state(of: last, through: position)?.knownAs?.person {
            guard !lineage.contains(next) else { break }
            lineage.append(next)
        }
        return lineage
    }

    /// A person and all who are known as them, directly or through one another; the person themselves first.
    package func circle(of number: PersonNumber, through position: Int64 = .max) throws -> [PersonState] {
        var found: [PersonState] = []
        var waiting: [PersonNumber] = [number]
        while !waiting.isEmpty {
            let next: PersonNumber = waiting.removeFirst()
            guard !found.contains(where: { $0.number == next }), let state = try state(of: next, through: position)
            else { continue }
            found.append(state)
            waiting += state.others.map(\.person)
        }
        return found
    }
}
