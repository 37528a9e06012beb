import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal

/// `cmcase audit`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Show how a case evolved, step by step.",
        discussion: """
            Example: cmcase audit 12

            Each step says when it happened and when it was recorded, who did it, under which rule or against it, who could \
            read it, and what it changed.
            """)

    @Argument(help: "The case: its number, its tracking code, or channel:message.")
    var reference: String

    @Flag(name: .long, help: "Say how the work kept to the protocol, with the events of each violation.")
    var conformance = false

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk()
        defer { desk.close() }
        if conformance {
            let answer = try desk.conformance(
                of: try CaseReference.parsing(reference), try horizon.horizon(output))
            if output.json {
                StandardOutput.json { writer in answer.write(to: &writer, language.language) }
            } else {
                try answer.printText(output, language.language)
            }
            return
        }
        let trail = try desk.audit(try CaseReference.parsing(reference), try horizon.horizon(output))
        if output.json {
            StandardOutput.json { writer in trail.write(to: &writer) }
        } else {
            try trail.printText(output, showsState: false)
        }
    }
}

extension CaseReference {
    /// Reads what a person typed.
    static func parsing(_ text: String) throws -> CaseReference {
        guard let reference = CaseReference(text) else {
            throw WrongCommand(
                "a case is named by its number, its tracking code, or channel:message, as in twitter:123")
        }
        return reference
    }
}
