import ArgumentParser
import CaseModel
import JSON
import ServiceLevels
import Terminal

/// `cmcase service-level …`
struct ServiceLevelGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service-level", abstract: "How soon what is to be done.",
        subcommands: [ServiceLevelShowCommand.self, ServiceLevelCheckCommand.self])

    /// The text of a service level by the name of the built-in one, a file's path, or `-` for standard input.
    static func text(_ source: String) throws -> String {
        if source == ServiceLevelPolicy.standard.name { return ServiceLevelPolicy.standardText }
        return try TextFile.read(source == "-" ? "/dev/stdin" : source, limit: ServiceLevelPolicy.longest)
    }
}

/// `cmcase service-level show`
struct ServiceLevelShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a service level: what is promised, to which cases, and what pauses it.",
        discussion: "Example: cmcase service-level show standard")

    @Argument(help: "A service level's file, - for standard input, or the built-in one: standard.")
    var source = "standard"

    @Flag(name: .long, help: "Print its text, to begin one's own from.")
    var yaml = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let text = try ServiceLevelGroup.text(source)
        let policy: ServiceLevelPolicy
        do { policy = try ServiceLevelPolicy(yaml: text) } catch { throw WrongCommand("\(source): \(error)") }
        if yaml {
            StandardOutput.line(SafeText.safe(text.trimmingLineEnds, newlines: .keep))
        } else if output.json {
            StandardOutput.json { writer in policy.write(to: &writer) }
        } else {
            policy.printText(output.terminal)
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
        let text: String = try TextFile.read(file == "-" ? "/dev/stdin" : file, limit: ServiceLevelPolicy.longest)
        try CheckedPolicy { () throws(PolicyError) in CheckedPolicy(try ServiceLevelPolicy(yaml: text)) }.print(output)
    }
}
