package import Basics
internal import CaseModel

/// One or several whole days on which nobody works, once or every so many years.
package struct Holiday: Hashable, Sendable {
    /// What people call it; empty where it has no name.
    package var name: String
    /// Its first day, the first time.
    package var first: CalendarDay
    /// How many days it lasts, from 1 to 366.
    package var days: Int
    /// How it comes again; nil for once.
    package var recurrence: YearlyRecurrence?
    /// First days on which it does not come, though it would.
    package var exceptions: Set<CalendarDay>

    package init(
        name: String, first: CalendarDay, days: Int = 1, recurrence: YearlyRecurrence? = nil,
        exceptions: Set<CalendarDay> = []
    ) {
        self.name = name
        self.first = first
        self.days = days
        self.recurrence = recurrence
        self.exceptions = exceptions
    }

    /// Its days that lie in a range. O(years of the range + days found).
    func days(in range: Range<Int64>) -> [CalendarDay] {
        occurrences(in: range).flatMap { start in
            (start.number..<start.number + Int64(days)).filter(range.contains).map(CalendarDay.init(number:))
        }
    }

    private func occurrences(in range: Range<Int64>) -> [CalendarDay] {
        guard let recurrence else { return exceptions.contains(first) ? [] : [first] }
        let early = CalendarDay(number: range.lowerBound - Int64(days)).date.year
        let late = CalendarDay(number: range.upperBound).date.year
        let start = first.date.year
        guard late >= start else { return [] }
        return (max(early, start)...late).compactMap { year in
            guard (year - start) % recurrence.interval == 0, let day = recurrence.pattern.day(in: year), day >= first,
                recurrence.last.map({ day <= $0 }) ?? true, !exceptions.contains(day)
            else { return nil }
            return day
        }
    }
}

/// How a holiday comes again: on one day of every year, or of every so many years.
package struct YearlyRecurrence: Hashable, Sendable {
    /// Which day of a year.
    package enum Pattern: Hashable, Sendable {
        /// Day and month. In a year that has no such day (29 February) it does not come.
        case date(month: Int, day: Int)
        /// The first, the second, … of a weekday in a month; from the end where the number is negative.
        case weekday(Weekday, number: Int, month: Int)

        /// The day of a year; nil where the year has none.
        func day(in year: Int) -> CalendarDay? {
            switch self {
            case .date(let month, let day): return CalendarDay(year: year, month: month, day: day)
            case .weekday(let weekday, let number, let month):
                guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
                let length = CalendarDay.days(inMonth: month, of: year)
                let wanted = Weekday.allCases.firstIndex(of: weekday) ?? 0
                let offset = (wanted - Int((first.number + 3) % 7) + 14) % 7
                let days = Array(stride(from: 1 + offset, through: length, by: 7))
                let index = number > 0 ? number - 1 : days.count + number
                return days.indices.contains(index)
                    ? CalendarDay(number: first.number + Int64(days[index]) - 1) : nil
            }
        }
    }

    package var pattern: Pattern
    /// Every so many years, from 1.
    package var interval: Int
    /// No later than on this day.
    package var last: CalendarDay?

    package init(_ pattern: Pattern, interval: Int = 1, last: CalendarDay? = nil) {
        self.pattern = pattern
        self.interval = interval
        self.last = last
    }
}
