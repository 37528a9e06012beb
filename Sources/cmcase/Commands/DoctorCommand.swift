import ArgumentParser
import CaseDesk
import JSON
import Terminal

/// `cmcase doctor`
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say what the store is, which SQLite runs, and what that means.",
        discussion: "Example: cmcase doctor --store cmcase.db")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let diagnosis = try diagnosis()
        if output.json {
            StandardOutput.json { writer in
                writer.beginObject()
                for finding in diagnosis.findings {
                    writer.key(finding.key)
                    writer.string(finding.value)
                }
                writer.field("healthy", diagnosis.isHealthy)
                writer.endObject()
            }
        } else {
            let palette = output.terminal.palette
            for finding in diagnosis.findings {
                StandardOutput.line(
                    finding.title.padded(toWidth: 18) + " "
                        + palette.paint(SafeText.safe(finding.value), finding.isGood ? nil : .warning))
                if let meaning = finding.meaning {
                    StandardOutput.lines(
                        meaning.wrapped(
                            toWidth: max(output.terminal.width ?? 100, 40), indent: String(repeating: " ", count: 19),
                            firstIndent: String(repeating: " ", count: 19)))
                }
            }
        }
        if !diagnosis.isHealthy { throw Answer.no }
    }

    /// Looks without leaving a trace; again, as everybody reads, where somebody wrote meanwhile.
    private func diagnosis() throws -> Diagnosis {
        let desk = try store.desk(.examine)
        defer { desk.close() }
        let diagnosis = Result { try desk.diagnose() }
        guard desk.hasChanged else { return try diagnosis.get() }
        let reader = try store.desk(.read)
        defer { reader.close() }
        return try reader.diagnose()
    }
}
