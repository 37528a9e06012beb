/// A network's id of a message or an account as the log holds it: HMAC-SHA-256 under the store's key, first 16 bytes.
///
/// Another store gives other keys, so keys have no order: nothing may depend on one.
public struct SourceKey: Hashable, Sendable {
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
}
