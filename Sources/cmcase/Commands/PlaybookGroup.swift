import ArgumentParser
import CaseDesk
import CaseModel
import Glibc
import JSON
import Playbook
import Terminal
import Wording

/// `cmcase playbook …`
struct PlaybookGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "playbook", abstract: "See, check and adopt the decision tables that advise what to do next.",
        subcommands: [
            PlaybookListCommand.self, PlaybookShowCommand.self, PlaybookCheckCommand.self, PlaybookAdoptCommand.self,
        ])
}

/// Which playbook a command is about.
struct PlaybookArgument: ParsableArguments {
    @Argument(help: "An adopted or built-in name (community-manager, web-posting-assessment), or a YAML file.")
    var playbook: String

    /// What comes with the program is adopted under its own name, also where the house changed it before.
    func textToAdopt(_ store: StoreOptions) throws -> String {
        if let builtIn = BuiltInPlaybook(rawValue: playbook) { return builtIn.yaml }
        return try HousePolicies(store).playbook(playbook).text
    }

    func read(_ store: StoreOptions) throws -> Playbook { try Self.read(playbook, store) }

    /// A playbook by its name, adopted or built in, or from its file.
    static func read(_ playbook: String, _ store: StoreOptions) throws -> Playbook {
        let (text, source) = try HousePolicies(store).playbook(playbook)
        return try read(text, source)
    }

    static func read(_ text: String, _ source: String) throws -> Playbook {
        do { return try Playbook(yaml: text, source: source) } catch { throw WrongCommand("\(error)") }
    }
}

/// `cmcase playbook list`
struct PlaybookListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the built-in playbooks and those the house adopted.",
        discussion: "Example: cmcase playbook list")

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var history = PolicyHistory()
        if access(try store.path, F_OK) == 0 {
            let desk = try store.desk()
            defer { desk.close() }
            history = try desk.policies()
        }
        let inForce: AdoptedPolicy? = history.inForce(.playbook, at: StoreOptions.now())
        let adopted: [AdoptedPolicy] = history.adopted.filter { $0.kind == .playbook }
        if output.json {
            try printJSON(adopted, inForce)
            return
        }
        let times = try output.times()
        let language: Language = try output.language
        let words = PlaybookWords(language)
        var table = TextTable(columns: [
            .init(words.name), .init(words.version), .init(words.from), .init(words.event, alignment: .right),
            .init(words.inForce), .init(words.title, yielding: 1),
        ])
        for builtIn in BuiltInPlaybook.allCases {
            let playbook = try PlaybookArgument.read(builtIn.yaml, builtIn.rawValue)
            let isInForce: Bool = inForce == nil && builtIn == .communityManager
            table.append([
                .init(playbook.name), .init(playbook.version), .init(words.builtIn), "",
                .init(isInForce ? words.now : ""),
                .init(playbook.title[language]),
            ])
        }
        for policy in adopted {
            let text: String? = history.texts[policy.position]
            let title: String? = text.flatMap { try? Playbook(yaml: $0, source: "") }?.title[language]
            table.append([
                .init(policy.policy.name), .init(policy.policy.version),
                .init(times.time(policy.policy.effectiveFrom.microseconds)), .init("\(policy.position)"),
                .init(policy == inForce ? words.now : ""), .init(title ?? ""),
            ])
        }
        StandardOutput.lines(table.lines(width: output.terminal.width, palette: output.terminal.palette))
    }

    private func printJSON(_ adopted: [AdoptedPolicy], _ inForce: AdoptedPolicy?) throws {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.key("playbooks")
            writer.beginArray()
            for builtIn in BuiltInPlaybook.allCases {
                writer.beginObject()
                writer.field("name", builtIn.rawValue)
                writer.field("builtIn", true)
                writer.field("inForce", inForce == nil && builtIn == .communityManager)
                writer.endObject()
            }
            for policy in adopted {
                writer.beginObject()
                writer.field("name", policy.policy.name)
                writer.field("version", policy.policy.version)
                writer.field("builtIn", false)
                writer.field("inForce", policy == inForce)
                writer.field("effectiveFrom", policy.policy.effectiveFrom)
                writer.field("sha256", policy.policy.sha256)
                writer.field("position", policy.position.rawValue)
                writer.endObject()
            }
            writer.endArray()
            writer.endObject()
        }
    }
}

/// `cmcase playbook show`
struct PlaybookShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print a playbook's tables, rule by rule.",
        discussion: """
            Example: cmcase playbook show --lang es

            Without a name: the one that a case opening now would run under. Each rule says when it matches, what it \
            advises, which of the eighteen things of the job it serves (S), and why.
            """)

    @Argument(help: "An adopted or built-in name (community-manager, web-posting-assessment), or a YAML file.")
    var playbook: String?

    @Option(name: .long, help: "Only this table, as in T4.")
    var table: String?

    @Flag(name: .long, help: "Print the YAML itself: the place to start one's own from.")
    var yaml = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let (text, source) = try HousePolicies(store).playbook(playbook)
        if yaml {
            StandardOutput.line(SafeText.safe(text, newlines: .keep))
            return
        }
        let playbook = try PlaybookArgument.read(text, source)
        if let table, !playbook.tables.contains(where: { $0.id == table }) {
            throw WrongCommand(
                "there is no table \(table); there are \(playbook.tables.map(\.id).joined(separator: ", "))")
        }
        if output.json {
            StandardOutput.json { writer in writer.playbook(playbook, only: table) }
        } else {
            playbook.printText(try output.language, output.terminal, only: table)
        }
    }
}

/// `cmcase playbook check`
struct PlaybookCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Prove that a playbook has no gap and no unintended overlap.",
        discussion: """
            Example: cmcase playbook check community-manager

            Exit code 0: proven. 1: something stands against it, shown with an input that no rule or too many match.
            """)

    @OptionGroup var which: PlaybookArgument
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let check = PlaybookCheck(try which.read(store))
        if output.json { check.printJSON() } else { check.printText(output.terminal, try output.language) }
        if !check.isProven { throw Answer.no }
    }
}

/// `cmcase playbook adopt`
struct PlaybookAdoptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt", abstract: "Let a playbook advise the cases that open from now on.",
        discussion: """
            Example: cmcase playbook adopt web-posting-assessment

            It is checked first, and recorded with its text. A case keeps the version in force when it opened.
            """)

    @OptionGroup var which: PlaybookArgument
    @OptionGroup var adoption: AdoptionOptions

    func run() throws {
        let text: String = try which.textToAdopt(adoption.store)
        try adoption.adopt { desk, from, actor, key in
            try desk.adoptPlaybook(text, source: which.playbook, effectiveFrom: from, by: actor, key: key)
        }
    }
}
