package import CaseModel
package import EventStore
internal import SQLite

/// All projections, folding the same events, while recording or in a replay.
package final class ProjectionSet {
    package let cases: CaseProjector
    package let persons: PersonProjector
    package let waiting: WaitingProjector
    package let policies: PolicyProjector
    package let incidents: IncidentProjector
    /// The last event folded.
    package private(set) var position: Int64 = 0
    private let active: [any Projector]
    /// The targets of projections that buffer rows.
    private let keepingBack: [ProjectionTarget]

    /// All projectors, in the order of reports.
    package static var all: [any Projector.Type] {
        [
            CaseProjector.self, PersonProjector.self, WaitingProjector.self, ImportProjector.self, PolicyProjector.self,
            IncidentProjector.self,
        ]
    }

    /// Projections without a slot are left out.
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

    /// Folds an event into every projection.
    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        for projector in active { try projector.apply(event, in: stream, moment) }
        position = moment.position.rawValue
    }

    /// Writes all buffered rows.
    package func flush() throws {
        for projector in active { try projector.flush() }
    }

    /// Makes the background writer of the transaction write rows too, until `writeHere`.
    package func writeBehind(_ transaction: WriteTransaction) {
        for target in keepingBack {
            target.writeBehind { (rows) throws(SQLiteError) in try transaction.writeBehind(rows) }
        }
    }

    /// Ends `writeBehind`, after the transaction has waited for the background writer or was rolled back.
    package func writeHere() {
        for target in keepingBack { target.writeHere() }
    }

    // MARK: Results of a background fold

    /// Whether the cases are included.
    var hasCases: Bool { active.contains { $0 === cases } }

    /// Whether projections other than that of cases need an event.
    static func isForOthers(_ event: Event, _ stream: StreamName) -> Bool {
        guard case .case = stream else { return true }
        if case .messageAttached = event { return true }
        return false
    }

    /// Applies the results of a background fold.
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

    /// Drops buffered state; rows are at `position`.
    func discard(to position: Int64) {
        for projector in active { projector.discard() }
        self.position = position
    }
}
