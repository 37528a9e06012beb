internal import Crypto

/// HMAC-SHA-256 under the store's key, truncated to 16 bytes: how the log holds networks' ids.
///
/// The inner and outer states are keyed once, so a hash costs two blocks (RFC 2104, section 4).
package struct KeyedHash: Sendable {
    private let inner: SHA256
    private let outer: SHA256

    /// Requires 32 bytes.
    package init(key: [UInt8]) {
        precondition(key.count == 32, "a store's key has 32 bytes")
        let block: [UInt8] = key + [UInt8](repeating: 0, count: 32)
        var inner = SHA256()
        inner.update(data: block.map { $0 ^ 0x36 })
        var outer = SHA256()
        outer.update(data: block.map { $0 ^ 0x5C })
        self.inner = inner
        self.outer = outer
    }

    /// Hashes the parts, each prefixed with its length, so that different lists never give the same input.
    package func hash(_ domain: StaticString, _ parts: String...) -> (high: UInt64, low: UInt64) {
        var hash = inner
        domain.withUTF8Buffer { Self.add(UnsafeRawBufferPointer($0), to: &hash) }
        for part in parts {
            var part = part
            part.withUTF8 { Self.add(UnsafeRawBufferPointer($0), to: &hash) }
        }
        let digest = hash.finalize()
        var last = outer
        digest.withUnsafeBytes { last.update(bufferPointer: $0) }
        return last.finalize().withUnsafeBytes { bytes in
            (
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    private static func add(_ bytes: UnsafeRawBufferPointer, to hash: inout SHA256) {
        withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { hash.update(bufferPointer: $0) }
        hash.update(bufferPointer: bytes)
    }
}
