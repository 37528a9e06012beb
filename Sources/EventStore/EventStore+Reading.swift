package import SQLite

/// Which events to read.
package struct ReadSpecification: Hashable, Sendable {
    /// Only events after this position.
    package var after: Int64 = 0
    /// Only events up to this position, inclusive.
    package var through: Int64 = .max
    /// Only this stream.
    package var stream: String?
    /// Newest first; ignored for a single stream.
    package var isBackward = false

    package init() {}

    /// Only the event at a position.
    package init(at position: Int64) {
        after = position &- 1
        through = position
    }
}

extension EventStore {
    /// The largest position, version or case number that counts as undamaged. Sums of smaller numbers can't overflow.
    package static let largestNumber: Int64 = 1 << 60
    /// The largest number of events in a batch.
    private static let largestBatch: Int64 = 1 << 20

    private func damaged(_ table: String, _ row: String?) -> StoreError {
        StoreError(.damagedRow(table: table, row: row), path: path)
    }

    /// Calls `body` with each event in order until it returns false. O(log n), then O(1) per event.
    ///
    /// - Throws: what `body` throws; `SQLiteError` if the file can't be read.
    package func forEachEvent(_ what: ReadSpecification, _ body: (EventRow) throws -> Bool) throws {
        let sql: String
        if what.stream != nil {
            sql = SQL.eventsOfStream
        } else {
            sql = what.isBackward ? SQL.eventsByPositionBackward : SQL.eventsByPosition
        }
        let statement = try Statement.preparing(sql, on: connection)
        statement.bind(1, what.after)
        statement.bind(2, what.through)
        if let stream = what.stream { statement.bind(3, stream) }
        let row = EventRow(statement: statement)
        while try statement.step() {
            guard try body(row) else { return }
        }
    }

    /// Calls `body` with the events after one position up to another, in the order of the log.
    package func forEachFoldRow(after: Int64, through: Int64, _ body: (FoldRow) throws -> Void) throws {
        let statement = try Statement.preparing(SQL.eventsForFold, on: connection)
        statement.bind(1, after)
        statement.bind(2, through)
        let row = FoldRow(statement: statement)
        while try statement.step() { try body(row) }
    }

    /// The newest event's position and recorded_at; (0, Int64.min) if the log is empty.
    ///
    /// - Throws: `SQLiteError`; `StoreError` if the position is damaged.
    package func end() throws -> (position: Int64, recordedAt: Int64) {
        let statement = try connection.statement(SQL.end)
        defer { statement.reset() }
        guard try statement.step() else { return (0, .min) }
        let position: Int64 = statement.int64(0)
        guard 1...Self.largestNumber ~= position else { throw damaged("event", "position \(position)") }
        return (position, statement.int64(1))
    }

    /// The next existing position; nil at the end of the log. O(log n).
    package func nextPosition(after position: Int64) throws(SQLiteError) -> Int64? {
        let statement = try connection.statement(SQL.nextPosition)
        defer { statement.reset() }
        statement.bind(1, position)
        return try statement.step() ? statement.int64(0) : nil
    }

