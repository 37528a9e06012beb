package import CaseModel
package import EventStore

/// Rebuilds the states of single persons from their streams.
package struct PersonLoader {
    private let reader: StreamReader

    package init(store: EventStore, decoder: EventDecoder = EventDecoder()) {
        reader = StreamReader(store: store, decoder: decoder)
    }

    /// The person's state at a position; nil if they were not identified by then. O(their events).
    package func state(of number: PersonNumber, through position: Int64 = .max) throws -> PersonState? {
        var (state, retractedAt) = try reader.fold(.person(number), through: position, into: PersonState?.none) {
            PersonState.evolve(&$0, $1, $2)
        }
        state?.retractedAt = retractedAt
        return state
    }

    /// The persons that a person is known as, one as the next, starting with the person themselves.
    package func lineage(of number: PersonNumber, through position: Int64 = .max) throws -> [PersonNumber] {
        var lineage: [PersonNumber] = [number]
        while let last = lineage.last, let next = try state(of: last, through: position)?.knownAs?.person {
            guard !lineage.contains(next) else { break }
            lineage.append(next)
        }
        return lineage
    }

    /// A person, and all who are known as them directly or indirectly; the person themselves first.
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
