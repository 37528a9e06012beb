/// A moment in the years 0 to 9999, in whole microseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// RFC 3339 has no other years. Values outside (from arithmetic, or a damaged store) are clamped, so that no arithmetic
/// on timestamps overflows. Use `init(exactly:)` to refuse them instead.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since the Unix epoch; negative before it.
    public let microseconds: Int64

    /// The first moment of the year 0.
    public static let earliest = Timestamp(unchecked: -62_167_219_200_000_000)
    /// The last moment of the year 9999.
    public static let latest = Timestamp(unchecked: 253_402_300_799_999_999)

    /// The moment this many microseconds after the Unix epoch, clamped.
    public init(microseconds: Int64) {
        self.microseconds = min(max(microseconds, Self.earliest.microseconds), Self.latest.microseconds)
    }

    /// The moment this many microseconds after the Unix epoch; nil outside the years 0 to 9999.
    public init?(exactly microseconds: Int64) {
        guard (Self.earliest.microseconds...Self.latest.microseconds).contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    /// The moment this many seconds after the Unix epoch, clamped.
    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        self.init(microseconds: overflow ? (seconds < 0 ? .min : .max) : product)
    }

    private init(unchecked microseconds: Int64) { self.microseconds = microseconds }

    /// The moment this many microseconds later, earlier if negative; clamped.
    public func later(by delay: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(delay)
        return Timestamp(microseconds: overflow ? (delay < 0 ? .min : .max) : sum)
    }

    /// Microseconds from another moment to this one; negative if the other is later.
    public func microseconds(since other: Timestamp) -> Int64 { microseconds - other.microseconds }

    /// Whether one moment comes before another.
    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.microseconds < b.microseconds }
}
