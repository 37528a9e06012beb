internal import CaseModel
internal import EventStore

/// The imports that were taken back: what they recorded is left out wherever a stream is folded.
///
/// Read from the log once; whoever folds a further one says so.
final class Retractions {
    /// One import that was taken back.
    struct Retraction: Hashable {
        /// The event that took it back.
        var position: Position
        /// The import's first event, which all of its events have as their correlation.
        var first: Position
    }

    private let store: EventStore
    private let decoder: EventDecoder
    private var known: [Retraction]?

    init(store: EventStore, decoder: EventDecoder) {
        self.store = store
        self.decoder = decoder
    }

    /// The imports taken back through a position, by their first event. O(1) where there are none.
    func through(_ position: Int64) throws -> [Int64: Position] {
        let all: [Retraction] = try known ?? read()
        known = all
        if all.isEmpty { return [:] }
        return all.reduce(into: [:]) { found, one in
            if one.position.rawValue <= position { found[one.first.rawValue] = one.position }
        }
    }

    /// A further import was taken back.
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
