internal import SQLite

/// The current row of a query on events. Columns are read on access and valid until the next row.
package struct EventRow {
    let statement: Statement

    package var position: Int64 { statement.int64(0) }
    package var stream: String { statement.string(1) }
    package var version: Int64 { statement.int64(2) }
    package var type: String { statement.string(3) }
    package var typeBytes: UnsafeRawBufferPointer { statement.textBytes(3) }
    package var schemaVersion: Int64 { statement.int64(4) }
    package var occurredAt: Int64 { statement.int64(5) }
    package var recordedAt: Int64 { statement.int64(6) }
    package var actor: String { statement.string(7) }
    package var causation: Int64? { statement.optionalInt64(8) }
    package var correlation: Int64 { statement.int64(9) }
    package var payloadBytes: UnsafeRawBufferPointer { statement.textBytes(10) }
    package var contentCommitment: [UInt8]? { statement.optionalBlob(11) }
    package var leafHash: [UInt8] { Array(leafHashBytes) }

    // MARK: Borrowed bytes, valid until the next row

    var streamBytes: UnsafeRawBufferPointer { statement.textBytes(1) }
    var actorBytes: UnsafeRawBufferPointer { statement.textBytes(7) }
    var commitmentBytes: UnsafeRawBufferPointer? { statement.isNull(11) ? nil : statement.blobBytes(11) }
    var leafHashBytes: UnsafeRawBufferPointer { statement.blobBytes(12) }
}

/// The current row of a query for folding, with only the columns that folds read; valid until the next row.
package struct FoldRow {
    let statement: Statement

    @inline(__always) package var position: Int64 { statement.int64(0) }
    @inline(__always) package var streamBytes: UnsafeRawBufferPointer { statement.textBytes(1) }
    @inline(__always) package var version: Int64 { statement.int64(2) }
    @inline(__always) package var typeBytes: UnsafeRawBufferPointer { statement.textBytes(3) }
    @inline(__always) package var schemaVersion: Int64 { statement.int64(4) }
    @inline(__always) package var occurredAt: Int64 { statement.int64(5) }
    @inline(__always) package var payloadBytes: UnsafeRawBufferPointer { statement.textBytes(6) }
}
