internal import SQLite

/// An event whose content matches.
package struct SearchMatch: Hashable, Sendable {
    package var position: Int64
    /// Microseconds UTC.
    package var occurredAt: Int64
}

/// Filters of a search that need no case.
package struct SearchBounds: Sendable {
    /// Occurrence time, microseconds UTC: `since` inclusive, `until` exclusive.
    package var since: Int64?
    package var until: Int64?
    /// The streams of owners; content without an owner always passes. Nil for all.
    package var owners: Set<String>?
    /// The channel of the case; content outside cases always passes.
    package var channel: String?

    package init(since: Int64? = nil, until: Int64? = nil, owners: Set<String>? = nil, channel: String? = nil) {
        self.since = since
        self.until = until
        self.owners = owners
        self.channel = channel
    }
}

extension SearchIndex {
    /// The number of contents past the index that are searched at a time, in memory: a temporary file would escape
    /// erasure.
    private static let contentsPerPage: Int64 = 5_000
    private static let excerptsPerPage = 1_000

    /// The matching events up to a position, newest first.
    ///
    /// O(matches). Contents past the index are tokenized for each search: O(their words).
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

    /// Excerpts of the contents of some events, with matches between U+0002 and U+0003. O(their words).
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

    /// A JSON array of positions or quoted stream names, the way to pass a list to SQL.
    private static func list(_ values: some Sequence<some CustomStringConvertible>) -> String {
        "[" + values.map(\.description).joined(separator: ",") + "]"
    }

    // MARK: A temporary index of a few contents, for one query

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