    /// The last position recorded at or before a moment; 0 if none. O((log n)²): binary search, since recorded_at never
    /// decreases.
    package func lastPosition(recordedBy moment: Int64) throws -> Int64 {
        var low: Int64 = 0
        var high: Int64 = try end().position
        let statement = try connection.statement(SQL.recordedAt)
        defer { statement.reset() }
        while low < high {
            let middle: Int64 = low + (high - low + 1) / 2
            statement.reset()
            statement.bind(1, middle)
            if try statement.step(), statement.int64(0) <= moment { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The positions of all `ImportRetracted` events. O(their number).
    package func retractions() throws(SQLiteError) -> [Int64] {
        let statement = try connection.statement(SQL.retractions)
        defer { statement.reset() }
        var positions: [Int64] = []
        while try statement.step() { positions.append(statement.int64(0)) }
        return positions
    }

    /// The streams, except one, that have events of a correlation up to a position. O(events since the first).
    package func streams(
        ofCorrelation first: Int64, through: Int64, except other: String
    ) throws(SQLiteError) -> [String] {
        let statement = try connection.statement(SQL.streamsOfCorrelation)
        defer { statement.reset() }
        statement.bind(1, first)
        statement.bind(2, through)
        statement.bind(3, other)
        var streams: [String] = []
        while try statement.step() { streams.append(statement.string(0)) }
        return streams
    }

    /// Calls `body` with position, stream and correlation of each event that follows, in the same stream, an event of
    /// the correlation `first` and has another correlation. Retraction asks it what was built on an import. O(events
    /// since the first).
    package func forEachEvent(
        behindCorrelation first: Int64, except other: String, _ body: (Int64, String, Int64) throws -> Void
    ) throws {
        let statement = try connection.statement(SQL.eventsBehindCorrelation)
        defer { statement.reset() }
        statement.bind(1, first)
        statement.bind(2, other)
        while try statement.step() { try body(statement.int64(0), statement.string(1), statement.int64(2)) }
    }

    /// The version of a stream; 0 if it has no events. O(log n).
    ///
    /// - Throws: `SQLiteError`; `StoreError` if the version is damaged.
    package func version(of stream: String) throws -> Int64 {
        let statement = try connection.statement(SQL.versionOfStream)
        defer { statement.reset() }
        statement.bind(1, stream)
        let version: Int64 = try statement.step() ? statement.int64(0) : 0
        guard 0...Self.largestNumber ~= version else { throw damaged("event", "version \(version) of \(stream)") }
        return version
    }

    /// The first position and the size of the batch with a key. O(log n).
    ///
    /// - Throws: `SQLiteError`; `StoreError` if the row is damaged.
    package func batch(of key: IdempotencyKey) throws -> (first: Int64, count: Int64)? {
        let statement = try connection.statement(SQL.batchOfKey)
        defer { statement.reset() }
        key.withBytes { statement.bind(1, blob: $0) }
        guard try statement.step() else { return nil }
        let (first, count) = (statement.int64(0), statement.int64(1))
        guard 1...Self.largestNumber ~= first, 1...Self.largestBatch ~= count else {
            throw damaged("idempotency", "position \(first)")
        }
        return (first, count)
    }

    /// The correlation of an event: the first event of its command or import. O(log n).
    package func correlation(at position: Int64) throws(SQLiteError) -> Int64? {
        let statement = try connection.statement(SQL.correlationAtPosition)
        defer { statement.reset() }
        statement.bind(1, position)
        return try statement.step() ? statement.int64(0) : nil
    }

    /// Calls `body` with every idempotency key. O(keys).
    package func forEachKey(_ body: (IdempotencyKey) -> Void) throws(SQLiteError) {
        let statement = try connection.statement(SQL.keys)
        defer { statement.reset() }
        while try statement.step() {
            let bytes = statement.blobBytes(0)
            guard bytes.count == 16 else { continue }
            body(
                IdempotencyKey(
                    high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                    low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))))
        }
    }

    /// The stream of the event at a position. O(log n).
    package func stream(at position: Int64) throws(SQLiteError) -> String? {
        let statement = try connection.statement(SQL.streamAtPosition)
        defer { statement.reset() }
        statement.bind(1, position)
        return try statement.step() ? statement.string(0) : nil
    }

    /// The content of an event; nil if it has none or it was erased. O(log n).
    package func content(at position: Int64) throws(SQLiteError) -> [UInt8]? {
        let statement = try connection.statement(SQL.contentAtPosition)
        defer { statement.reset() }
        statement.bind(1, position)
        return try statement.step() ? Array(statement.textBytes(0)) : nil
    }

    /// Whether an event has this content, according to its commitment and nonce; nil if the content was erased and
    /// nothing can be said.
    package func event(at position: Int64, hasContent content: [UInt8]?) throws(SQLiteError) -> Bool? {
        let statement = try connection.statement(SQL.eventForComparison)
        defer { statement.reset() }
        statement.bind(1, position)
        guard try statement.step() else { return false }
        return Self.hasContent(statement, content)
    }

    /// Whether an event equals the proposed one. Erased content counts as equal.
    func event(at position: Int64, equals event: ProposedEvent) throws(SQLiteError) -> Bool {
        let statement = try connection.statement(SQL.eventForComparison)
        defer { statement.reset() }
        statement.bind(1, position)
        guard try statement.step() else { return false }
        return statement.string(0) == event.type && statement.textBytes(1).elementsEqual(event.payload)
            && statement.string(4) == event.stream && Self.hasContent(statement, event.content?.body) != false
    }

    private static func hasContent(_ statement: Statement, _ content: [UInt8]?) -> Bool? {
        guard let commitment = statement.optionalBlob(2) else { return content == nil }
        guard let content else { return false }
        guard !statement.isNull(3) else { return nil }
        return commitment
            == content.withUnsafeBytes { ContentCommitment.of(nonce: statement.blobBytes(3), content: $0) }
    }

    /// The stored position in a source, as `WriteTransaction.setCursor` left it.
    package func cursor(_ source: String) throws(SQLiteError) -> String? {
        let statement = try connection.statement(SQL.cursor)
        defer { statement.reset() }
        statement.bind(1, source)
        return try statement.step() ? statement.string(0) : nil
    }

    /// What is wrong with the pages of the file, at most three things, with the log's tables that are missing, and with a
    /// log that has gaps; empty if all is sound. `doctor` shows it. O(pages).
    package func faultsOfFile() throws -> [String] {
        let faults: [String] = try faultsOfPages() + missingTables()
        return try faults.isEmpty ? gaps() : faults
    }

    private func missingTables() throws -> [String] {
        let statement = try connection.statement(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?1")
        defer { statement.reset() }
        return try ["event", "content", "idempotency", "cursor", "store", "projection"].filter { table in
            statement.reset()
            statement.bind(1, table)
            return try statement.step() && statement.int64(0) == 0
        }.map { "the table \($0) is missing" }
    }

    /// Positions go from 1 on without gaps. One walk along an index, O(events).
    private func gaps() throws -> [String] {
        let statement = try connection.statement("SELECT count(*), coalesce(max(position), 0) FROM event")
        defer { statement.reset() }
        guard try statement.step(), statement.int64(0) != statement.int64(1) else { return [] }
        return ["the log has \(statement.int64(0)) events, and the last one is at position \(statement.int64(1))"]
    }

    private func faultsOfPages() throws -> [String] {
        let statement = try connection.statement("PRAGMA quick_check(3)")
        defer { statement.reset() }
        var lines: [String] = []
        while try statement.step() { lines.append(statement.string(0)) }
        return lines == ["ok"] ? [] : lines
    }

    /// The SQLite library that runs.
    package static var libraryVersion: String { Connection.libraryVersion }

    /// Whether it has the WAL-reset bug of 3.7.0 to 3.51.2 (<https://sqlite.org/wal.html>).
    package static var hasWALResetBug: Bool { (3_007_000...3_051_002).contains(Connection.libraryVersionNumber) }
}
