/// A moment in the years 0 to 9999, in whole microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
///
/// RFC 3339 can write no other years. What lies outside (a sum with a long delay, a damaged value in a store) becomes the
/// nearest end, so the distance between any two moments fits in an `Int64` and no arithmetic on them can overflow. Where
/// a moment outside has to be refused, use `init(exactly:)`.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since the Unix epoch; negative before it.
    public let microseconds: Int64

    /// The first moment of the year 0.
    public static let earliest = Timestamp(unchecked: -62_167_219_200_000_000)
    /// The last moment of the year 9999.
    public static let latest = Timestamp(unchecked: 253_402_300_799_999_999)

    /// The moment so many microseconds after the Unix epoch, or the nearest end of the range.
    public init(microseconds: Int64) {
        self.microseconds = min(max(microseconds, Self.earliest.microseconds), Self.latest.microseconds)
    }

    /// The moment so many microseconds after the Unix epoch; nil outside the years 0 to 9999.
    public init?(exactly microseconds: Int64) {
        guard (Self.earliest.microseconds...Self.latest.microseconds).contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    /// The moment so many seconds after the Unix epoch, or the nearest end of the range.
    public init(seconds: Int64) {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
        self.init(microseconds: overflow ? (seconds < 0 ? .min : .max) : product)
    }

    private init(unchecked microseconds: Int64) { self.microseconds = microseconds }

    /// The moment so many microseconds later (earlier where negative), or the nearest end of the range.
    public func later(by delay: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(delay)
        return Timestamp(microseconds: overflow ? (delay < 0 ? .min : .max) : sum)
    }

    /// How many microseconds lie between an earlier moment and this one; negative where the other is the later one.
    public func microseconds(since other: Timestamp) -> Int64 { microseconds - other.microseconds }

    /// Whether one moment comes before another.
    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.microseconds < b.microseconds }
}
