/// A date and a time of day as a calendar and a clock show them, in the proleptic Gregorian calendar, without a zone.
package struct CivilTime: Equatable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var microsecond: Int

    /// Checks a date and a time of day; nil where no calendar has it (30 February, 24:00).
    ///
    /// A leap second (`:60`) is taken as the second before it, because `Timestamp` doesn't count leap seconds.
    package init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0
    ) {
        guard 0...9999 ~= year, 1...12 ~= month, day >= 1, day <= CivilTime.days(inMonth: month, of: year),
            0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second, 0...999_999 ~= microsecond
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = min(second, 59)
        self.microsecond = microsecond
    }

    /// What a clock in UTC shows at a moment.
    package init(_ moment: Timestamp) {
        let (days, rest) = CivilTime.floorDivision(moment.microseconds, 86_400_000_000)
        (year, month, day) = CivilTime.date(ofDay: days)
        let seconds = Int(rest / 1_000_000)
        hour = seconds / 3600
        minute = seconds / 60 % 60
        second = seconds % 60
        microsecond = Int(rest % 1_000_000)
    }

    /// The moment at which a clock that is `offset` seconds ahead of UTC shows this; at the very ends of the years 0 to
    /// 9999 an offset can lead out of them, and the moment is the end.
    package func timestamp(offset: Int) -> Timestamp { Timestamp(microseconds: microseconds(offset: offset)) }

    /// The same in microseconds since 1970, also outside the years 0 to 9999.
    package func microseconds(offset: Int) -> Int64 {
        let days = CivilTime.day(year: year, month: month, day: day)
        let seconds = days * 86400 + Int64(hour * 3600 + minute * 60 + second)
        return (seconds - Int64(offset)) * 1_000_000 + Int64(microsecond)
    }

    /// The days of a month, 28 to 31.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 (H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`).
    private static func day(year: Int, month: Int, day: Int) -> Int64 {
        let y = Int64(month <= 2 ? year - 1 : year)
        let (era, yearOfEra) = floorDivision(y, 400)
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date of a day counted from 1970-01-01 (`civil_from_days`, as above).
    private static func date(ofDay day: Int64) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = floorDivision(day + 719_468, 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        return (year, month, Int(dayOfYear - (153 * shifted + 2) / 5) + 1)
    }

    private static func floorDivision(_ a: Int64, _ b: Int64) -> (quotient: Int64, remainder: Int64) {
        let (q, r) = a.quotientAndRemainder(dividingBy: b)
        return r < 0 ? (q - 1, r + b) : (q, r)
    }
}
