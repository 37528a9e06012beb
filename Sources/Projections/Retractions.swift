internal import CaseModel
internal import EventStore

/// The retracted imports, whose events folds leave out.
///
/// Read from the log once; call `refresh` after another retraction.
final class Retractions {
    struct Retraction: Hashable {
        /// The `ImportRetracted` event.
        var position: Position
        /// The import's first event, the correlation of all its events.
        var first: Position
    }

    private let store: EventStore
    private let decoder: EventDecoder
    private var known: [Retraction]?

    init(store: EventStore, decoder: EventDecoder) {
        self.store = store
        self.decoder = decoder
    }

    /// The retractions up to a position, by the import's first event. O(1) if there are none.
    func through(_ position: Int64) throws -> [Int64: Position] {
        let all: [Retraction] = try known ?? read()
        known = all
        if all.isEmpty { return [:] }
        return all.reduce(into: [:]) { found, one in
            if one.position.rawValue <= position { found[one.first.rawValue] = one.position }
        }
    }

    /// Call it after another import was retracted.
    func refresh() { known = nil }

    private func read() throws -> [Retraction] {
        try store.retractions().compactMap { place in
            let what = ReadSpecification(at: place)
            var found: Retraction?
            try store.forEachEvent(what) { row in
                if case .importRetracted(let event) = try decoder.event(of: row) {
                    found = Retraction(position: Position(place), first: event.first)
                }
                return false
            }
            return found
        }
    }
}
