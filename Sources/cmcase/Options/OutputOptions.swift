public import ArgumentParser
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

    /// Prints times in the wanted zone.
    func times() throws -> TimePrinter { TimePrinter(zone: try zone()) }

    func zone() throws -> DisplayZone {
        guard let tz = try tz ?? Configuration.current().tz else {
            return DisplayZone.system(TZ: StoreOptions.environment("TZ"))
        }
        do { return try DisplayZone(parsing: tz) } catch { throw WrongCommand("--tz: \(error)") }
    }

    /// Reads a time from the command line; one without an offset is in the zone that times print in, and of an hour that
    /// its clock shows twice the first.
    func time(_ text: String, option: String) throws -> Timestamp {
        if let time = TimeText.parse(rfc3339: text) { return time }
        let zone = try zone()
        if let local = TimeText.parse(rfc3339: text, defaultOffset: 0) {
            let offset: Int = LocalClock.offset(whenClockShows: local.microseconds / 1_000_000) {
                zone.offset(atSecondsSinceEpoch: $0)
            }
            return Timestamp(microseconds: local.microseconds - Int64(offset) * 1_000_000)
        }
        throw WrongCommand("\(option) is a time, as in 2026-03-02 or 2026-03-02T10:15:00+01:00")
    }
}

extension TerminalSettings.ColourChoice: ExpressibleByArgument {}
