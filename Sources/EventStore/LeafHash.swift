internal import Crypto

/// The leaf of an event in the log's Merkle tree: SHA-256(0x00 ‖ its columns in order), as in RFC 6962, section 2.1.
///
/// Each column stands with its length before it as four bytes, big-endian; integers as eight bytes, big-endian; NULL as
/// the length 0xFFFFFFFF alone. The payload's bytes stand as they are.
package struct LeafHash {
    private var buffer: [UInt8] = []

    package init() { buffer.reserveCapacity(1024) }

    /// Starts the leaf of one event.
    mutating func begin() {
        buffer.removeAll(keepingCapacity: true)
        buffer.append(0)
    }

    mutating func add(_ value: Int64) {
        appendBigEndian(UInt32(8))
        appendBigEndian(UInt64(bitPattern: value))
    }

    mutating func add(_ value: Int64?) {
        if let value { add(value) } else { appendBigEndian(UInt32.max) }
    }

    /// - Returns: where the bytes stand for `withBytes`.
    @discardableResult
    mutating func add(_ bytes: UnsafeRawBufferPointer) -> Range<Int> {
        appendBigEndian(UInt32(bytes.count))
        let start: Int = buffer.count
        buffer.append(contentsOf: bytes)
        return start..<buffer.count
    }

    mutating func addNull() { appendBigEndian(UInt32.max) }

    /// The leaf of what was added since `begin`.
    func finish() -> SHA256Digest {
        buffer.withUnsafeBytes { bytes in
            var hash = SHA256()
            hash.update(bufferPointer: bytes)
            return hash.finalize()
        }
    }

    /// Lends what was added since `begin`, so that it need not be copied again to be written.
    func withBytes<E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> Void) throws(E) {
        try buffer.withUnsafeBufferPointer { (bytes) throws(E) in try body(UnsafeRawBufferPointer(bytes)) }
    }

    private mutating func appendBigEndian<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.bigEndian) { buffer.append(contentsOf: $0) }
    }
}
