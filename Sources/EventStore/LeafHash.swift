internal import Crypto

/// The leaf of an event in the log's Merkle tree: SHA-256(0x00 ‖ its columns in order), as in RFC 6962, section 2.1.
///
/// Each column stands with its length before it as four bytes, big-endian; integers as eight bytes, big-endian; NULL as
/// the length 0xFFFFFFFF alone. The payload's bytes stand as they are.
struct LeafHash {
    private var buffer: [UInt8] = []

    init() { buffer.reserveCapacity(1024) }

    /// Takes in the columns of one event: the one place that says which they are and in which order.
    ///
    /// - Returns: where the commitment stands for `withBytes`.
    @discardableResult
    mutating func take(_ columns: LeafColumns) -> Range<Int>? {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(0)
        add(columns.position)
        add(columns.stream)
        add(columns.version)
        add(columns.type)
        add(columns.schemaVersion)
        add(columns.occurredAt)
        add(columns.recordedAt)
        add(columns.actor)
        add(columns.causation)
        add(columns.correlation)
        add(columns.payload)
        guard let commitment = columns.commitment else {
            appendBigEndian(UInt32.max)
            return nil
        }
        add(commitment)
        return (buffer.count - commitment.count)..<buffer.count
    }

    /// The leaf of what was taken in last.
    func finish() -> SHA256Digest {
        buffer.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return hash.finalize()
        }
    }

    /// Lends what was taken in last, so that it need not be copied again to be written.
    func withBytes<E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> Void) throws(E) {
        try buffer.withUnsafeBufferPointer { (bytes) throws(E) in try body(UnsafeRawBufferPointer(bytes)) }
    }

    private mutating func add(_ value: Int64) {
        appendBigEndian(UInt32(8))
        appendBigEndian(UInt64(bitPattern: value))
    }

    private mutating func add(_ value: Int64?) {
        if let value { add(value) } else { appendBigEndian(UInt32.max) }
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        appendBigEndian(UInt32(truncatingIfNeeded: bytes.count))
        buffer.append(contentsOf: bytes)
    }

    private mutating func appendBigEndian<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.bigEndian) { buffer.append(contentsOf: $0) }
    }
}
