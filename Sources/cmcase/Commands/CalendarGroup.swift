import ArgumentParser
import Basics
import CaseModel
import JSON
import ServiceLevels
import Terminal
import Wording
import YAML

/// `cmcase calendar …`
struct CalendarGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "The hours and days on which the house works.",
        subcommands: [
            CalendarShowCommand.self, CalendarCheckCommand.self, CalendarAdoptCommand.self, CalendarAddCommand.self,
        ])
}

/// Which calendar is meant.
struct CalendarOptions: ParsableArguments {
    @Option(name: .long, help: "An iCalendar file (.ics) whose days are holidays too.")
    var holidays: String?

    /// A calendar's text with the holidays of the file put into it, where one was named.
    func adding(to yaml: String, of source: String) throws -> String {
        guard let holidays else { return yaml }
        let iCalendar: String = try TextFile.read(holidays, limit: ICalendarHolidays.longest)
        do { return try WorkingCalendar.text(yaml, withICalendar: iCalendar) } catch {
            throw WrongCommand("\(source) with \(holidays): \(error)")
        }
    }

    /// A calendar by what people call it; without a name, the house's.
    func read(_ name: String?, _ store: StoreOptions) throws -> (text: String, calendar: WorkingCalendar) {
        let (yaml, source) = try HousePolicies(store).calendar(name)
        let text = try adding(to: yaml, of: source)
        do { return (text, try WorkingCalendar(yaml: text)) } catch { throw WrongCommand("\(source): \(error)") }
    }
}

/// `cmcase calendar show`
struct CalendarShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a calendar: its week, its holidays of a year, its special days.",
        discussion: "Example: cmcase calendar show always")

    @Argument(help: "An adopted calendar, always, a file, or - for standard input (default the house's).")
    var source: String?

    @Option(name: .long, help: "The year whose holidays are listed (default this year).")
    var year: Int?

    @Flag(name: .long, help: "Print the calendar's text, to begin one's own from.")
    var yaml = false

    @OptionGroup var calendar: CalendarOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        if let year, !(1...9998).contains(year) { throw WrongCommand("--year is a year from 1 to 9998, as in 2026") }
        let (text, calendar) = try self.calendar.read(source, store)
        if yaml {
            StandardOutput.line(SafeText.safe(text.trimmingLineEnds, newlines: .keep))
            return
        }
        let year = year ?? CivilTime(StoreOptions.now()).year
        if output.json {
            StandardOutput.json { writer in calendar.write(year: year, to: &writer) }
        } else {
            calendar.printText(year: year, output.terminal, try output.language)
            let idle: [String] = source == nil ? try HousePolicies(store).idleCalendars : []
            if !idle.isEmpty {
                StandardOutput.line()
                StandardOutput.line(SafeText.safe(ReceiptWords(try output.language).idle(calendars: idle)))
            }
        }
    }
}

/// `cmcase calendar check`
struct CalendarCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say whether a calendar can be read, and what is wrong with it.",
        discussion: """
            Example: cmcase calendar show always --yaml | cmcase calendar check -

            Exits with 1 where it can't be. A calendar reads:

              name: office
              version: "2026.1"
              zone: Europe/Madrid
              week:
                monday-thursday: [09:00-14:00, 15:00-18:00]
                friday: 09:00-15:00
              holidays:
                - 2026-10-12
                - {date: 2026-12-25, name: Navidad, yearly: true}
                - {date: 2026-08-10, until: 2026-08-14, name: Vacaciones}
              specialDays:
                - {date: 2026-12-24, name: Nochebuena, hours: 09:00-13:00}

            A day of the week that isn't named isn't worked; several hours of a day stand in brackets. Holidays of an \
            iCalendar file come in with --holidays.
            """)

    @Argument(help: "The calendar's file, or - for standard input.")
    var file: String

    @OptionGroup var calendar: CalendarOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let yaml: String = try HousePolicies.file(file, limit: WorkingCalendar.longest)
        let feed: String? = try calendar.holidays.map { try TextFile.read($0, limit: ICalendarHolidays.longest) }
        try CheckedPolicy { () throws(YAMLError) in
            guard let feed else { return CheckedPolicy(try WorkingCalendar(yaml: yaml)) }
            return CheckedPolicy(try WorkingCalendar(yaml: WorkingCalendar.text(yaml, withICalendar: feed)))
        }.print(output)
    }
}

/// `cmcase calendar add`
struct CalendarAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Reckon when so much working time will have gone by.",
        discussion: "Example: cmcase calendar add 2026-03-06T16:30 4h --explain")

    @Argument(help: "The start, as in 2026-03-06T16:30; without an offset in the zone that times print in.")
    var time: String

    @Argument(help: "Working time in hours and minutes, as in 30m, 4h or 1h30m.")
    var duration: String

    @Option(
        name: .customLong("calendar"),
        help: "An adopted calendar, always, a file, or - for standard input (default the house's).")
    var source: String?

    @Flag(name: .long, help: "Tell it day by day.")
    var explain = false

    @OptionGroup var calendar: CalendarOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let start = try output.time(time, option: "TIME")
        guard let length = WorkingDuration(duration) else {
            throw WrongCommand("DURATION is hours and minutes, as in 30m, 4h or 1h30m; days are written in hours")
        }
        let time = WorkingTime(try calendar.read(source, store).calendar)
        guard let due = time.adding(length.microseconds, to: start) else {
            throw WrongCommand("the calendar has not so much working time in the century after that")
        }
        let days = explain ? time.explain(adding: length.microseconds, to: start) : []
        let times = try output.times()
        if output.json {
            StandardOutput.json { writer in
                writer.beginObject()
                writer.field("calendar", time.calendar.name)
                writer.field("zone", time.calendar.zone.name)
                writer.field("start", start)
                writer.field("workingSeconds", length.microseconds / 1_000_000)
                writer.field("due", due)
                if explain { writer.days(days) }
                writer.endObject()
            }
        } else {
            StandardOutput.line(times.time(due.microseconds))
            if explain {
                StandardOutput.lines(days.lines(in: time.calendar.zone, output.terminal, try output.language))
            }
        }
    }
}

extension String {
    /// The text without the line ends at its end.
    var trimmingLineEnds: String {
        var text = self[...]
        while text.utf8.last == UInt8(ascii: "\n") { text.unicodeScalars.removeLast() }
        return String(text)
    }
}
