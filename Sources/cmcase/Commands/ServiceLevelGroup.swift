import ArgumentParser
import CaseModel
import JSON
import ServiceLevels
import Terminal
import YAML

/// `cmcase service-level …`
struct ServiceLevelGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service-level", abstract: "How soon what is to be done.",
        subcommands: [ServiceLevelShowCommand.self, ServiceLevelCheckCommand.self, ServiceLevelAdoptCommand.self])
}

/// `cmcase service-level show`
struct ServiceLevelShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a service level: what is promised, to which cases, and what pauses it.",
        discussion: "Example: cmcase service-level show standard")

    @Argument(help: "An adopted service level, standard, a file, or - for standard input (default the house's).")
    var source: String?

    @Flag(name: .long, help: "Print its text, to begin one's own from.")
    var yaml = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (text, source) = try HousePolicies(store).serviceLevel(source)
        let policy: ServiceLevelPolicy
        do { policy = try ServiceLevelPolicy(yaml: text) } catch { throw WrongCommand("\(source): \(error)") }
        if yaml {
            StandardOutput.line(SafeText.safe(text.trimmingLineEnds, newlines: .keep))
        } else if output.json {
            StandardOutput.json { writer in policy.write(to: &writer) }
        } else {
            policy.printText(output.terminal, try output.language)
        }
    }
}

/// `cmcase service-level check`
struct ServiceLevelCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say whether a service level can be read, and what is wrong with it.",
        discussion: """
            Example: cmcase service-level show --yaml | cmcase service-level check -

            Exits with 1 where it can't be.
            """)

    @Argument(help: "The service level's file, or - for standard input.")
    var file: String

    @OptionGroup var output: OutputOptions

    func run() throws {
        let text: String = try HousePolicies.file(file, limit: ServiceLevelPolicy.longest)
        try CheckedPolicy { () throws(YAMLError) in CheckedPolicy(try ServiceLevelPolicy(yaml: text)) }.print(output)
    }
}
