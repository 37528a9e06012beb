import Basics
import Crypto
import EventStore
import Testing

@Suite("A keyed hash")
struct KeyedHashTests {
    private func bytes(_ hash: (high: UInt64, low: UInt64)) -> [UInt8] {
        [hash.high, hash.low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> UInt64(56 - 8 * $0)) } }
    }

    /// Parts with their lengths before them, four bytes, big-endian.
    private func message(_ parts: [String]) -> [UInt8] {
        parts.flatMap { part in
            (0..<4).map { UInt8(truncatingIfNeeded: part.utf8.count >> (24 - 8 * $0)) } + Array(part.utf8)
        }
    }

    /// Computed apart from this program, with Python's hmac.
    @Test("is what another program computes")
    func pinned() {
        let hash = KeyedHash(key: Array(0..<32))
        #expect(bytes(hash.hash("message", "twitter", "123")).hexadecimal == "518F54AFFDAFAF12F91317EB0D5A6A9F")
        #expect(bytes(hash.hash("author")).hexadecimal == "9423D7328EFB4EEECDF2164CB59CC4FB")
    }

    @Test("is HMAC-SHA-256, first 16 bytes, for keys and parts of any bytes", arguments: [UInt64](1...20))
    func hmac(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let key: [UInt8] = (0..<32).map { _ in .random(in: 0...255, using: &random) }
        let parts: [String] = (0..<2).map { _ in
            String(
                decoding: (0..<Int.random(in: 0...200, using: &random)).map { _ in
                    UInt8.random(in: 0...127, using: &random)
                }, as: UTF8.self)
        }
        let expected = HMAC<SHA256>.authenticationCode(
            for: message(["domain"] + parts), using: SymmetricKey(data: key))
        #expect(
            bytes(KeyedHash(key: key).hash("domain", parts[0], parts[1])) == Array(Array(expected).prefix(16)),
            "seed \(seed)")
    }

    @Test("tells apart domains, keys, and parts that only meet at another joint")
    func joints() {
        let hash = KeyedHash(key: [UInt8](repeating: 1, count: 32))
        let other = KeyedHash(key: [UInt8](repeating: 2, count: 32))
        let hashes: [[UInt8]] = [
            bytes(hash.hash("message", "ab", "c")), bytes(hash.hash("message", "a", "bc")),
            bytes(hash.hash("message", "abc")),
            bytes(hash.hash("message", "abc", "")), bytes(hash.hash("author", "ab", "c")),
            bytes(other.hash("message", "ab", "c")),
        ]
        #expect(Set(hashes).count == hashes.count)
        #expect(hash.hash("message", "ab", "c") == hash.hash("message", "ab", "c"))
    }
}
