import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase retract`
struct RetractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retract", abstract: "Take an import with a wrong mapping back, so that it can be imported again.",
        discussion: """
            Example: cmcase retract last --dry-run

            The import is named by the position of its ImportCompleted. The log stays as it is, and as of before nothing is \
            different; from then on what the import recorded is left out. Taken back is what nothing \
            stands on yet: once something was decided on one of its cases, the refusal says where.
            """)

    @Argument(help: "The position of the import's ImportCompleted, or last for the newest one.")
    var position: String

    @Flag(name: .long, help: "Say what it would do and keep nothing.")
    var dryRun = false

    @OptionGroup var decision: DecisionOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk(.write)
        defer { desk.close() }
        let report = try desk.retract(
            try Self.position(position, desk), note: decision.note, try decision.context(output),
            by: try decision.actor.value(),
            dryRun: dryRun)
        if output.json { StandardOutput.json { report.write(to: &$0) } } else { report.printText(try output.language) }
    }
}

extension RetractCommand {
    private static func position(_ text: String, _ desk: CaseDesk) throws -> Position {
        if text == "last" { return try desk.lastImport() }
        guard let position = Int64(text), position > 0 else {
            throw WrongCommand("an import is named by the position of its ImportCompleted, or by last")
        }
        return Position(position)
    }
}

extension RetractionReport {
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("imported", imported.rawValue)
        writer.field("mapping", mapping)
        writer.field("sha256", sha256)
        writer.field("position", position.rawValue)
        writer.field("cases", cases)
        writer.field("persons", persons)
        writer.field("restored", restored)
        writer.field("released", released)
        writer.field("dryRun", isDryRun)
        writer.endObject()
    }

    func printText(_ language: Language) {
        let words = ImportWords(language)
        StandardOutput.line(words.retracted(imported, SafeText.safe(mapping), at: position, isDryRun: isDryRun))
        StandardOutput.line("  " + words.casesLeftOut(cases))
        StandardOutput.line("  " + words.personsLeftOut(persons))
        StandardOutput.line("  " + words.casesRestored(restored))
        if !isDryRun { StandardOutput.line(words.again) }
    }
}
