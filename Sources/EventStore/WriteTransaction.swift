internal import Crypto
package import SQLite

/// What can be done while the store's lock is held: append, and keep a reader's place.
///
/// Valid only inside `EventStore.write`. What it did becomes durable all at once when that returns.
package final class WriteTransaction {
    private let store: EventStore
    private let insertEvent: Statement
    private let insertContent: Statement
    private let insertKey: Statement
    /// The position of the newest event when the transaction began: other connections see the log up to here.
    package let start: Int64
    private var lastPosition: Int64
    private var lastRecordedAt: Int64
    private var versions: [String: Int64] = [:]
    private var leaf = LeafHash()

    init(on store: EventStore) throws(SQLiteError) {
        self.store = store
        insertEvent = try store.connection.statement(SQL.insertEvent)
        insertContent = try store.connection.statement(SQL.insertContent)
        insertKey = try store.connection.statement(SQL.insertKey)
        (lastPosition, lastRecordedAt) = try store.end()
        start = lastPosition
    }

    /// The position of the newest event, 0 in an empty log.
    package var head: Int64 { lastPosition }

    /// Appends a batch as a whole.
    ///
    /// The key is looked up first, then the expected versions, then the events are written: O(log n) each. Durable when
    /// the transaction is.
    ///
    /// - Throws: `StoreError` with `.keyConflict` when the key stands for other events, `.versionConflict` when a stream
    ///   has another version than expected; nothing of the batch is written then.
    package func append(_ batch: Batch) throws -> AppendResult {
        precondition(!batch.events.isEmpty, "a batch has at least one event")
        if let key = batch.key, try !reserve(key, count: batch.events.count) { return try known(key, batch) }
        do { for (stream, expected) in batch.expected { try check(stream, expected) } } catch {
            if let key = batch.key { try free(key) }
            throw error
        }
        let first: Int64 = lastPosition + 1
        let recordedAt: Int64 = max(batch.recordedAt, lastRecordedAt)
        var written: [Int64] = []
        written.reserveCapacity(batch.events.count)
        for event in batch.events {
            let version: Int64 = try self.version(of: event.stream) + 1
            try insert(event, at: lastPosition + 1, version, recordedAt, batch.actor, batch.correlation ?? first)
            versions[event.stream] = version
            lastPosition += 1
            lastRecordedAt = recordedAt
            written.append(version)
        }
        return .appended(first: first, recordedAt: recordedAt, versions: written)
    }

    /// The version of a stream, 0 when it has no events.
    package func version(of stream: String) throws(SQLiteError) -> Int64 {
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
        key.withBytes { insertKey.bind(1, blob: $0) }
        insertKey.bind(2, batch.first)
        insertKey.bind(3, batch.count)
        try insertKey.run()
    }

    /// Gives back the keys of all batches of a correlation, so that the same may be recorded again. O(keys).
    ///
    /// - Returns: how many there were.
    package func releaseKeys(ofCorrelation first: Int64) throws(SQLiteError) -> Int64 {
        let statement = try store.connection.statement(SQL.deleteKeysOfCorrelation)
        statement.bind(1, first)
        try statement.run()
        return Int64(store.connection.changes)
    }

    // MARK: Steps of an append

    /// Takes a key for events at the next positions; false when it is taken.
    private func reserve(_ key: IdempotencyKey, count: Int) throws(SQLiteError) -> Bool {
        key.withBytes { insertKey.bind(1, blob: $0) }
        insertKey.bind(2, lastPosition + 1)
        insertKey.bind(3, Int64(count))
        try insertKey.run()
        return store.connection.changes == 1
    }

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

    private func insert(
        _ event: ProposedEvent, at position: Int64, _ version: Int64, _ recordedAt: Int64, _ actor: String,
        _ correlation: Int64
    ) throws(SQLiteError) {
        let commitment: SHA256Digest? = try event.content.map { (content) throws(SQLiteError) in
            try insert(content, at: position)
        }
        leaf.begin()
        leaf.add(position)
        let stream = leaf.add(event.stream)
        leaf.add(version)
        let type = leaf.add(event.type)
        leaf.add(Int64(event.schemaVersion))
        leaf.add(event.occurredAt)
        leaf.add(recordedAt)
        let actor = leaf.add(actor)
        leaf.add(event.causation)
        leaf.add(correlation)
        let payload = event.payload.withUnsafeBytes { leaf.add($0) }
        let committed = commitment?.withUnsafeBytes { leaf.add($0) }
        if committed == nil { leaf.addNull() }
        let hash: SHA256Digest = leaf.finish()

        insertEvent.bind(1, position)
        insertEvent.bind(3, version)
        insertEvent.bind(5, Int64(event.schemaVersion))
        insertEvent.bind(6, event.occurredAt)
        insertEvent.bind(7, recordedAt)
        insertEvent.bind(9, event.causation)
        insertEvent.bind(10, correlation)
        hash.withUnsafeBytes { insertEvent.bind(13, blob: $0) }
        try leaf.withBytes { (bytes) throws(SQLiteError) in
            func part(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[range]) }
            insertEvent.bind(2, lentText: part(stream))
            insertEvent.bind(4, lentText: part(type))
            insertEvent.bind(8, lentText: part(actor))
            insertEvent.bind(11, lentText: part(payload))
            if let committed { insertEvent.bind(12, lentBlob: part(committed)) } else { insertEvent.bindNull(12) }
            try insertEvent.run()
        }
    }

    private func insert(_ content: ProposedContent, at position: Int64) throws(SQLiteError) -> SHA256Digest {
        insertContent.bind(1, position)
        insertContent.bind(2, content.owner)
        return try store.random.withBytes(16) { (nonce) throws(SQLiteError) in
            try content.body.withUnsafeBufferPointer { (body) throws(SQLiteError) in
                let body = UnsafeRawBufferPointer(body)
                insertContent.bind(3, lentBlob: nonce)
                insertContent.bind(4, lentText: body)
                try insertContent.run()
                return ContentCommitment.digest(nonce: nonce, content: body)
            }
        }
    }
}
