internal import Basics

/// A date and a time of day as a calendar and a clock show them, in the proleptic Gregorian calendar, without a zone.
package struct CivilTime: Equatable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var microsecond: Int

    /// Nil if the date or time doesn't exist (30 February, 24:00).
    ///
    /// A leap second (`:60`) becomes the second before it, because `Timestamp` doesn't count leap seconds.
    package init?(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0
    ) {
        guard CalendarDay(year: year, month: month, day: day) != nil, 0...23 ~= hour, 0...59 ~= minute,
            0...60 ~= second, 0...999_999 ~= microsecond
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = min(second, 59)
        self.microsecond = microsecond
    }

    /// The date and time in UTC.
    package init(_ moment: Timestamp) {
        let (days, rest) = moment.microseconds.flooredDivision(by: 86_400_000_000)
        (year, month, day) = CalendarDay(number: days).date
        let seconds = Int(rest / 1_000_000)
        hour = seconds / 3600
        minute = seconds / 60 % 60
        second = seconds % 60
        microsecond = Int(rest % 1_000_000)
    }

    /// The moment at a UTC offset in seconds, positive to the east. Clamped to the years 0 to 9999.
    package func timestamp(offset: Int) -> Timestamp { Timestamp(microseconds: microseconds(offset: offset)) }

    /// The same in microseconds since 1970, not clamped.
    package func microseconds(offset: Int) -> Int64 {
        let days = CalendarDay.number(year: year, month: month, day: day)
        let seconds = days * 86400 + Int64(hour * 3600 + minute * 60 + second)
        return (seconds - Int64(offset)) * 1_000_000 + Int64(microsecond)
    }
}
