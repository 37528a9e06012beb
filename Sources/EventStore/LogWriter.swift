internal import Crypto
internal import SQLite

/// Writes rows into the log's tables: keys, contents with their commitments, events with their leaves.
///
/// Used by one thread at a time.
final class LogWriter {
    /// One event with its place.
    struct Row: Sendable {
        var event: ProposedEvent
        var position: Int64
        var version: Int64
        var recordedAt: Int64
        var actor: String
        var correlation: Int64
    }

    private let insertEvent: Statement
    private let insertContent: Statement
    private let insertKey: Statement
    private let nonces: NonceSource
    private var leaf = LeafHash()

    /// - Parameter prepare: gives the statement of a text.
    init(nonces: NonceSource, _ prepare: (StaticString) throws(SQLiteError) -> Statement) throws(SQLiteError) {
        self.nonces = nonces
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

    /// Writes one event, and its content beside it. O(log n + bytes).
    func write(_ row: Row) throws(SQLiteError) {
        let event: ProposedEvent = row.event
        let commitment: SHA256Digest? = try event.content.map { (content) throws(SQLiteError) in
            try write(content, at: row.position)
        }
        leaf.begin()
        leaf.add(row.position)
        let stream = leaf.add(event.stream)
        leaf.add(row.version)
        let type = leaf.add(event.type)
        leaf.add(Int64(event.schemaVersion))
        leaf.add(event.occurredAt)
        leaf.add(row.recordedAt)
        let actor = leaf.add(row.actor)
        leaf.add(event.causation)
        leaf.add(row.correlation)
        let payload = event.payload.withUnsafeBytes { leaf.add($0) }
        let committed = commitment?.withUnsafeBytes { leaf.add($0) }
        if committed == nil { leaf.addNull() }
        let hash: SHA256Digest = leaf.finish()

        insertEvent.bind(1, row.position)
        insertEvent.bind(3, row.version)
        insertEvent.bind(5, Int64(event.schemaVersion))
        insertEvent.bind(6, event.occurredAt)
        insertEvent.bind(7, row.recordedAt)
        insertEvent.bind(9, event.causation)
        insertEvent.bind(10, row.correlation)
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

    private func write(_ content: ProposedContent, at position: Int64) throws(SQLiteError) -> SHA256Digest {
        insertContent.bind(1, position)
        insertContent.bind(2, content.owner)
        return try nonces.random.withBytes(16) { (nonce) throws(SQLiteError) in
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

/// Where nonces come from: taken by one thread at a time.
final class NonceSource {
    var random = RandomBytes()
}
