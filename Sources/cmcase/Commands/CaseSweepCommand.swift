import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase case sweep`
struct CaseSweepCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Record what time alone has brought about: snoozes that have ended.",
        discussion: """
            Example: cmcase case sweep --now 2026-06-01

            The inbox shows such cases without it; this puts into the log when they came back. For cron.
            """)

    @Option(name: .long, help: "What had come about by this time (default now).")
    var now: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk(.write)
        defer { desk.close() }
        let swept = try desk.sweep(now: try now.map { try output.time($0, option: "--now") } ?? StoreOptions.now())
        if output.json {
            return StandardOutput.json { writer in
                writer.beginArray()
                for one in swept {
                    writer.beginObject()
                    writer.field("case", one.number.rawValue)
                    writer.field("type", one.type.rawValue)
                    writer.field("position", one.position.rawValue)
                    writer.field("at", one.at)
                    writer.endObject()
                }
                writer.endArray()
            }
        }
        let times = try output.times()
        let words = ReceiptWords(try output.language)
        for one in swept {
            StandardOutput.line(words.cameBack(one.number, one.position, at: times.time(one.at.microseconds)))
        }
        StandardOutput.line(words.cameBack(swept.count))
    }
}
