package import SQLite

/// What can be done while the store's lock is held: append, and keep a reader's place.
///
/// Valid only inside `EventStore.write`. What it did becomes durable all at once when that returns.
package final class WriteTransaction {
    private let store: EventStore
    private let writer: LogWriter
    private var behind: LogWriterBehind?
    /// The position of the newest event when the transaction began: other connections see the log up to here.
    package let start: Int64
    private var lastPosition: Int64
    private var lastRecordedAt: Int64
    private var versions: [String: Int64] = [:]

    init(on store: EventStore) throws {
        self.store = store
        writer = try LogWriter(nonces: store.nonces, path: store.path) { (sql) throws(SQLiteError) in
            try store.connection.statement(sql)
        }
        (lastPosition, lastRecordedAt) = try store.end()
        start = lastPosition
    }

    /// The position of the newest event, 0 in an empty log.
    package var head: Int64 { lastPosition }

    /// When the newest event was recorded, microseconds UTC; nil in an empty log.
    package var newestRecordedAt: Int64? { lastPosition == 0 ? nil : lastRecordedAt }

    /// Appends a batch as a whole.
    ///
    /// The key is looked up first, then the expected versions, then the events are written: O(log n) each. Durable when
    /// the transaction is.
    ///
    /// - Throws: `StoreError` with `.keyConflict` when the key stands for other events, `.versionConflict` when a stream
    ///   has another version than expected; nothing of the batch is written then.
    package func append(_ batch: Batch) throws -> AppendResult {
        precondition(!batch.events.isEmpty, "a batch has at least one event")
        try finish()
        if let key = batch.key,
            try !writer.reserve(key, first: lastPosition + 1, count: Int64(batch.events.count))
        {
            return try known(key, batch)
        }
        do { for (stream, expected) in batch.expected { try check(stream, expected) } } catch {
            if let key = batch.key { try free(key) }
            throw error
        }
        var events = PlacedEvents()
        for event in batch.events { _ = try version(of: event.stream) }
        let result: AppendResult = place(batch, in: &events)
        try writer.write(events)
        return result
    }

    /// Appends a batch that nobody has recorded before, to be written by another thread while this one goes on.
    ///
    /// Whoever reads the store in this transaction waits until it is written. Bounded memory.
    ///
    /// - Parameter known: the version before the batch of the stream of its nth event, where the owner knows it; else it is
    ///   looked up.
    /// - Throws: what went wrong with this or an earlier batch; the transaction can only be undone then. It may come as
    ///   late as from the end of the transaction.
    package func appendNew(_ batch: Batch, knowing known: (Int) -> Int64?) throws -> AppendResult {
        precondition(!batch.events.isEmpty && batch.expected.isEmpty, "a new batch has events, and expects nothing")
        for (index, event) in batch.events.enumerated() where versions[event.stream] == nil {
            versions[event.stream] = try known(index) ?? store.version(of: event.stream)
        }
        let behind: LogWriterBehind = try secondThread()
        return try behind.add { (events) throws(SQLiteError) in
            let result: AppendResult = place(batch, in: &events)
            if let key = batch.key { events.take(key, ofNewest: batch.events.count) }
            return result
        }
    }

    /// Has the second thread write something else of this transaction, in its turn: with statements of its own, prepared
    /// behind the gate. What goes wrong is thrown as from `appendNew`.
    package func writeBehind(_ rows: @escaping @Sendable () throws(SQLiteError) -> Void) throws(SQLiteError) {
        try secondThread().add(rows)
    }

    /// Has everything so far made durable by the second thread, and goes on at once: what is done from here on is a
    /// transaction of its own. The store's lock is kept.
    ///
    /// - Returns: false, with nothing done, where somebody waits for the lock.
    /// - Throws: what went wrong before, and `StoreError` where the store's file was replaced by then. Whether it is in its
    ///   place after the last commit is asked at the transaction's end.
    package func commitBehind() throws -> Bool {
        guard !store.isAwaited else { return false }
        versions.removeAll(keepingCapacity: true)
        try secondThread().addCommit()
        try store.refuseIfReplaced()
        return true
    }

    private func secondThread() throws(SQLiteError) -> LogWriterBehind {
        if let behind { return behind }
        let behind = try LogWriterBehind(on: store.connection)
        self.behind = behind
        return behind
    }

    /// Waits until everything that was appended is written.
    func finish() throws(SQLiteError) { try behind?.settle() }

    /// Lets go of what was appended and is not written yet.
    func abandon() { behind?.abandon() }

    /// Gives a batch its places at the log's end; the versions of its streams are known.
    private func place(_ batch: Batch, in events: inout PlacedEvents) -> AppendResult {
        let first: Int64 = lastPosition + 1
        let recordedAt: Int64 = max(batch.recordedAt, lastRecordedAt)
        var given: [Int64] = []
        given.reserveCapacity(batch.events.count)
        for event in batch.events {
            let version: Int64 = (versions[event.stream] ?? 0) + 1
            versions[event.stream] = version
            given.append(version)
            lastPosition += 1
            events.add(
                event, position: lastPosition, version: version, recordedAt: recordedAt, actor: batch.actor,
                correlation: batch.correlation ?? first)
        }
        lastRecordedAt = recordedAt
        return .appended(first: first, recordedAt: recordedAt, versions: given)
    }

    /// The version of a stream, 0 when it has no events.
    package func version(of stream: String) throws -> Int64 {
        if let version = versions[stream] { return version }
        let version: Int64 = try store.version(of: stream)
        versions[stream] = version
        return version
    }

    /// Keeps how far a source was read, or forgets it.
    package func setCursor(_ source: String, _ state: String?) throws(SQLiteError) {
        if let state {
            let statement = try store.connection.statement(SQL.setCursor)
            statement.bind(1, source)
            statement.bind(2, state)
            try statement.run()
        } else {
            let statement = try store.connection.statement(SQL.deleteCursor)
            statement.bind(1, source)
            try statement.run()
        }
    }

    /// Lets a batch be known by a further key. O(log n).
    package func reserve(_ key: IdempotencyKey, for batch: (first: Int64, count: Int64)) throws(SQLiteError) {
        try finish()
        _ = try writer.reserve(key, first: batch.first, count: batch.count)
    }

    /// Gives back a key, so that another batch may be known by it. O(log n).
    package func release(_ key: IdempotencyKey) throws(SQLiteError) {
        try finish()
        try free(key)
    }

    /// Gives back the keys of all batches of a correlation, so that the same may be recorded again. O(keys).
    ///
    /// - Returns: how many there were.
    package func releaseKeys(ofCorrelation first: Int64) throws(SQLiteError) -> Int64 {
        let statement = try store.connection.statement(SQL.deleteKeysOfCorrelation)
        statement.bind(1, first)
        try statement.run()
        return Int64(statement.changes)
    }

    // MARK: Steps of an append

    /// Gives back a key that was taken for a batch which is refused.
    private func free(_ key: IdempotencyKey) throws(SQLiteError) {
        let statement = try store.connection.statement(SQL.deleteKey)
        key.withBytes { statement.bind(1, blob: $0) }
        try statement.run()
    }

    private func known(_ key: IdempotencyKey, _ batch: Batch) throws -> AppendResult {
        guard let (first, count) = try store.batch(of: key) else {
            throw StoreError(.damaged, path: store.path)
        }
        guard count == batch.events.count else { throw StoreError(.keyConflict(position: first), path: store.path) }
        for (offset, event) in batch.events.enumerated() {
            guard try store.event(at: first + Int64(offset), says: event) else {
                throw StoreError(.keyConflict(position: first + Int64(offset)), path: store.path)
            }
        }
        return .alreadyAppended(first: first, count: count)
    }

    private func check(_ stream: String, _ expected: ExpectedVersion) throws {
        let actual: Int64 = try version(of: stream)
        let wanted: Int64
        switch expected {
        case .any: return
        case .noStream: wanted = 0
        case .exactly(let version): wanted = version
        }
        guard actual == wanted else {
            throw StoreError(.versionConflict(stream: stream, expected: wanted, actual: actual), path: store.path)
        }
    }
}
