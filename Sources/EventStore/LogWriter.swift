internal import Crypto
internal import SQLite

/// Writes rows into the log's tables: keys, contents with their commitments, events with their leaves.
///
/// Used by one thread at a time.
final class LogWriter {
    private let insertEvent: Statement
    private let insertContent: Statement
    private let insertKey: Statement
    private let nonces: NonceSource
    private let path: String
    private var leaf = LeafHash()

    /// - Parameter prepare: gives the statement of a text.
    init(
        nonces: NonceSource, path: String, _ prepare: (StaticString) throws(SQLiteError) -> Statement
    ) throws(SQLiteError) {
        self.nonces = nonces
        self.path = path
        insertEvent = try prepare(SQL.insertEvent)
        insertContent = try prepare(SQL.insertContent)
        insertKey = try prepare(SQL.insertKey)
    }

    /// Takes a key for the batch at a position; false when it is taken. O(log n).
    func reserve(_ key: IdempotencyKey, first: Int64, count: Int64) throws(SQLiteError) -> Bool {
        key.withBytes { insertKey.bind(1, blob: $0) }
        insertKey.bind(2, first)
        insertKey.bind(3, count)
        try insertKey.run()
        return insertKey.changes == 1
    }

    /// Writes events, their contents beside them, and takes the keys that are still to be taken. O(log n + bytes) each.
    ///
    /// - Throws: also when such a key is taken already.
    func write(_ events: PlacedEvents) throws(SQLiteError) {
        try events.forEach { (row, texts) throws(SQLiteError) in
            if let key = row.key, try !reserve(key, first: row.position, count: row.batchCount) {
                throw SQLiteError(code: 19, message: "UNIQUE constraint failed: idempotency.key", sql: nil, path: path)
            }
            try write(row, texts)
        }
    }

    private func write(_ row: PlacedEvents.Row, _ texts: PlacedEvents.Texts) throws(SQLiteError) {
        let commitment: SHA256Digest? = try texts.content.map { (content) throws(SQLiteError) in
            try write(content, of: texts.owner, at: row.position)
        }
        let committed: Range<Int>? =
            if let commitment {
                commitment.withUnsafeBytes { leaf.take(LeafColumns(row, texts, commitment: $0)) }
            } else {
                leaf.take(LeafColumns(row, texts, commitment: nil))
            }
        let hash: SHA256Digest = leaf.finish()

        insertEvent.bind(1, row.position)
        insertEvent.bind(3, row.version)
        insertEvent.bind(5, row.schemaVersion)
        insertEvent.bind(6, row.occurredAt)
        insertEvent.bind(7, row.recordedAt)
        insertEvent.bind(9, row.causation)
        insertEvent.bind(10, row.correlation)
        hash.withUnsafeBytes { insertEvent.bind(13, blob: $0) }
        insertEvent.bind(2, lentText: texts.stream)
        insertEvent.bind(4, lentText: texts.type)
        insertEvent.bind(8, lentText: texts.actor)
        insertEvent.bind(11, lentText: texts.payload)
        try leaf.withBytes { (bytes) throws(SQLiteError) in
            if let committed {
                insertEvent.bind(12, lentBlob: UnsafeRawBufferPointer(rebasing: bytes[committed]))
            } else {
                insertEvent.bindNull(12)
            }
            try insertEvent.run()
        }
    }

    private func write(
        _ content: UnsafeRawBufferPointer, of owner: UnsafeRawBufferPointer?, at position: Int64
    ) throws(SQLiteError) -> SHA256Digest {
        insertContent.bind(1, position)
        if let owner { insertContent.bind(2, lentText: owner) } else { insertContent.bindNull(2) }
        return try nonces.random.withBytes(ContentCommitment.nonceLength) { (nonce) throws(SQLiteError) in
            insertContent.bind(3, lentBlob: nonce)
            insertContent.bind(4, lentText: content)
            try insertContent.run()
            return ContentCommitment.digest(nonce: nonce, content: content)
        }
    }
}

extension LeafColumns {
    fileprivate init(
        _ row: PlacedEvents.Row, _ texts: PlacedEvents.Texts, commitment: UnsafeRawBufferPointer?
    ) {
        self.init(
            position: row.position, stream: texts.stream, version: row.version, type: texts.type,
            schemaVersion: row.schemaVersion, occurredAt: row.occurredAt, recordedAt: row.recordedAt,
            actor: texts.actor, causation: row.causation, correlation: row.correlation, payload: texts.payload,
            commitment: commitment)
    }
}

/// Where nonces come from: taken by one thread at a time.
final class NonceSource {
    var random = RandomBytes()
}
