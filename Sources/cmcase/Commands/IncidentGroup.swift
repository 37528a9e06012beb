import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal

/// `cmcase incident …`
struct IncidentGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident", abstract: "Say that several cases are one trouble, and when it is over.",
        subcommands: [
            IncidentDeclareCommand.self, IncidentWidenCommand.self, IncidentCloseCommand.self, IncidentListCommand.self,
        ])
}

/// `cmcase incident declare`
struct IncidentDeclareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare", abstract: "Say that some cases are one trouble.",
        discussion: """
            Example: cmcase incident declare 1 2 --level 2 --note "the app refuses cards"

            The cases go on as they are; the inbox and `cmcase case next` say that they are part of it until it is closed.
            """)

    @Argument(help: "The cases: numbers, tracking codes, or channel:message.")
    var cases: [String]

    @Option(name: .long, help: "How grave it is, from 1 to 4, the gravest.")
    var level: Int64

    @Option(name: .long, help: "The rule of detection that saw it, as a code.")
    var trigger: String?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let references: [CaseReference] = try cases.map { try CaseReference.parsing($0) }
        try recording.record(
            .declare(references, level: level, trigger: trigger, note: recording.decision.note))
    }
}

/// `cmcase incident widen`
struct IncidentWidenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "widen", abstract: "Say that further cases belong to an open incident, or how grave it is now.",
        discussion: "Example: cmcase incident declare 1 2 --level 2 && cmcase incident widen 1 3 --level 3")

    @Argument(help: "The incident's number.")
    var incident: Int64

    @Argument(help: "The further cases.")
    var cases: [String] = []

    @Option(name: .long, help: "How grave it is now, from 1 to 4, the gravest.")
    var level: Int64?

    @OptionGroup var recording: KeyedOptions

    func run() throws {
        let references: [CaseReference] = try cases.map { try CaseReference.parsing($0) }
        try recording.record(.widen(incident, by: references, level: level, note: recording.decision.note))
    }
}

/// `cmcase incident close`
struct IncidentCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Say that the trouble is over; the cases go on by themselves.",
        discussion: "Example: cmcase incident declare 1 2 --level 2 && cmcase incident close 1")

    @Argument(help: "The incident's number.")
    var incident: Int64

    @OptionGroup var recording: KeyedOptions

    func run() throws { try recording.record(.close(incident, note: recording.decision.note)) }
}

/// `cmcase incident list`
struct IncidentListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the incidents that go on, the gravest first.",
        discussion: "Example: cmcase incident list --all")

    @Flag(name: .long, help: "Also those that are over.")
    var all = false

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let desk = try store.desk()
        defer { desk.close() }
        let list = try desk.incidents(includesClosed: all, try horizon.horizon(output))
        if output.json {
            StandardOutput.json { list.write(to: &$0) }
        } else {
            list.printTable(try output.times(), output.terminal, try output.language)
        }
    }
}

extension KeyedOptions {
    /// Carries a command on an incident out and says what it recorded.
    fileprivate func record(_ command: IncidentCommand) throws {
        let desk = try store.desk(.write)
        defer { desk.close() }
        let receipt = try desk.carryOut(
            command, try decision.context(output), by: try decision.actor.value(), key: key)
        if output.json {
            StandardOutput.json { receipt.write(to: &$0) }
        } else {
            StandardOutput.line(receipt.sentence(try output.language))
        }
    }
}
