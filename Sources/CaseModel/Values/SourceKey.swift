/// A network's id of a message or an account as the log holds it: HMAC-SHA-256 under the store's key, first 16 bytes.
///
/// Keys compare as their bytes do, which gives the order of messages of one moment that every arrival order shares.
public struct SourceKey: Hashable, Comparable, Sendable {
    /// Bytes 0 to 7, big-endian.
    public var high: UInt64
    /// Bytes 8 to 15, big-endian.
    public var low: UInt64

    /// Puts a key together from its halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Half of the bytes are enough: they are a keyed hash already.
    public func hash(into hasher: inout Hasher) { hasher.combine(low) }

    /// Whether the bytes of one key come before those of another.
    public static func < (a: SourceKey, b: SourceKey) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
