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

    /// Where a time stands that doesn't say how far from UTC it is.
    enum Zone: Hashable, Sendable {
        /// So many seconds ahead of UTC.
        case offset(Int)
        case named(NamedZone)
    }

    var form: Form
    var zone: Zone?

    /// Reads a time that fills `bytes`.
    func timestamp(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Timestamp {
        let moment = try unchecked(bytes)
        guard 0...lastMicrosecond ~= moment.microseconds else { throw .timeOutOfRange }
        return moment
    }

    private func unchecked(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Timestamp {
        switch form {
        case .iso8601:
            guard let time = TimeText.read(bytes) else { throw .badTime(expected: "2026-11-22T10:00:00+01:00") }
            return try place(time.civil, time.offset)
        case .pattern(let pattern):
            guard let time = pattern.read(bytes) else { throw .badTime(expected: pattern.text) }
            return try place(time.civil, time.offset)
        case .unix:
            guard let moment = unixTime(bytes, decimals: true) else { throw .badTime(expected: "1700000000") }
            return Timestamp(microseconds: moment.whole * 1_000_000 + moment.microseconds)
        case .unixMilliseconds:
            guard let moment = unixTime(bytes, decimals: false) else { throw .badTime(expected: "1700000000000") }
            return Timestamp(microseconds: moment.whole * 1000)
        }
    }

    private func place(_ civil: CivilTime, _ offset: Int?) throws(RejectionReason) -> Timestamp {
        if let offset { return civil.timestamp(offset: offset) }
        switch zone {
        case .offset(let seconds): return civil.timestamp(offset: seconds)
        case .named(let zone):
            let shown = civil.timestamp(offset: 0).microseconds / 1_000_000
            return civil.timestamp(offset: zone.offset(whenClockShows: shown))
        case nil: throw .timeWithoutOffset
        }
    }

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

/// 9999-12-31T23:59:59.999999Z.
private let lastMicrosecond: Int64 = 253_402_300_799_999_999
