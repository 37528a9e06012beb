internal import Crypto
internal import SQLite

/// Inserts rows into the log's tables: keys, contents with commitments, events with leaf hashes.
///
/// Used by one thread at a time.
final class LogWriter {
    private let insertEvent: Statement
    private let insertContent: Statement
    private let insertKey: Statement
    private let nonces: NonceSource
    private let path: String
    private var leaf = LeafHash()

    /// - Parameter prepare: prepares a statement.
    init(
        nonces: NonceSource, path: String, _ prepare: (StaticString) throws(SQLiteError) -> Statement
    ) throws(SQLiteError) {
        self.nonces = nonces
        self.path = path
        insertEvent = try prepare(SQL.insertEvent)
        insertContent = try prepare(SQL.insertContent)
        insertKey = try prepare(SQL.insertKey)
    }

    /// Reserves a key for the batch at a position; false if it is taken. O(log n).
    func reserve(_ key: IdempotencyKey, first: Int64, count: Int64) throws(SQLiteError) -> Bool {
        key.withBytes { insertKey.bind(1, blob: $0) }
        insertKey.bind(2, first)
        insertKey.bind(3, count)
        try insertKey.run()
        return insertKey.changes == 1
    }

    /// Inserts events with their contents, and the keys that are not reserved yet. O(log n + bytes) each.
    ///
    /// - Throws: also if such a key is taken.
    func write(_ events: PositionedEvents) throws(SQLiteError) {
        try events.forEach { (row, texts) throws(SQLiteError) in
            if let key = row.key, try !reserve(key, first: row.position, count: row.batchCount) {
                throw SQLiteError(code: 19, message: "UNIQUE constraint failed: idempotency.key", sql: nil, path: path)
            }
            try write(row, texts)
        }
    }

    private func write(_ row: PositionedEvents.Row, _ texts: PositionedEvents.Texts) throws(SQLiteError) {
        let commitment: SHA256Digest? = try texts.content.map { (content) throws(SQLiteError) in
            try write(content, of: texts.owner, at: row.position)
        }
        let committed: Range<Int>? =
            if let commitment {
                commitment.withUnsafeBytes { leaf.encode(LeafColumns(row, texts, commitment: $0)) }
            } else {
                leaf.encode(LeafColumns(row, texts, commitment: nil))
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
        _ row: PositionedEvents.Row, _ texts: PositionedEvents.Texts, commitment: UnsafeRawBufferPointer?
    ) {
        self.init(
            position: row.position, stream: texts.stream, version: row.version, type: texts.type,
            schemaVersion: row.schemaVersion, occurredAt: row.occurredAt, recordedAt: row.recordedAt,
            actor: texts.actor, causation: row.causation, correlation: row.correlation, payload: texts.payload,
            commitment: commitment)
    }
}

/// A shared source of nonces; used by one thread at a time.
final class NonceSource {
    var random = RandomBytes()
}
