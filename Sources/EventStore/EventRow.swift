internal import SQLite

/// One event of the log in place: its columns are read when they are asked for and hold until the next one.
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

    // MARK: In place

    var streamBytes: UnsafeRawBufferPointer { statement.textBytes(1) }
    var actorBytes: UnsafeRawBufferPointer { statement.textBytes(7) }
    var commitmentBytes: UnsafeRawBufferPointer? { statement.isNull(11) ? nil : statement.blobBytes(11) }
    var leafHashBytes: UnsafeRawBufferPointer { statement.blobBytes(12) }
}

/// What a fold reads of one event, in place until the next one.
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
