internal import SQLite

/// An event whose content has the words that somebody looks for.
package struct SearchMatch: Hashable, Sendable {
    package var position: Int64
    /// When it happened, microseconds UTC.
    package var occurredAt: Int64
}

/// What narrows a search before anything is known of cases.
package struct SearchBounds: Sendable {
    /// Happened at or after, and before, microseconds UTC.
    package var since: Int64?
    package var until: Int64?
    /// The streams of the persons whose content it is, beside content that is nobody's yet; nil for anybody's.
    package var owners: Set<String>?
    /// The channel of the cases; what isn't a case's comes from every channel.
    package var channel: String?

    package init(since: Int64? = nil, until: Int64? = nil, owners: Set<String>? = nil, channel: String? = nil) {
        self.since = since
        self.until = until
        self.owners = owners
        self.channel = channel
    }
}

extension SearchIndex {
    /// How many contents past the index are gone through at a time: few enough for their words to stay in memory, since
    /// nobody would erase them from a temporary file.
    private static let contentsPerPage: Int64 = 5_000
    private static let excerptsPerPage = 1_000

    /// The events through a position whose content matches, the newest first by when they happened.
    ///
    /// O(matches); what the log has past the index is gone through word by word, O(words among it).
    package func matches(
        _ expression: SearchExpression, _ bounds: SearchBounds = SearchBounds(), through last: Int64
    ) throws -> [SearchMatch] {
        if expression.isEmpty { return [] }
        var from: Int64 = try min(position(), last)
        var found: [SearchMatch] = []
        if from > 0 { try collect(SearchSQL.matches, expression, bounds, into: &found) }
        if from < last {
            try withPage {
                while from < last {
                    let to: Int64 = try pageEnd(after: from, Self.contentsPerPage, through: last)
                    try fillPage(SearchSQL.fillPage) { statement in
                        statement.bind(1, from)
                        statement.bind(2, to)
                    }
                    try collect(SearchSQL.matchesOfPage, expression, bounds, into: &found)
                    from = to
                }
            }
        }
        found.sort { ($0.occurredAt, $0.position) > ($1.occurredAt, $1.position) }
        return found
    }

    /// What stands around the words in the content of some events that match, each word between U+0002 and U+0003.
    /// O(words of these).
    package func excerpts(
        _ expression: SearchExpression, of positions: [Int64]
    ) throws -> [Int64: (words: String, isNote: Bool)] {
        var excerpts: [Int64: (words: String, isNote: Bool)] = [:]
        if expression.isEmpty || positions.isEmpty { return excerpts }
        try withPage {
            for start in stride(from: 0, to: positions.count, by: Self.excerptsPerPage) {
                let page = positions[start..<min(start + Self.excerptsPerPage, positions.count)]
                try fillPage(SearchSQL.fillPageWith) { $0.bind(1, Self.list(page)) }
                let statement = try Statement.preparing(SearchSQL.excerptsOfPage, on: connection)
                statement.bind(1, expression.match)
                while try statement.step() {
                    excerpts[statement.int64(0)] = (statement.string(1), statement.int64(2) != 0)
                }
            }
        }
        return excerpts
    }

    private func collect(
        _ sql: String, _ expression: SearchExpression, _ bounds: SearchBounds, into found: inout [SearchMatch]
    ) throws {
        let statement = try Statement.preparing(sql, on: connection)
        statement.bind(1, expression.match)
        statement.bind(2, bounds.since ?? .min)
        statement.bind(3, bounds.until ?? .max)
        statement.bind(4, bounds.owners.map { Self.list($0.sorted().map { "\"\($0)\"" }) })
        statement.bind(5, bounds.channel)
        while try statement.step() {
            found.append(SearchMatch(position: statement.int64(0), occurredAt: statement.int64(1)))
        }
    }

    /// Positions, or names of streams in quotation marks, as a JSON array: the one form in which SQL takes a list.
    private static func list(_ values: some Sequence<some CustomStringConvertible>) -> String {
        "[" + values.map(\.description).joined(separator: ",") + "]"
    }

    // MARK: An index of a few events, for one question, on the connection that asks

    private func withPage(_ body: () throws -> Void) throws {
        try connection.execute(SearchSQL.createPage)
        defer { try? connection.execute(SearchSQL.dropPage) }
        try body()
    }

    private func fillPage(_ sql: String, _ bind: (Statement) -> Void) throws {
        try connection.execute(SearchSQL.emptyPage)
        let statement = try Statement.preparing(sql, on: connection)
        bind(statement)
        try statement.run()
    }
}
