public import ArgumentParser
import Basics
import CaseModel
import Glibc
import Terminal

/// How results print.
struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON, and nothing else, on standard output.")
    var json = false

    @Option(name: .long, help: "The time zone to print times in, as in Europe/Madrid (default the system's).")
    var tz: String?

    @Option(name: .long, help: "Colour: auto, always or never.")
    var color: TerminalSettings.ColourChoice = .auto

    @OptionGroup private var chosen: LanguageOptions

    /// The language that people read.
    var language: Language { get throws { try chosen.language } }

    /// What standard output is.
    var terminal: TerminalSettings { TerminalSettings.current(for: STDOUT_FILENO, colour: color) }

    /// Called when the command line was parsed.
    func validate() { StandardOutput.allowColour(terminal.colour) }

    /// Prints times in the wanted zone.
    func times() throws -> TimePrinter { TimePrinter(zone: try zone()) }

    func zone() throws -> Zone {
        guard let tz = try tz ?? Configuration.current().tz else {
            do { return try Zone.system(TZ: StoreOptions.environment("TZ")) } catch { throw WrongCommand("\(error)") }
        }
        do { return try Zone(parsing: tz) } catch { throw WrongCommand("--tz: \(error)") }
    }

    /// Reads a time from the command line; one without an offset is in the zone that times print in, and of an hour that
    /// its clock shows twice the first.
    func time(_ text: String, option: String) throws -> Timestamp {
        if let time = TimeText.parse(rfc3339: text) { return time }
        let zone = try zone()
        if let local = TimeText.parse(rfc3339: text, defaultOffset: 0) {
            let offset: Int = zone.offset(whenClockShows: local.microseconds / 1_000_000)
            if let time = Timestamp(exactly: local.microseconds - Int64(offset) * 1_000_000) { return time }
        }
        throw WrongCommand("\(option) is a time, as in 2026-03-02 or 2026-03-02T10:15:00+01:00")
    }

    /// Reads a day by whose end something is to be done, or a time: by Friday is by the last second of Friday.
    func deadline(_ text: String, option: String) throws -> Timestamp {
        let isDay: Bool = text.utf8.count == 10 && TimeText.parse(rfc3339: text, defaultOffset: 0) != nil
        return try time(isDay ? text + "T23:59:59" : text, option: option)
    }

    /// Reads a later moment from the command line: a time, or so long after another, as in 30m, 4h, 7d or 2w.
    ///
    /// - Parameter isDeadline: whether a day is over before it.
    func time(
        _ text: String, after moment: Timestamp, option: String, isDeadline: Bool = false
    ) throws -> Timestamp {
        if let delay = Self.delay(text) {
            guard let later = Timestamp(exactly: moment.microseconds + delay) else {
                throw WrongCommand("\(option) lies after the year 9999; name an earlier time")
            }
            return later
        }
        do {
            return try isDeadline ? deadline(text, option: option) : time(text, option: option)
        } catch is WrongCommand {
            throw WrongCommand(
                "\(option) is a time, as in 2026-03-02T10:15:00+01:00, or so long from now, as in 4h or 7d")
        }
    }

    private static func delay(_ text: String) -> Int64? {
        let units: [Character: Int64] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let last = text.last, let unit = units[last], let count = Int64(text.dropLast()), 1...5000 ~= count else {
            return nil
        }
        return count * unit * 1_000_000
    }

    /// Reads `--since` and `--until`.
    ///
    /// - Throws: `WrongCommand` where nothing lies between them.
    func period(since: String?, until: String?) throws -> (since: Timestamp?, until: Timestamp?) {
        let start: Timestamp? = try since.map { try time($0, option: "--since") }
        let end: Timestamp? = try until.map { try time($0, option: "--until") }
        if let start, let end, end < start {
            throw WrongCommand("--since is later than --until, so that nothing lies between them; swap them")
        }
        return (start, end)
    }
}

extension TerminalSettings.ColourChoice: ExpressibleByArgument {}
