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
            read it, and what it changed. --diff says only what is different in the state of the case between two moments, \
            as in: cmcase audit 12 --diff 100 1200. A time there means what was recorded by then.
            """)

    @Argument(help: "The case: its number, its tracking code, or channel:message.")
    var reference: String

    @Flag(name: .long, help: "Say how the work kept to the protocol, with the events of each violation.")
    var conformance = false

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "Only what is different between two moments, each a position of the log or a time of recording.",
            valueName: "from to"))
    var diff: [String] = []

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk()
        defer { desk.close() }
        if conformance, !diff.isEmpty {
            throw WrongCommand("--conformance and --diff are two questions; ask one at a time")
        }
        if !diff.isEmpty { return try printDifference(desk) }
        if conformance {
            let answer = try desk.conformance(
                of: try CaseReference.parsing(reference), try horizon.horizon(output))
            if output.json {
                StandardOutput.json { writer in answer.write(to: &writer) }
            } else {
                try answer.printText(output)
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

    private func printDifference(_ desk: CaseDesk) throws {
        guard diff.count == 2 else {
            throw WrongCommand("--diff takes two moments, the earlier first, as in --diff 100 1200")
        }
        if try horizon.horizon(output) != .now {
            throw WrongCommand("--diff names its two moments itself; leave out --as-of and --until-position")
        }
        let difference = try desk.difference(
            of: try CaseReference.parsing(reference), from: try moment(diff[0]), to: try moment(diff[1]))
        if output.json { difference.printJSON() } else { try difference.printText(output) }
    }

    /// A whole number is a position, anything else a time.
    private func moment(_ text: String) throws -> Horizon {
        if let position = Int64(text), position >= 0 { return .until(Position(position)) }
        return .asOf(try output.time(text, option: "--diff"))
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
