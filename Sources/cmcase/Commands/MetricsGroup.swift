import ArgumentParser
import Basics
import CaseDesk
import CaseModel
import Measures
import Terminal

/// `cmcase metrics …`
struct MetricsGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "metrics", abstract: "Compute figures from the log.",
        subcommands: [ConversionCommand.self, ServiceCommand.self, ConformanceCommand.self])
}

/// What every measure is asked.
struct MeasureOptions: ParsableArguments {
    @Option(name: .long, help: "Only what began at or after this time.")
    var since: String?

    @Option(name: .long, help: "Only what began before this time.")
    var until: String?

    @Option(name: .long, help: "Take it apart by channel, brand, target, topic or month; months are those of --tz.")
    var by: Facet?

    @Flag(name: .long, help: "Print CSV.")
    var csv = false

    @Flag(name: .long, help: "Say what the measure means, and which events it rests on.")
    var explain = false

    func scope(_ horizon: HorizonOptions, _ output: OutputOptions) throws -> MeasureScope {
        var scope = MeasureScope()
        let period = try output.period(since: since, until: until)
        scope.window = Window(since: period.since, until: period.until)
        let zone: Zone = try output.zone()
        scope.grouping = by.map { facet in
            Grouping(by: facet) { zone.offset(at: $0.microseconds / 1_000_000) }
        }
        scope.horizon = try horizon.horizon(output)
        return scope
    }

    /// The zone whose calendar cuts the months, where the figures are taken apart by them.
    func monthZone(_ output: OutputOptions) throws -> String? { by == .month ? try output.zone().name : nil }
}

extension Facet: ExpressibleByArgument {}

/// `cmcase metrics conversion`
struct ConversionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conversion", abstract: "How many detractors became promoters.",
        discussion: """
            Example: cmcase metrics conversion --horizon 30 --by channel

            A detractor is a person with a founded complaint; a promoter praises us in public before we have answered, or \
            recommends us. --explain says the definition and lists every complaint that counts with the events that decide it.
            """)

    @Option(name: .long, help: "Days after the complaint at which the stance is judged.")
    var horizon: Int64 = 30

    @Option(name: .long, help: "The version of the definition: 1 or 2; --explain says in what they differ.")
    var definition = ConversionVersion.current.rawValue

    @OptionGroup var measure: MeasureOptions
    @OptionGroup var past: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        guard (1...36_500).contains(horizon) else {
            throw WrongCommand(
                "--horizon is a number of days from 1 to 36500: a stance needs time to change before it is judged")
        }
        guard let version = ConversionVersion(rawValue: definition) else {
            throw WrongCommand("--definition is 1 or 2, a version of what conversion means")
        }
        let scope: MeasureScope = try measure.scope(past, output)
        let desk = try store.desk()
        defer { desk.close() }
        let zone: String? = try measure.monthZone(output)
        let answer = try desk.conversion(horizonDays: horizon, scope, by: version, explaining: measure.explain)
        if output.json {
            answer.printJSON(horizon, monthZone: zone, explaining: measure.explain)
        } else if measure.csv {
            answer.printCSV(monthZone: zone)
        } else {
            try answer.printText(horizon, output, monthZone: zone, explaining: measure.explain)
        }
    }
}

/// `cmcase metrics service`
struct ServiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service", abstract: "How long people wait for our first response.",
        discussion: "Example: cmcase metrics service --by brand --target-minutes 60")

    @Option(name: .long, help: "Count also who was answered within so many minutes.")
    var targetMinutes: Int64?

    @OptionGroup var measure: MeasureOptions
    @OptionGroup var past: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        if let targetMinutes, !(1...1_000_000).contains(targetMinutes) {
            throw WrongCommand("--target-minutes is a number of minutes from 1 to 1000000")
        }
        let scope: MeasureScope = try measure.scope(past, output)
        let desk = try store.desk()
        defer { desk.close() }
        let zone: String? = try measure.monthZone(output)
        let answer = try desk.firstResponse(
            target: targetMinutes.map { $0 * 60_000_000 }, scope, explaining: measure.explain)
        if output.json {
            answer.printJSON(monthZone: zone, explaining: measure.explain)
        } else if measure.csv {
            answer.printCSV(monthZone: zone)
        } else {
            try answer.printText(output, monthZone: zone, explaining: measure.explain)
        }
    }
}
