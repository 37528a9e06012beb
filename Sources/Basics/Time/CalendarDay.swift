/// A day of the proleptic Gregorian calendar, in no zone.
///
/// The arithmetic is Howard Hinnant's `days_from_civil` and `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>). All of it is O(1).
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package var number: Int64

    /// The day with a number.
    package init(number: Int64) { self.number = number }

    /// The day that the calendar shows at so many seconds since 1970, in UTC or as a zone's clocks count them.
    package init(seconds: Int64) { number = seconds.flooredDivision(by: 86_400).quotient }

    /// Nil where no calendar of the years 0 to 9999 has the day.
    package init?(year: Int, month: Int, day: Int) {
        guard 0...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year) else {
            return nil
        }
        number = Self.number(year: year, month: month, day: day)
    }

    /// Reads `2026-12-25`, and no other way of writing it.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        var parts = [0, 0, 0]
        for (part, range) in [0..<4, 5..<7, 8..<10].enumerated() {
            for byte in bytes[range] {
                guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
                parts[part] = parts[part] * 10 + Int(byte - UInt8(ascii: "0"))
            }
        }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

    /// Year, month (1 to 12) and day of the month.
    package var date: (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = (number + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        let day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
        return (Int(era * 400 + yearOfEra) + (month <= 2 ? 1 : 0), month, day)
    }

    /// Which day of the week it is.
    package var weekday: Weekday { Weekday.allCases[weekdayIndex] }

    /// 0 for a Monday to 6 for a Sunday.
    package var weekdayIndex: Int { Int((number + 3).flooredDivision(by: 7).remainder) }

    /// The week of ISO 8601, which begins on Monday and belongs to the year of its Thursday.
    package var week: (year: Int, week: Int) {
        let thursday = CalendarDay(number: number - Int64(weekdayIndex) + 3)
        let year = thursday.date.year
        return (year, Int(thursday.number - Self.number(year: year, month: 1, day: 1)) / 7 + 1)
    }

    /// `2026-12-25`
    package var description: String {
        let (year, month, day) = date
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// Days since 1970-01-01 of a date in any year, which is not checked.
    package static func number(year: Int, month: Int, day: Int) -> Int64 {
        let (era, yearOfEra) = Int64(month <= 2 ? year - 1 : year).flooredDivision(by: 400)
        let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Whether a year has 366 days.
    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// The days of a month, 28 to 31.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// A day of the week.
package enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension FixedWidthInteger {
    /// Quotient rounded down and the remainder that goes with it, never negative; the divisor must be positive.
    package func flooredDivision(by divisor: Self) -> (quotient: Self, remainder: Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// A number that is not negative, with zeros before it up to a width: `07`.
package func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
