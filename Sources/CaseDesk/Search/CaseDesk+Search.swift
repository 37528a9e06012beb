package import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// How many events' content goes into the index in one transaction, some tenths of a second: others record in between.
    private static let eventsPerAdvance: Int64 = 10_000

    /// How many events the index of words has still to take in.
    package func eventsToIndex() throws -> Int64 {
        try read { try store.end().position - SearchIndex(store: store).position() }
    }

    /// Whether somebody else writes to the store at this moment, or nobody can.
    package func isWritingUnavailable() -> Bool {
        !store.isWritable || WriterLock.holding(ofStore: store.resolvedPath) != .nobody
    }

    /// Takes the content of new events into the index of words. O(words among them), in short transactions.
    ///
    /// - Parameters:
    ///   - rebuilding: whether the index is begun anew.
    ///   - between: called after each transaction but the last, with the position that the index has reached; goes on
    ///     where it returns true.
    package func updateSearch(
        rebuilding: Bool = false, between: (_ position: Int64) -> Bool = { _ in true }
    ) throws {
        do {
            let index = SearchIndex(store: store)
            if rebuilding { try store.write { _ in try index.makeAnew() } }
            while try !store.write({ try index.advance($0, by: Self.eventsPerAdvance) }) {
                guard between(try index.position()) else { return }
            }
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// Removes the words of some events' content from the index of words, before the content is deleted.
    package func forgetWords(of positions: [Position]) throws {
        do {
            try store.write { _ in try SearchIndex(store: store).forget(positions.map(\.rawValue)) }
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// Finds words in what was said, noted and done, the newest first by when it happened. O(matches), and O(words that
    /// the index doesn't hold yet).
    ///
    /// What was withdrawn or taken back is left out; what was merged or split is found in the case where it goes on.
    ///
    /// - Throws: `DeskError.input` where no word is left to look for.
    package func search(_ query: SearchQuery) throws -> SearchAnswer {
        let expression = SearchExpression(query.words)
        if expression.isEmpty {
            throw DeskError.input(
                "there is no word to look for; give words, \"a phrase\", or a beginning, as in refund*")
        }
        return try ask(.now) { last in
            let index = SearchIndex(store: store)
            let resolver = try HitResolver(desk: self, query: query)
            let bounds = SearchBounds(
                since: query.since?.microseconds, until: query.until?.microseconds, owners: resolver.owners,
                channel: query.channel?.name)
            var answer = SearchAnswer(
                hits: [], isCut: false, areWordsCut: expression.isCut, position: Position(last))
            for match in try index.matches(expression, bounds, through: last) {
                guard let hit = try resolver.hit(at: match.position) else { continue }
                if answer.hits.count == query.limit {
                    answer.isCut = true
                    break
                }
                answer.hits.append(hit)
            }
            let excerpts = try index.excerpts(expression, of: answer.hits.map(\.position.rawValue))
            for place in answer.hits.indices {
                guard let excerpt = excerpts[answer.hits[place].position.rawValue] else { continue }
                answer.hits[place].excerpt = SearchHit.pieces(excerpt.words)
                // A note beside what was said was never said to anybody.
                if excerpt.isNote { (answer.hits[place].side, answer.hits[place].visibility) = (.house, nil) }
            }
            return answer
        }
    }
}
