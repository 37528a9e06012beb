package import SQLite

/// A transaction under the store's lock, in which batches are appended. Valid only inside `EventStore.write`; durable
/// when that returns.
package final class WriteTransaction {
    private let store: EventStore
    private let writer: LogWriter
    private var background: BackgroundLogWriter?
    /// The position of the newest event when the transaction began. Other connections see the log up to here.
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

    /// The position of the newest event; 0 if the log is empty.
    package var head: Int64 { lastPosition }

    /// The recorded_at of the newest event, microseconds UTC; nil if the log is empty.
    package var newestRecordedAt: Int64? { lastPosition == 0 ? nil : lastRecordedAt }

    /// Appends a batch. Checks its key first, then the expected versions, then inserts: O(log n) each.
    ///
    /// - Throws: `StoreError` with `.keyConflict` if the key belongs to other events, `.versionConflict` if a stream
    ///   has another version. Nothing of the batch is written then.
    package func append(_ batch: Batch) throws -> AppendResult {
        precondition(!batch.events.isEmpty, "a batch has at least one event")
        try finish()
        if let key = batch.key,
            try !writer.reserve(key, first: lastPosition + 1, count: Int64(batch.events.count))
        {
            return try recorded(key, batch)
        }
        do { for (stream, expected) in batch.expected { try check(stream, expected) } } catch {
            if let key = batch.key { try delete(key) }
            throw error
        }
        var events = PositionedEvents()
        for event in batch.events { _ = try version(of: event.stream) }
        let result: AppendResult = position(batch, in: &events)
        try writer.write(events)
        return result
    }

    /// Appends a batch that is known to be new, on a second thread. Returns before it is written.
    ///
    /// Reading the store in this transaction waits until it is. The queue is bounded.
    ///
    /// - Parameter known: the version of the stream of the nth event before the batch, if the caller knows it; else it
    ///   is looked up.
    /// - Throws: the error of this or an earlier batch, at the latest at the end of the transaction, which can only be
    ///   rolled back then.
    package func appendNew(_ batch: Batch, knowing known: (Int) -> Int64?) throws -> AppendResult {
        precondition(!batch.events.isEmpty && batch.expected.isEmpty, "a new batch has events, and expects nothing")
        for (index, event) in batch.events.enumerated() where versions[event.stream] == nil {
            versions[event.stream] = try known(index) ?? store.version(of: event.stream)
        }
        let background: BackgroundLogWriter = try backgroundWriter()
        return try background.add { (events) throws(SQLiteError) in
            let result: AppendResult = position(batch, in: &events)
            if let key = batch.key { events.reserve(key, forLast: batch.events.count) }
            return result
        }
    }

    /// Runs another write of this transaction on the second thread, in order, with statements made by
    /// `Statement.preparingBehindGate`. Throws like `appendNew`.
    package func writeBehind(_ rows: @escaping @Sendable () throws(SQLiteError) -> Void) throws(SQLiteError) {
        try backgroundWriter().add(rows)
    }

    /// Commits everything so far on the second thread and begins a new transaction there. Returns at once; the store's
    /// lock is kept.
    ///
    /// - Returns: false, without an effect, if another process waits for the lock.
    /// - Throws: the error of earlier work; `StoreError.Code.replaced` if the file was replaced before this call. For
    ///   the last commit that is checked at the end of the transaction.
    package func commitBehind() throws -> Bool {
        guard !store.isAwaited else { return false }
        versions.removeAll(keepingCapacity: true)
        try backgroundWriter().addCommit()
        try store.refuseIfReplaced()
        return true
    }

    private func backgroundWriter() throws(SQLiteError) -> BackgroundLogWriter {
        if let background { return background }
        let background = try BackgroundLogWriter(on: store.connection)
        self.background = background
        return background
    }

    /// Waits until everything appended is written.
    func finish() throws(SQLiteError) { try background?.waitForPendingRows() }

    /// Drops what was appended and is not written yet.
    func abandon() { background?.abandon() }

    /// Assigns positions and versions to a batch. The versions of its streams must be known.
    private func position(_ batch: Batch, in events: inout PositionedEvents) -> AppendResult {
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

    /// The version of a stream; 0 if it has no events.
    package func version(of stream: String) throws -> Int64 {
        if let version = versions[stream] { return version }
        let version: Int64 = try store.version(of: stream)
        versions[stream] = version
        return version
    }

    /// Stores the position in a source, or deletes it if nil.
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

    /// Registers another key for a recorded batch. O(log n).
    package func reserve(_ key: IdempotencyKey, for batch: (first: Int64, count: Int64)) throws(SQLiteError) {
        try finish()
        _ = try writer.reserve(key, first: batch.first, count: batch.count)
    }

    /// Deletes a key, so that it can be used for another batch. O(log n).
    package func release(_ key: IdempotencyKey) throws(SQLiteError) {
        try finish()
        try delete(key)
    }

    /// Deletes the keys of all batches of a correlation, so that the same can be recorded again. O(keys).
    ///
    /// - Returns: their number.
    package func releaseKeys(ofCorrelation first: Int64) throws(SQLiteError) -> Int64 {
        let statement = try store.connection.statement(SQL.deleteKeysOfCorrelation)
        statement.bind(1, first)
        try statement.run()
        return Int64(statement.changes)
    }

    // MARK: Steps of an append

    private func delete(_ key: IdempotencyKey) throws(SQLiteError) {
        let statement = try store.connection.statement(SQL.deleteKey)
        key.withBytes { statement.bind(1, blob: $0) }
        try statement.run()
    }

    private func recorded(_ key: IdempotencyKey, _ batch: Batch) throws -> AppendResult {
        guard let (first, count) = try store.batch(of: key) else {
            throw StoreError(.damaged, path: store.path)
        }
        guard count == batch.events.count else { throw StoreError(.keyConflict(position: first), path: store.path) }
        for (offset, event) in batch.events.enumerated() {
            guard try store.event(at: first + Int64(offset), equals: event) else {
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
