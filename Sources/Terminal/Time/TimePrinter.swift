public import Basics

/// Prints moments in a zone, with the zone's offset, and the days, months and weeks that they fall in there.
///
/// Moments are microseconds since 1970-01-01T00:00:00Z. Dates are Gregorian throughout; a year beyond 9999 has as many
/// digits as it needs, one before 0 a minus. All are O(1), without allocation but the result.
public struct TimePrinter: Sendable, Equatable {
    /// How much of a moment is printed.
    public enum Precision: Sendable {
        /// Up to the second, which is cut off, not rounded.
        case seconds
        /// Up to the microsecond.
        case microseconds
    }

    /// The zone that everything is printed in.
    public let zone: Zone

    /// A printer for a zone.
    public init(zone: Zone) {
        self.zone = zone
    }

    /// The moment with its offset: `2026-03-02 10:15:30 +01:00`, and with microseconds `2026-03-02 10:15:30.000250
    /// +01:00`.
    public func time(_ microseconds: Int64, precision: Precision = .seconds) -> String {
        let local = LocalTime(microseconds, in: zone)
        return print { digits in
            digits.append(local.day)
            digits.append(" ")
            digits.append(local.secondOfDay / 3_600, width: 2)
            digits.append(":")
            digits.append(local.secondOfDay / 60 % 60, width: 2)
            digits.append(":")
            digits.append(local.secondOfDay % 60, width: 2)
            if precision == .microseconds {
                digits.append(".")
                digits.append(local.microsecond, width: 6)
            }
            digits.append(" ")
            digits.append(offset: local.offset)
        }
    }

    /// The day: `2026-03-02`.
    public func day(_ microseconds: Int64) -> String {
        let local = LocalTime(microseconds, in: zone)
        return print { $0.append(local.day) }
    }

    /// The month: `2026-03`.
    public func month(_ microseconds: Int64) -> String {
        let date = LocalTime(microseconds, in: zone).day.date
        return print { digits in
            digits.append(year: date.year)
            digits.append("-")
            digits.append(date.month, width: 2)
        }
    }

    /// The week of ISO 8601, which begins on Monday and belongs to the year of its Thursday: `2026-W10`.
    public func week(_ microseconds: Int64) -> String {
        let (year, week) = LocalTime(microseconds, in: zone).day.week
        return print { digits in
            digits.append(year: year)
            digits.append("-W")
            digits.append(week, width: 2)
        }
    }

    private func print(_ body: (inout DigitWriter) -> Void) -> String {
        String(unsafeUninitializedCapacity: DigitWriter.capacity) { buffer in
            var writer = DigitWriter(buffer: buffer)
            body(&writer)
            return writer.count
        }
    }
}

/// What the clocks and calendars of a zone show at a moment.
private struct LocalTime {
    let day: CalendarDay
    let secondOfDay: Int
    let microsecond: Int
    let offset: Int

    init(_ microseconds: Int64, in zone: Zone) {
        let (seconds, microsecond) = microseconds.flooredDivision(by: 1_000_000)
        offset = zone.offset(at: seconds)
        let local = seconds + Int64(offset)
        day = CalendarDay(seconds: local)
        secondOfDay = Int(local - day.number * 86_400)
        self.microsecond = Int(microsecond)
    }
}

/// Writes ASCII into memory that a string is made in.
private struct DigitWriter {
    /// Enough for the year of any moment, microseconds and an offset with seconds.
    static let capacity = 64

    let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes in
            for byte in bytes { append(byte) }
        }
    }

    mutating func append(_ number: Int, width: Int) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(0x30 + number / divisor % 10))
            divisor /= 10
        }
    }

    mutating func append(year: Int) {
        if year < 0 { append("-") }
        append(abs(year), width: 4)
    }

    mutating func append(_ day: CalendarDay) {
        let date = day.date
        append(year: date.year)
        append("-")
        append(date.month, width: 2)
        append("-")
        append(date.day, width: 2)
    }

    mutating func append(offset: Int) {
        append(offset < 0 ? "-" : "+")
        let seconds = abs(offset)
        append(seconds / 3_600, width: 2)
        append(":")
        append(seconds / 60 % 60, width: 2)
        if seconds % 60 != 0 {
            append(":")
            append(seconds % 60, width: 2)
        }
    }

    private mutating func append(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
    }
}
