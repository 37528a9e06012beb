package import CaseModel
package import EventStore
internal import SQLite

/// All projections in one place, folding the same events: live while recording, or anew while replaying.
package final class ProjectionSet {
    package let cases: CaseProjector
    package let persons: PersonProjector
    package let waiting: WaitingProjector
    package let policies: PolicyProjector
    package let incidents: IncidentProjector
    /// The last event folded.
    package private(set) var position: Int64 = 0
    private let active: [any Projector]
    /// Where the projections write that keep rows back.
    private let keepingBack: [ProjectionTarget]

    /// Every kind of projector there is, in the order in which reports name them.
    package static var all: [any Projector.Type] {
        [
            CaseProjector.self, PersonProjector.self, WaitingProjector.self, ImportProjector.self, PolicyProjector.self,
            IncidentProjector.self,
        ]
    }

    /// Puts projectors onto the given slots; those not named are left out.
    init(store: EventStore, slots: [String: Slot], decoder: EventDecoder, limits: FoldLimits, position: Int64) {
        func target(_ name: String) -> ProjectionTarget {
            ProjectionTarget(connection: store.connection, slot: slots[name] ?? .a)
        }
        let ofCases: ProjectionTarget = target(CaseProjector.name)
        let ofPersons: ProjectionTarget = target(PersonProjector.name)
        keepingBack = [ofCases, ofPersons]
        cases = CaseProjector(
            target: ofCases, loader: CaseLoader(store: store, decoder: decoder),
            position: position, capacity: limits.messagesKept)
        persons = PersonProjector(target: ofPersons)
        waiting = WaitingProjector(target: target(WaitingProjector.name))
        policies = PolicyProjector(target: target(PolicyProjector.name))
        incidents = IncidentProjector(target: target(IncidentProjector.name))
        let imports = ImportProjector(target: target(ImportProjector.name))
        let every: [any Projector] = [cases, persons, waiting, imports, policies, incidents]
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

    /// Has the thread that writes the log behind its owner write rows too, until `writeHere`.
    package func writeBehind(_ transaction: WriteTransaction) {
        for target in keepingBack {
            target.writeBehind { (rows) throws(SQLiteError) in try transaction.writeBehind(rows) }
        }
    }

    /// Ends what `writeBehind` arranged, once the transaction has waited for it or was undone.
    package func writeHere() {
        for target in keepingBack { target.writeHere() }
    }

    // MARK: What a fold elsewhere hands over

    /// Whether the cases are among the projections.
    var hasCases: Bool { active.contains { $0 === cases } }

    /// Whether other projections than that of the cases fold an event.
    static func isForOthers(_ event: Event, _ stream: StreamName) -> Bool {
        guard case .case = stream else { return true }
        if case .messageAttached = event { return true }
        return false
    }

    /// Folds and writes what was folded elsewhere.
    func take(_ block: FoldAhead.Block) throws {
        for item in block.items {
            switch item {
            case .event(let event, let stream, let moment):
                for projector in active {
                    if projector === cases {
                        try cases.write(event, of: stream, moment)
                    } else {
                        try projector.apply(event, in: stream, moment)
                    }
                }
            case .change(let change): try cases.write(change)
            }
        }
        position = block.position
    }

    /// Forgets what is in memory; the rows say how far the fold is.
    func discard(to position: Int64) {
        for projector in active { projector.discard() }
        self.position = position
    }
}
