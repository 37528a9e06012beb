import ArgumentParser
import CaseDesk
import CaseModel
import Measures

/// `cmcase metrics conformance`
struct ConformanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conformance", abstract: "How often the work kept to the protocol.",
        discussion: """
            Example: cmcase metrics conformance --by channel

            Each rule says which decision comes before, after or never after another. --explain says the definitions and \
            lists the events of every violation. One case: cmcase audit CASE --conformance.
            """)

    @OptionGroup var measure: MeasureOptions
    @OptionGroup var past: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let scope: MeasureScope = try measure.scope(past, output)
        let desk = try store.desk()
        defer { desk.close() }
        let report = try desk.conformanceReport(scope)
        let zone: String? = try measure.monthZone(output)
        if output.json {
            report.printJSON(monthZone: zone)
        } else if measure.csv {
            report.printCSV(monthZone: zone)
        } else {
            try report.printText(output, monthZone: zone, explaining: measure.explain)
        }
    }
}
