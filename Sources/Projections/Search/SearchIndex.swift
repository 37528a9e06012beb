package import EventStore
internal import SQLite

/// The full-text index over content, in the store's file.
///
/// An FTS5 table with external content (<https://sqlite.org/fts5.html#external_content_tables>): it holds words and
/// positions, while texts remain in `content`. Filled when somebody searches, not when events are recorded; has its own
/// position in the log. Erasure must call `forget`.
package struct SearchIndex {
    /// Raised when tokens change; an index of another version is rebuilt.
    static let version: Int64 = 1

    let connection: Connection

    package init(store: EventStore) { connection = store.connection }

    /// The last position in the index; 0 if there is no usable index.
    package func position() throws -> Int64 {
        guard try exists() else { return 0 }
        let state = try connection.statement(SearchSQL.state)
        defer { state.reset() }
        guard try state.step(), state.int64(0) == Self.version else { return 0 }
        // With an impossible position the index is rebuilt.
        return 0...EventStore.largestNumber ~= state.int64(1) ? state.int64(1) : 0
    }

    // MARK: Writing, inside a write transaction

    /// Indexes at most `count` more contents. O(their words).
    ///
    /// - Returns: whether the index has reached the end of the log.
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

    /// Empties the index; `advance` fills it again.
    package func makeAnew() throws {
        // FTS5 can't drop an index that it can't open: drop a damaged one table by table.
        do { try connection.execute(SearchSQL.drop) } catch  where error.isDamage {
            try connection.execute(SearchSQL.dropDamaged)
        }
        try connection.execute(SearchSQL.create)
        try set(0)
    }

    /// Removes the words of some events' contents from the index and its pages: FTS5 only marks removals, so its
    /// segments are merged, and `secure_delete` overwrites freed pages. The WAL keeps old pages until it is
    /// checkpointed. O(index).
    ///
    /// Call it once per event, before the content is deleted and in the same transaction. If the content is gone
    /// already, the index is rebuilt.
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

    /// The position up to which there are at most `count` contents after another.
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
