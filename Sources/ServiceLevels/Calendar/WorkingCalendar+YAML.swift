internal import Basics
internal import CaseModel
package import YAML

extension WorkingCalendar {
    /// Bytes of a calendar's text that are taken.
    package static let longest = 1 << 18

    /// Reads a calendar:
    ///
    /// ```yaml
    /// name: oficina
    /// version: "2026.1"
    /// zone: Europe/Madrid
    /// week:
    ///   monday-thursday: [09:00-14:00, 15:00-18:00]
    ///   friday: 09:00-15:00
    /// holidays:
    ///   - 2026-10-12
    ///   - {date: 2026-12-25, name: Navidad, yearly: true}
    ///   - {date: 2026-08-10, until: 2026-08-14, name: Vacaciones}
    /// specialDays:
    ///   - {date: 2026-12-24, name: Nochebuena, hours: 09:00-13:00}
    /// icalendar: |
    ///   BEGIN:VCALENDAR
    ///   …
    /// ```
    ///
    /// A day of the week that is not named is not worked. `until` is the last day of several. The holidays of the
    /// iCalendar text add to those of the list.
    ///
    /// - Throws: what is wrong first, with its line and key.
    package init(yaml: String) throws(YAMLError) {
        let root = try YAMLNode(
            yaml, document: "calendar", limit: Self.longest, keys: "name and version")
        try root.allow(["name", "version", "zone", "week", "holidays", "specialDays", "icalendar"])
        self.init(
            name: try root.required("name").name(), version: try root.required("version").version(),
            zone: try root.required("zone").zone(),
            week: try Self.week(root.required("week")))
        holidays = try Self.holidays(root)
        for entry in try root.child("specialDays")?.entries(atMost: 2000) ?? [] {
            try entry.allow(["date", "name", "hours"])
            let date = try entry.required("date")
            let day = try date.day()
            guard specialDays[day] == nil else { throw date.error(.init("the day is named twice")) }
            specialDays[day] = SpecialDay(
                name: try entry.child("name")?.shortText(), hours: try entry.child("hours")?.hours() ?? [])
        }
    }

    private static func week(_ node: YAMLNode) throws(YAMLError) -> [Weekday: [DayInterval]] {
        var week: [Weekday: [DayInterval]] = [:]
        for (key, value) in try node.members() {
            guard let days = Weekday.days(of: key.text) else {
                throw value.error(.unknownKey(key.text, allowed: Weekday.allCases.map(\.rawValue) + ["monday-friday"]))
            }
            let hours = try value.hours()
            for day in days {
                guard week[day] == nil else { throw value.error(.init("\(day.rawValue) is named twice")) }
                week[day] = hours
            }
        }
        guard week.values.contains(where: { !$0.isEmpty }) else {
            throw node.error(.wrongShape(expected: "hours on at least one day, as in monday: 09:00-17:00"))
        }
        return week
    }

    private static func holidays(_ root: YAMLNode) throws(YAMLError) -> [Holiday] {
        var holidays: [Holiday] = []
        for entry in try root.child("holidays")?.entries(atMost: 2000) ?? [] {
            guard entry.isMapping else {
                holidays.append(Holiday(name: "", first: try entry.day()))
                continue
            }
            try entry.allow(["date", "until", "name", "yearly"])
            let first = try entry.required("date").day()
            let last = try entry.child("until")?.day() ?? first
            guard 0..<366 ~= last.number - first.number else {
                throw entry.error(.init("until is on or after date, and less than a year later"), key: "until")
            }
            let isYearly = try entry.child("yearly")?.read("true or false", Bool.init) ?? false
            let date = first.date
            holidays.append(
                Holiday(
                    name: try entry.child("name")?.shortText() ?? "", first: first,
                    days: Int(last.number - first.number) + 1,
                    recurrence: isYearly ? YearlyRecurrence(.date(month: date.month, day: date.day)) : nil))
        }
        guard let node = root.child("icalendar") else { return holidays }
        let text = try node.shortText(atMost: Self.longest)
        do { return holidays + (try ICalendarHolidays.read(text)) } catch { throw node.error(.init(error.description)) }
    }

    /// A calendar's text with an iCalendar text put into it, so that what is adopted holds everything it rests on.
    ///
    /// - Throws: where the calendar already has one, or the iCalendar can't be read or stand in YAML.
    package static func text(_ yaml: String, withICalendar iCalendar: String) throws(YAMLError) -> String {
        let root = try YAMLNode(
            yaml, document: "calendar", limit: Self.longest, keys: "name and version")
        guard root.child("icalendar") == nil else {
            throw YAMLError(
                document: "calendar", line: nil, key: "icalendar",
                problem: .init("the calendar has an icalendar of its own; leave one of the two out"))
        }
        do { _ = try ICalendarHolidays.read(iCalendar) } catch {
            throw YAMLError(document: "calendar", line: nil, key: "icalendar", problem: .init(error.description))
        }
        var lines: [Substring] = []
        for line in iCalendar.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            lines.append(Substring(line.last == "\r" ? line.dropLast() : line))
        }
        let text = yaml + (yaml.hasSuffix("\n") ? "" : "\n") + "icalendar: |2-\n" + lines.map { "  \($0)\n" }.joined()
        _ = try WorkingCalendar(yaml: text)
        return text
    }
}

extension YAMLNode {
    fileprivate func zone() throws(YAMLError) -> Zone {
        let name = try shortText()
        do throws(ZoneError) { return try Zone(named: name) } catch {
            if case .unknown = error {
                throw self.error(.wrongShape(expected: "UTC or an IANA name such as Europe/Madrid"))
            }
            throw self.error(.init("\(error)"))
        }
    }

    fileprivate func day() throws(YAMLError) -> CalendarDay {
        try read("a day, as in 2026-12-25") { CalendarDay($0) }
    }

    /// Hours of a day, put in order; none where the list is empty.
    fileprivate func hours() throws(YAMLError) -> [DayInterval] {
        var hours: [DayInterval] = []
        for entry in try entries(atMost: 24) {
            hours.append(
                try entry.read(
                    "hours from 00:00 to 24:00, as in 09:00-14:00, or several in brackets, as in [09:00-14:00, 15:00-18:00]",
                    DayInterval.init))
        }
        hours.sort()
        for (before, after) in zip(hours, hours.dropFirst()) where after.start < before.end {
            throw error(.init("\(before) and \(after) overlap"))
        }
        return hours
    }
}

extension Weekday {
    /// `monday`, or from one day through another: `monday-friday`, `saturday-sunday`.
    fileprivate static func days(of key: String) -> [Weekday]? {
        let days = key.split(separator: "-", omittingEmptySubsequences: false).map { Weekday(rawValue: String($0)) }
        guard let first = days.first ?? nil, let last = days.last ?? nil, days.count <= 2,
            let start = allCases.firstIndex(of: first), let end = allCases.firstIndex(of: last), start <= end
        else { return nil }
        return Array(allCases[start...end])
    }
}
