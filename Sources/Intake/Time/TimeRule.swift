import Basics
internal import CaseModel

/// How a source's times are to be read.
struct TimeRule: Hashable, Sendable {
    /// The form in which they are written.
    enum Form: Hashable, Sendable {
        /// RFC 3339, a little more freely (`TimeText`).
        case iso8601
        /// Seconds since 1970-01-01T00:00:00Z, with or without decimals.
        case unix
        /// Milliseconds since then.
        case unixMilliseconds
        case pattern(TimePattern)
    }

    var form: Form
    /// Where a time is told that doesn't say how far from UTC it is.
    var zone: Zone?

    /// Reads a time that fills `bytes`.
    func timestamp(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Timestamp {
        let microseconds = try microseconds(bytes)
        guard microseconds >= 0, let moment = Timestamp(exactly: microseconds) else { throw .timeOutOfRange }
        return moment
    }

    /// Since 1970, in whatever year.
    private func microseconds(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Int64 {
        switch form {
        case .iso8601:
            guard let time = TimeText.read(bytes) else { throw .badTime(expected: "2026-11-22T10:00:00+01:00") }
            return try place(time.civil, time.offset)
        case .pattern(let pattern):
            guard let time = pattern.read(bytes) else { throw .badTime(expected: pattern.text) }
            return try place(time.civil, time.offset)
        case .unix:
            guard let moment = unixTime(bytes, decimals: true) else { throw .badTime(expected: "1700000000") }
            return moment.whole * 1_000_000 + moment.microseconds
        case .unixMilliseconds:
            guard let moment = unixTime(bytes, decimals: false) else { throw .badTime(expected: "1700000000000") }
            return moment.whole * 1000
        }
    }

    private func place(_ civil: CivilTime, _ offset: Int?) throws(RejectionReason) -> Int64 {
        if let offset { return civil.microseconds(offset: offset) }
        guard let zone else { throw .timeWithoutOffset }
        let shown = civil.microseconds(offset: 0) / 1_000_000
        return civil.microseconds(offset: zone.offset(whenClockShows: shown))
    }

    /// At most 15 digits, so that microseconds fit.
    private func unixTime(_ bytes: UnsafeRawBufferPointer, decimals: Bool) -> (whole: Int64, microseconds: Int64)? {
        var scanner = TimeScanner(bytes)
        let isNegative = scanner.take(UInt8(ascii: "-"))
        guard let whole = scanner.number(1, decimals ? 12 : 15) else { return nil }
        var microseconds = 0
        if scanner.take(UInt8(ascii: ".")) {
            guard let fraction = scanner.fraction(), decimals || fraction == 0 else { return nil }
            microseconds = fraction
        }
        guard scanner.isAtEnd else { return nil }
        return isNegative ? (-Int64(whole), -Int64(microseconds)) : (Int64(whole), Int64(microseconds))
    }
}
