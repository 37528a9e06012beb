package import CaseModel
internal import EventStore
internal import SQLite

/// All projections in one place, folding the same events: live while recording, or anew while replaying.
package final class ProjectionSet {
    package let cases: CaseProjector
    package let persons: PersonProjector
    package let waiting: WaitingProjector
    /// The last event folded.
    package private(set) var position: Int64 = 0
    private let active: [any Projector]

    /// Every kind of projector there is, in the order in which reports name them.
    package static var all: [any Projector.Type] {
        [CaseProjector.self, PersonProjector.self, WaitingProjector.self, ImportProjector.self]
    }

    /// Puts projectors onto the given slots; those not named are left out.
    init(store: EventStore, slots: [String: Slot], decoder: EventDecoder, limits: FoldLimits, position: Int64) {
        func target(_ name: String) -> ProjectionTarget {
            ProjectionTarget(connection: store.connection, slot: slots[name] ?? .a)
        }
        cases = CaseProjector(
            target: target(CaseProjector.name), loader: CaseLoader(store: store, decoder: decoder),
            position: position, capacity: limits.messagesKept)
        persons = PersonProjector(target: target(PersonProjector.name))
        waiting = WaitingProjector(target: target(WaitingProjector.name))
        let imports = ImportProjector(target: target(ImportProjector.name))
        let every: [any Projector] = [cases, persons, waiting, imports]
        active = every.filter { slots[type(of: $0).name] != nil }
        self.position = position
    }

    /// Folds one event into every projection.
    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        for projector in active { try projector.apply(event, in: stream, moment) }
        position = moment.position.rawValue
    }

    /// Writes every row that is still in memory.
    package func flush() throws {
        for projector in active { try projector.flush() }
    }

    /// Makes room in memory without writing what may change again.
    func relieve() throws {
        for projector in active { try projector.relieve() }
    }

    /// Forgets what is in memory; the rows say how far the fold is.
    func discard(to position: Int64) {
        for projector in active { projector.discard() }
        self.position = position
    }
}
