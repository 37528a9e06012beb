internal import CaseModel
internal import Crypto

/// What the versions of messages say, as far as a session asked for it: a message that was revised thousands of times is
/// compared with all of its versions once, and not for each.
final class KnownTexts {
    /// The versions of one message.
    struct Versions {
        var count: Int
        var digests: Set<SourceKey>
        /// Whether what one of them said was erased.
        var isErased: Bool
    }

    /// Messages of at most so many versions are compared one by one.
    static let few = 8

    private var known: [SourceKey: Versions] = [:]

    /// The versions of a message, read where they are not known or are more by now. O(versions) then, else O(1).
    ///
    /// - Parameter read: gives the digest of each version; nil for one that was erased.
    func texts(of message: SourceKey, versions: Int, _ read: () throws -> [SourceKey?]) rethrows -> Versions {
        if let found = known[message], found.count == versions { return found }
        let digests: [SourceKey?] = try read()
        let found = Versions(
            count: versions, digests: Set(digests.compactMap(\.self)), isErased: digests.contains(nil))
        known[message] = found
        return found
    }

    /// Adds a version that was recorded just now, where those before it are known. O(1).
    func add(_ digest: SourceKey, of message: SourceKey) {
        known[message]?.digests.insert(digest)
        known[message]?.count += 1
    }
}

extension SourceKey {
    /// The first half of the SHA-256 of some bytes: tells them from any others.
    init(sha256Of bytes: [UInt8]) {
        self = SHA256.hash(data: bytes).withUnsafeBytes { bytes in
            SourceKey(
                high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
        }
    }
}
