internal import Basics
internal import CaseModel

extension YearlyRecurrence {
    /// Reads a RRULE (RFC 5545, section 3.3.10) that names one day a year, the first of them being the event's start.
    ///
    /// - Throws: `unsupported` for any rule that it would not keep to the letter.
    init(_ rule: ContentLine, first: CalendarDay) throws(ICalendarError) {
        let parts = try Self.parts(rule)
        func refuse(_ what: String) -> ICalendarError { ICalendarError(.unsupported(what), line: rule.line) }
        guard parts["FREQ"] == "YEARLY" else { throw refuse("FREQ") }
        let interval = parts["INTERVAL"].map { Int($0) ?? 0 } ?? 1
        guard 1...1000 ~= interval else { throw refuse("INTERVAL") }
        let pattern = try Self.pattern(parts, first: first, refuse)
        guard pattern.day(in: first.date.year) == first else { throw refuse("a start that the rule does not name") }
        self.init(pattern, interval: interval)
        switch (parts["UNTIL"], parts["COUNT"]) {
        case (nil, nil): break
        case (let until?, nil):
            guard let day = CalendarDay(basic: String(until.prefix(8))) else { throw refuse("UNTIL") }
            last = day
        case (nil, let count?):
            guard let count = Int(count), 1...1000 ~= count else { throw refuse("COUNT") }
            last = occurrence(count, from: first)
        default: throw refuse("UNTIL together with COUNT")
        }
    }

    private static func parts(_ rule: ContentLine) throws(ICalendarError) -> [String: String] {
        let known = ["FREQ", "INTERVAL", "UNTIL", "COUNT", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST"]
        var parts: [String: String] = [:]
        for part in rule.value.split(separator: ";", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                $0.uppercased()
            }
            guard halves.count == 2 else { throw ICalendarError(.notAContentLine, line: rule.line) }
            guard let name = known.first(where: { $0 == halves[0] }) else {
                throw ICalendarError(.unsupported("a part of this RRULE"), line: rule.line)
            }
            guard parts[name] == nil else { throw ICalendarError(.twice(name), line: rule.line) }
            parts[name] = halves[1]
        }
        return parts
    }

    private static func pattern(
        _ parts: [String: String], first: CalendarDay, _ refuse: (String) -> ICalendarError
    ) throws(ICalendarError) -> Pattern {
        let month = parts["BYMONTH"].map { Int($0) ?? 0 } ?? first.date.month
        guard 1...12 ~= month else { throw refuse("BYMONTH") }
        guard let weekday = parts["BYDAY"] else {
            let day = parts["BYMONTHDAY"].map { Int($0) ?? 0 } ?? first.date.day
            guard 1...31 ~= day else { throw refuse("BYMONTHDAY") }
            return .date(month: month, day: day)
        }
        guard parts["BYMONTHDAY"] == nil, parts["BYMONTH"] != nil, weekday.utf8.count >= 3,
            let number = Int(weekday.dropLast(2)), number != 0, -5...5 ~= number,
            let day = Weekday.allCases.first(where: { $0.rawValue.prefix(2).uppercased() == weekday.suffix(2) })
        else { throw refuse("BYDAY") }
        return .weekday(day, number: number, month: month)
    }

    /// The n-th day that the rule names, or the last one before the year 10000.
    private func occurrence(_ number: Int, from first: CalendarDay) -> CalendarDay {
        var last = first
        var found = 0
        for year in stride(from: first.date.year, through: 9999, by: interval) {
            guard let day = pattern.day(in: year) else { continue }
            last = day
            found += 1
            if found == number { break }
        }
        return last
    }
}
