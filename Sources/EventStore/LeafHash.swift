internal import Crypto

/// The Merkle leaf of an event, RFC 6962, section 2.1: SHA-256(0x00 ‖ columns in order).
///
/// Each column is prefixed with its length in four bytes; integers have eight bytes; all big-endian. NULL is the length
/// 0xFFFFFFFF alone. The payload's bytes are used unchanged.
struct LeafHash {
    private var buffer: [UInt8] = []

    init() { buffer.reserveCapacity(1024) }

    /// Encodes the columns of an event. This is the only definition of which columns are covered, and in which order.
    ///
    /// - Returns: the range of the commitment for `withBytes`.
    @discardableResult
    mutating func encode(_ columns: LeafColumns) -> Range<Int>? {
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

    /// The leaf of the encoded event.
    func finish() -> SHA256Digest {
        buffer.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return hash.finalize()
        }
    }

    /// The encoded event's bytes, so that the commitment can be bound without another copy.
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
