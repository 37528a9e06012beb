package import CaseModel

/// A day of the Gregorian calendar, in no zone.
package struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package var number: Int64

    /// The day with a number.
    package init(number: Int64) { self.number = number }

    /// Nil where no calendar has the day.
    package init?(year: Int, month: Int, day: Int) {
        guard let civil = CivilTime(year: year, month: month, day: day) else { return nil }
        number = civil.timestamp(offset: 0).microseconds / 86_400_000_000
        // Division rounds towards zero, and midnight is exact: there is nothing to round.
    }

    /// Reads `2026-12-25`, and no other way of writing it.
    package init?(_ text: String) {
        guard text.utf8.count == 10, let time = TimeText.parse(rfc3339: text, defaultOffset: 0) else { return nil }
        number = time.microseconds / 86_400_000_000
    }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

    /// Year, month and day.
    package var civil: CivilTime { CivilTime(Timestamp(microseconds: number * 86_400_000_000)) }

    /// Which day of the week it is.
    package var weekday: Weekday {
        let index = Int((number + 3) % 7)
        return Weekday.allCases[index < 0 ? index + 7 : index]
    }

    /// `2026-12-25`
    package var description: String {
        String(TimeText.format(Timestamp(microseconds: number * 86_400_000_000)).prefix { $0 != "T" })
    }
}

/// A day of the week.
package enum Weekday: String, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
