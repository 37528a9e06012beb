package import EventStore
internal import SQLite

/// The index of words over content, in the store's own file: which words stand in the content of which event.
///
/// An FTS5 table with external content (<https://sqlite.org/fts5.html#external_content_tables>): it holds words and
/// positions, while the texts stay in `content` alone. It is filled when somebody searches, never when events are
/// recorded, and keeps its own position in the log. Erasing empties it: see `forget`.
package struct SearchIndex {
    /// Raised whenever the words would come out differently; an index of another version is made anew.
    static let version: Int64 = 1

    let connection: Connection

    package init(store: EventStore) { connection = store.connection }

    /// The last position whose content is in the index, 0 where there is none that this program can use.
    package func position() throws -> Int64 {
        guard try exists() else { return 0 }
        let state = try connection.statement(SearchSQL.state)
        defer { state.reset() }
        guard try state.step(), state.int64(0) == Self.version else { return 0 }
        // A position that can't be is as good as no index: it is made anew.
        return 0...EventStore.largestNumber ~= state.int64(1) ? state.int64(1) : 0
    }

    // MARK: Writing, inside a write transaction

    /// Brings in at most `count` further contents. O(words among them).
    ///
    /// - Returns: whether the index has reached the log's end.
    package func advance(_ transaction: WriteTransaction, by count: Int64) throws -> Bool {
        let position: Int64 = try position()
        if position == 0 { try makeAnew() }
        let last: Int64 = try pageEnd(after: position, count, through: transaction.head)
        if last > position {
            let insert = try connection.statement(SearchSQL.insert)
            insert.bind(1, position)
            insert.bind(2, last)
            try insert.run()
            try set(last)
        }
        return last == transaction.head
    }

    /// Throws the index away; the next `advance` begins it anew.
    package func makeAnew() throws {
        // FTS5 doesn't drop an index that it can't open, so a damaged one is taken away table by table.
        do { try connection.execute(SearchSQL.drop) } catch  where error.isDamage {
            try connection.execute(SearchSQL.dropDamaged)
        }
        try connection.execute(SearchSQL.create)
        try set(0)
    }

    /// Removes all words of the content of some events, also from the pages where they stood: FTS5 notes a removal beside
    /// what it removes, so its parts are merged into one afterwards, and `secure_delete` overwrites what gets free.
    /// O(index). What the journal holds goes when it is moved into the file.
    ///
    /// Call it once for each event, before its content is deleted and in the same transaction. Where the content is gone
    /// already nobody knows its words any more, and the whole index is made anew.
    package func forget(_ positions: some Sequence<Int64>) throws {
        let last: Int64 = try position()
        if last == 0 { return }
        let delete = try connection.statement(SearchSQL.forget)
        var isKnown = true
        for position in positions where position <= last {
            delete.reset()
            delete.bind(1, position)
            try delete.run()
            if try isErased(position) { isKnown = false }
        }
        if isKnown { return try connection.execute(SearchSQL.optimize) }
        try makeAnew()
        let insert = try connection.statement(SearchSQL.insert)
        insert.bind(1, 0)
        insert.bind(2, last)
        try insert.run()
        try set(last)
    }

    /// The position through which at most so many contents stand past another one.
    func pageEnd(after position: Int64, _ count: Int64, through last: Int64) throws -> Int64 {
        let statement = try connection.statement(SearchSQL.pageEnd)
        defer { statement.reset() }
        statement.bind(1, position)
        statement.bind(2, count)
        return try statement.step() ? min(statement.int64(0), last) : last
    }

    private func set(_ position: Int64) throws {
        let statement = try connection.statement(SearchSQL.setState)
        statement.bind(1, Self.version)
        statement.bind(2, position)
        try statement.run()
    }

    private func isErased(_ position: Int64) throws -> Bool {
        let statement = try connection.statement(SearchSQL.isErased)
        defer { statement.reset() }
        statement.bind(1, position)
        return try statement.step()
    }

    private func exists() throws -> Bool {
        let statement = try connection.statement(SearchSQL.isThere)
        defer { statement.reset() }
        return try statement.step()
    }
}
