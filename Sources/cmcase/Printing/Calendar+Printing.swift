import Basics
import CaseModel
import JSON
import ServiceLevels
import Terminal
import Wording

extension WorkingCalendar {
    func printText(year: Int, _ terminal: TerminalSettings, _ language: Language) {
        let words = PolicyWords(language)
        StandardOutput.line(
            terminal.palette.paint(words.calendar(SafeText.safe(name)), .heading) + "  "
                + words.hours(version: SafeText.safe(version), of: SafeText.safe(zone.name)))
        for day in Weekday.allCases {
            let hours: String = (week[day] ?? []).sentence(closed: words.closed)
            StandardOutput.line("  " + day.word(language).padded(toWidth: 11) + hours)
        }
        let named = days(of: year, closed: words.closed)
        StandardOutput.line()
        StandardOutput.line(words.holidays(named.count, in: year))
        for day in named {
            StandardOutput.line(
                SafeText.safe("  \(day.day) \(day.day.weekday.short(language))  \(day.hours)  \(day.name ?? "")")
                    .trimmingSpaces)
        }
    }

    func write(year: Int, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("name", name)
        writer.field("version", version)
        writer.field("zone", zone.name)
        writer.key("week")
        writer.beginObject()
        for day in Weekday.allCases {
            writer.key(day.rawValue)
            writer.beginArray()
            for interval in week[day] ?? [] { writer.string(interval.description) }
            writer.endArray()
        }
        writer.endObject()
        writer.field("year", Int64(year))
        writer.key("days")
        writer.beginArray()
        for day in days(of: year, closed: PolicyWords(.english).closed) {
            writer.beginObject()
            writer.field("date", day.day.description)
            writer.nullable("name", day.name)
            writer.field("hours", day.hours)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
    }

    private struct NamedDay {
        var day: CalendarDay
        var name: String?
        var hours: String
    }

    /// The holidays and special days of a year.
    private func days(of year: Int, closed: String) -> [NamedDay] {
        let time = WorkingTime(self)
        guard let first = CalendarDay(year: year, month: 1, day: 1),
            let last = CalendarDay(year: year, month: 12, day: 31)
        else { return [] }
        return (first.number...last.number).compactMap { number in
            let day = CalendarDay(number: number)
            let special = specialDays[day]
            let plan = time.day(day)
            guard special != nil || time.isHoliday(day) else { return nil }
            return NamedDay(day: day, name: plan.name, hours: (special?.hours ?? []).sentence(closed: closed))
        }
    }
}

extension [DayInterval] {
    fileprivate func sentence(closed: String) -> String {
        isEmpty ? closed : map(\.description).joined(separator: ", ")
    }
}

extension Weekday {
    /// `Mon`, `lun`
    func short(_ language: Language) -> String {
        language.text(rawValue.prefix(1).uppercased() + rawValue.dropFirst().prefix(2), String(spanish.prefix(3)))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.utf8.last == UInt8(ascii: " ") { text.unicodeScalars.removeLast() }
        return String(text)
    }
}

extension [ExplainedDay] {
    /// A line a day: the date, the stretches that count, how much that is, why nothing counts, what is left.
    ///
    /// - Parameter zone: the calendar's, which cuts the days: their hours are told in it too, wherever the reader is.
    func lines(in zone: Zone, _ terminal: TerminalSettings, _ language: Language) -> [String] {
        let words = PolicyWords(language)
        var table = TextTable(columns: [
            .init(words.day), .init(words.counted(in: zone.name), yielding: 1, overflow: .wrap),
            .init(words.working, alignment: .right), .init(words.left, alignment: .right),
            .init(words.why, yielding: 2, overflow: .wrap),
        ])
        for day in self {
            let stretches: [String] = day.counted.map { "\(zone.clock($0.lowerBound))–\(zone.clock($0.upperBound))" }
            let why: [String] =
                [day.name, day.paused > 0 ? words.paused(WorkingText.hours(day.paused)) : nil].compactMap(\.self)
            let name: String = [day.day, day.through].compactMap(\.self).map { "\($0.weekday.short(language)) \($0)" }
                .joined(separator: " – ")
            table.append([
                .init(name), .init(stretches.joined(separator: ", ")),
                .init(day.working > 0 ? WorkingText.hours(day.working) : "-"), .init(WorkingText.hours(day.left)),
                .init(why.isEmpty && day.working == 0 ? words.closed : why.joined(separator: ", ")),
            ])
        }
        return table.lines(width: terminal.width, palette: terminal.palette)
    }
}

extension JSONWriter {
    /// The days of an explanation.
    mutating func days(_ days: [ExplainedDay]) {
        key("days")
        beginArray()
        for day in days {
            beginObject()
            field("date", day.day.description)
            if let through = day.through { field("through", through.description) }
            nullable("name", day.name)
            key("counted")
            beginArray()
            for stretch in day.counted {
                beginObject()
                field("from", stretch.lowerBound)
                field("to", stretch.upperBound)
                endObject()
            }
            endArray()
            field("workingSeconds", day.working / 1_000_000)
            field("pausedSeconds", day.paused / 1_000_000)
            field("leftSeconds", day.left / 1_000_000)
            endObject()
        }
        endArray()
    }
}

/// Working time as people read it: in hours and minutes, since a working day has no fixed length.
enum WorkingText {
    /// `7 h 30 min`; seconds only below a minute; with a minus where it is less than nothing.
    static func hours(_ microseconds: Int64) -> String {
        let seconds = microseconds.magnitude / 1_000_000
        if seconds == 0 { return "0 h" }
        let parts = [(seconds / 3600, "h"), (seconds / 60 % 60, "min")].filter { $0.0 > 0 }
        let text = parts.isEmpty ? "\(seconds) s" : parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
        return microseconds < 0 ? "-\(text)" : text
    }
}

extension Zone {
    /// The time of day, `09:30`.
    fileprivate func clock(_ moment: Timestamp) -> String {
        let ahead = Int64(offset(at: moment.microseconds / 1_000_000))
        let time = CivilTime(moment.later(by: ahead * 1_000_000))
        return [time.hour, time.minute].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":")
    }
}
