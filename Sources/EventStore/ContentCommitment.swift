internal import Crypto

/// The commitment to an event's content in the log: SHA-256(nonce ‖ content).
///
/// With the nonce, remaining content can be verified; once the nonce is erased, the commitment reveals nothing.
package enum ContentCommitment {
    /// In bytes.
    static let nonceLength = 16

    /// The commitment, 32 bytes. O(size of the content).
    package static func of(nonce: UnsafeRawBufferPointer, content: UnsafeRawBufferPointer) -> [UInt8] {
        Array(digest(nonce: nonce, content: content))
    }

    /// Like `of`, without allocating an array.
    static func digest(nonce: UnsafeRawBufferPointer, content: UnsafeRawBufferPointer) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bufferPointer: nonce)
        hash.update(bufferPointer: content)
        return hash.finalize()
    }
}
