/// The rule that a zone's clocks follow after the last change that its file names, as the environment variable TZ of POSIX
/// writes it: `CET-1CEST,M3.5.0,M10.5.0/3` (RFC 8536, section 3.3.1).
struct ZoneRule: Equatable {
    /// The UTC offset of standard time, in seconds.
    let standard: Int
    /// What daylight saving makes of it; nil where there is none.
    private let saving: Saving?

    private struct Saving: Equatable {
        let offset: Int
        let start: YearDay
        let end: YearDay
    }

    /// A day of each year, and a time on it as the clocks show it that are put forward or back then.
    private struct YearDay: Equatable {
        enum Day: Equatable {
            /// 1 to 365; 29 February is not counted.
            case withoutLeapDay(Int)
            /// 0 to 365.
            case counted(Int)
            /// The so-manieth of a weekday in a month, where 5 is the last; 0 is Sunday.
            case weekday(Int, week: Int, month: Int)
        }

        let day: Day
        /// Seconds after midnight, up to a week before or after.
        let time: Int

        /// When the clocks show it, in seconds since 1970 as they count them.
        func seconds(in year: Int) -> Int64 {
            var number = CalendarDay.number(year: year, month: 1, day: 1)
            switch day {
            case .withoutLeapDay(let day): number += Int64(day - 1 + (day > 59 && CalendarDay.isLeap(year) ? 1 : 0))
            case .counted(let day): number += Int64(day)
            case .weekday(let weekday, let week, let month):
                number = CalendarDay.number(year: year, month: month, day: 1)
                // Sunday is 0 here, and 6 where weeks begin on Monday.
                let first = (weekday + 6 - CalendarDay(number: number).weekdayIndex + 7) % 7
                let day = first + (week - 1) * 7
                number += Int64(day < CalendarDay.days(inMonth: month, of: year) ? day : day - 7)
            }
            return number * 86_400 + Int64(time)
        }
    }

    /// The changes of a year in order: when, in seconds since 1970, and how far ahead of UTC the clocks are from then on.
    func changes(in year: Int) -> [(seconds: Int64, offset: Int)] {
        guard let saving else { return [] }
        let start = (saving.start.seconds(in: year) - Int64(standard), saving.offset)
        let end = (saving.end.seconds(in: year) - Int64(saving.offset), standard)
        return start.0 < end.0 ? [start, end] : [end, start]
    }

    /// Reads a rule; nil where it is none.
    init?(_ bytes: ArraySlice<UInt8>) {
        var text = RuleText(rest: bytes)
        guard text.takeName(), let standard = text.offset() else { return nil }
        self.standard = -standard
        if text.rest.isEmpty {
            saving = nil
            return
        }
        guard text.takeName() else { return nil }
        var offset = self.standard + 3600
        if text.rest.first != UInt8(ascii: ",") {
            guard let written = text.offset() else { return nil }
            offset = -written
        }
        guard text.take(","), let start = Self.yearDay(&text), text.take(","), let end = Self.yearDay(&text),
            text.rest.isEmpty, ZoneTable.offsets ~= offset
        else { return nil }
        saving = Saving(offset: offset, start: start, end: end)
    }

    private static func yearDay(_ text: inout RuleText) -> YearDay? {
        let day: YearDay.Day
        if text.take("J") {
            guard let number = text.number(1...365) else { return nil }
            day = .withoutLeapDay(number)
        } else if text.take("M") {
            guard let month = text.number(1...12), text.take("."), let week = text.number(1...5), text.take("."),
                let weekday = text.number(0...6)
            else { return nil }
            day = .weekday(weekday, week: week, month: month)
        } else {
            guard let number = text.number(0...365) else { return nil }
            day = .counted(number)
        }
        guard text.take("/") else { return YearDay(day: day, time: 7200) }
        return text.time(hours: 167).map { YearDay(day: day, time: $0) }
    }
}

/// What is left to be read of a rule.
private struct RuleText {
    var rest: ArraySlice<UInt8>

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Three letters or more, or letters, digits and signs between `<` and `>`.
    mutating func takeName() -> Bool {
        let isQuoted = take("<")
        let name = rest.prefix { byte in
            let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || 0x30...0x39 ~= byte
            return UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || isQuoted && isSign
        }
        rest.removeFirst(name.count)
        return name.count >= 3 && (!isQuoted || take(">"))
    }

    /// `-1`, `3:30`: seconds that clocks are behind UTC.
    mutating func offset() -> Int? { time(hours: 24) }

    /// `[±]h[:mm[:ss]]` in seconds.
    mutating func time(hours: Int) -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard var seconds = number(0...hours).map({ $0 * 3600 }) else { return nil }
        for unit in [60, 1] where take(":") {
            guard let number = number(0...59) else { return nil }
            seconds += number * unit
        }
        return isNegative ? -seconds : seconds
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { 0x30...0x39 ~= $0 }
        guard 1...3 ~= digits.count else { return nil }
        rest.removeFirst(digits.count)
        let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return range ~= number ? number : nil
    }
}
