internal import Crypto

/// What the log holds of an event's content: SHA-256(nonce ‖ content).
///
/// With the nonce gone, nothing can be learnt from it; with the nonce there, the content can be checked against it.
package enum ContentCommitment {
    /// The bytes of a nonce.
    static let nonceLength = 16

    /// The commitment, 32 bytes. O(size of the content).
    package static func of(nonce: UnsafeRawBufferPointer, content: UnsafeRawBufferPointer) -> [UInt8] {
        Array(digest(nonce: nonce, content: content))
    }

    /// The same, where it need not be kept.
    static func digest(nonce: UnsafeRawBufferPointer, content: UnsafeRawBufferPointer) -> SHA256Digest {
        var hash = SHA256()
        hash.update(bufferPointer: nonce)
        hash.update(bufferPointer: content)
        return hash.finalize()
    }
}
