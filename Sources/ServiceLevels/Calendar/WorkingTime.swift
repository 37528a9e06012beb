package import Basics
package import CaseModel
internal import Synchronization

/// Reckons in the working time of one calendar: what is worked between two moments, and when so much will have been.
///
/// What it looked up once it keeps, a few stretches of 256 days; asking again near there is O(log days). The answers
/// depend on the calendar alone. Safe to be used by several threads.
package final class WorkingTime: Sendable {
    /// The calendar that it reckons with.
    package let calendar: WorkingCalendar

    private let days: DayTable
    /// Whether every moment is worked, so that nothing has to be looked up.
    private let isUnbroken: Bool
    private let spans = Mutex<[Int64: WorkingSpan]>([:])
    /// How many spans are kept before all are dropped.
    private static let keptSpans = 64
    /// The years 0 to 9999: before and after them nothing is worked.
    private static let century: Int64 = 36_525 * 86_400_000_000
    private static let times: Range<Int64> = -62_167_219_200_000_000..<253_402_300_800_000_000

    /// Prepares a calendar. O(its holidays and special days).
    package init(_ calendar: WorkingCalendar) {
        self.calendar = calendar
        days = DayTable(calendar)
        isUnbroken =
            calendar.holidays.isEmpty && calendar.specialDays.isEmpty
            && Weekday.allCases.allSatisfy { calendar.week[$0] == [.wholeDay] }
    }

    /// The earliest moment at which so many microseconds have been worked since another; that moment itself for none.
    ///
    /// So one that fills a day to its end is the end of that day, not the morning after.
    ///
    /// - Returns: nil where the calendar has not so much working time in the century that follows, or before the year 10000.
    /// - Complexity: O(log days) near what was asked before, O(days) otherwise.
    package func adding(_ working: Int64, to start: Timestamp) -> Timestamp? {
        guard working > 0 else { return start }
        guard Self.times.contains(start.microseconds) else { return nil }
        if isUnbroken, working <= Self.century, Self.times.contains(start.microseconds + working) {
            return Timestamp(microseconds: start.microseconds + working)
        }
        var index = Self.index(of: start.microseconds)
        var rest = working
        let first = span(index)
        let skipped = first.worked(before: start.microseconds)
        if first.total - skipped >= rest {
            return Timestamp(exactly: first.moment(after: skipped + rest))
        }
        rest -= first.total - skipped
        // 144 spans and a little more are a century.
        for _ in 0..<144 {
            index += 1
            let next = span(index)
            if next.total >= rest { return Timestamp(exactly: next.moment(after: rest)) }
            rest -= next.total
        }
        return nil
    }

    /// How many microseconds are worked from one moment to another; 0 where the second is not the later one.
    ///
    /// - Complexity: O(log days) near what was asked before, O(days) otherwise.
    package func working(from start: Timestamp, to end: Timestamp) -> Int64 {
        let start = max(start.microseconds, Self.times.lowerBound)
        let end = min(end.microseconds, Self.times.upperBound - 1)
        guard start < end else { return 0 }
        if isUnbroken { return end - start }
        let first = Self.index(of: start)
        let last = Self.index(of: end)
        var working = span(last).worked(before: end) - span(first).worked(before: start)
        for index in first..<last { working += span(index).total }
        return working
    }

    /// What is worked on a day: its hours as stretches of time, and the name of a holiday or special day. O(1).
    package func day(_ day: CalendarDay) -> WorkingDay {
        let midnight = day.number * 86_400
        // Clocks are at most 26 hours apart: the day lies within these bounds whatever the zone.
        let stretches = calendar.zone.stretches(from: midnight - 86_400, to: midnight + 2 * 86_400)
        let name = days.name(of: day)
        let hours = days.hours(of: day, isHoliday: name.isHoliday)
        return WorkingDay(
            day: day, name: name.text,
            intervals: Self.intervals(of: day, hours, stretches).map {
                Timestamp(microseconds: $0.lowerBound)..<Timestamp(microseconds: $0.upperBound)
            })
    }

    /// Whether a day is a holiday, be it one with hours of its own. O(holidays).
    package func isHoliday(_ day: CalendarDay) -> Bool { days.name(of: day).isHoliday }

    /// The day that the calendar's clocks show at a moment. O(1).
    package func localDay(of moment: Timestamp) -> CalendarDay {
        let clamped = min(max(moment.microseconds, Self.times.lowerBound), Self.times.upperBound - 1)
        let seconds = clamped.flooredDivision(by: 1_000_000).quotient
        let local = seconds + Int64(calendar.zone.offset(at: seconds))
        return CalendarDay(seconds: local)
    }

    private static func index(of moment: Int64) -> Int64 {
        let (index, rest) = moment.quotientAndRemainder(dividingBy: WorkingSpan.length)
        return rest < 0 ? index - 1 : index
    }

    private func span(_ index: Int64) -> WorkingSpan {
        spans.withLock { spans in
            if let span = spans[index] { return span }
            if spans.count >= Self.keptSpans { spans.removeAll(keepingCapacity: true) }
            let span = build(index)
            spans[index] = span
            return span
        }
    }

    private func build(_ index: Int64) -> WorkingSpan {
        let first = index * WorkingSpan.days
        let range = index * WorkingSpan.length..<(index + 1) * WorkingSpan.length
        // The span is cut in UTC: the local days at its ends reach over them.
        let local = first - 2..<first + WorkingSpan.days + 2
        let stretches = calendar.zone.stretches(
            from: local.lowerBound * 86_400, to: local.upperBound * 86_400)
        let holidays = days.holidays(in: local)
        var intervals: [Range<Int64>] = []
        var here = stretches[...]
        for number in local {
            let day = CalendarDay(number: number)
            // Stretches that ended before this day has begun anywhere are behind it.
            while here.count > 1, let next = here.first, next.end < (number - 1) * 86_400 { here.removeFirst() }
            intervals += Self.intervals(of: day, days.hours(of: day, isHoliday: holidays.contains(number)), here)
        }
        intervals.sort { $0.lowerBound < $1.lowerBound }
        return WorkingSpan(intervals.map { $0.clamped(to: range) }.filter { !$0.isEmpty })
    }

    /// The hours of a day as stretches of time in microseconds: wherever the clock shows them.
    private static func intervals(
        of day: CalendarDay, _ hours: [DayInterval], _ stretches: some Collection<Zone.Stretch>
    ) -> [Range<Int64>] {
        var found: [Range<Int64>] = []
        for stretch in stretches {
            for interval in hours {
                let start = day.number * 86_400 + Int64(interval.start) * 60 - Int64(stretch.offset)
                let end = day.number * 86_400 + Int64(interval.end) * 60 - Int64(stretch.offset)
                let from = max(start, stretch.start)
                let to = min(end, stretch.end)
                if from < to { found.append(from * 1_000_000..<to * 1_000_000) }
            }
        }
        return found
    }
}

/// What is worked on one day.
package struct WorkingDay: Hashable, Sendable {
    package var day: CalendarDay
    /// The name of the holiday or special day, where it has one.
    package var name: String?
    /// In order.
    package var intervals: [Range<Timestamp>]
}
