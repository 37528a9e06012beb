/// A network's id of a message or account as the log holds it: the first 16 bytes of HMAC-SHA-256 under the store's
/// key.
///
/// Keys differ between stores and have no order: no result may depend on their values.
public struct SourceKey: Hashable, Sendable {
    /// Bytes 0 to 7, big-endian.
    public var high: UInt64
    /// Bytes 8 to 15, big-endian.
    public var low: UInt64

    /// Creates a key from its halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Half of the bytes suffice, since they are a keyed hash.
    public func hash(into hasher: inout Hasher) { hasher.combine(low) }
}
