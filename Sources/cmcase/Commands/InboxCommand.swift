import ArgumentParser
import CaseDesk
import CaseModel
import Glibc
import JSON
import Terminal
import Wording

/// `cmcase inbox`
struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "What is to be done now, the most urgent first: the next action, why, and by when.",
        discussion: """
            Example: cmcase inbox --limit 10

            Imported history counts only where somebody still waits for an answer; it has no deadlines. --save keeps the
            filters given under a name, --filter uses them again.
            """)

    @OptionGroup var filters: InboxFilterOptions

    @Option(name: .long, help: "Use the filters saved under this name; further ones given narrow them.")
    var filter: String?

    @Option(name: .long, help: "Save the filters given under this name, then show what they find.")
    var save: String?

    @Option(name: .long, help: "Forget the filters saved under this name.")
    var forget: String?

    @Flag(name: .long, help: "List the saved filters.")
    var filterNames = false

    @Option(name: .long, help: "Answer as if it were this time (default now).")
    var now: String?

    @Option(name: .long, help: "At most so many; 0 for all (default 20).")
    var limit: Int?

    @Flag(name: .long, help: "Exit with 1 when something is overdue; for cron.")
    var failIfOverdue = false

    @Flag(name: .long, help: "Show it again and again, until interrupted.")
    var watch = false

    @Option(name: .long, help: "With --watch: every so many seconds.")
    var every: Int = 30

    @Flag(name: .long, help: "Print CSV.")
    var csv = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let limit = try ListLimit(limit, usual: 20)
        guard (1...86_400).contains(every) else { throw WrongCommand("--every is a number of seconds from 1 to 86400") }
        if watch, now != nil || output.json || csv {
            throw WrongCommand("--watch shows what is to be done now, as a table; leave out --now, --json and --csv")
        }
        if filterNames { return try listFilters() }
        if let forget {
            try SavedFilters.forget(forget)
            return StandardOutput.line(InboxWords(try output.language).forgotten(forget))
        }
        var wanted: InboxFilter = try filter.map { try SavedFilters.filter(named: $0) } ?? InboxFilter()
        try filters.narrow(&wanted)
        if let save { try SavedFilters.save(wanted, as: save) }
        var query: InboxQuery = wanted.query
        query.limit = limit.most
        if watch {
            while true {
                let inbox = try ask(query)
                StandardOutput.clearScreen()
                try print(inbox)
                StandardOutput.flush()
                try StandardOutput.check()
                sleep(UInt32(every))
            }
        }
        let inbox = try ask(query)
        try print(inbox)
        if failIfOverdue, inbox.overdue > 0 { throw Answer.no }
    }

    private func ask(_ query: InboxQuery) throws -> Inbox {
        let desk = try store.desk()
        defer { desk.close() }
        return try desk.inbox(query, now: try now.map { try output.time($0, option: "--now") } ?? StoreOptions.now())
    }

    private func print(_ inbox: Inbox) throws {
        if output.json {
            inbox.printJSON()
        } else if csv {
            inbox.printCSV(try output.times())
        } else {
            inbox.printTable(try output.times(), output.terminal, try output.language)
        }
    }

    private func listFilters() throws {
        let words = InboxWords(try output.language)
        for (name, filter) in try SavedFilters.all() { StandardOutput.line(words.filter(name, filter.options)) }
    }
}

/// The filters of the inbox as options.
struct InboxFilterOptions: ParsableArguments {
    @Flag(name: .long, help: "Only what I have.")
    var mine = false

    @Option(name: .long, help: "Only what this one of the house has.")
    var assignee: String?

    @Flag(name: .long, help: "Only what nobody has.")
    var unassigned = false

    @Option(name: .long, help: "Only on this channel.")
    var channel: String?

    @Option(name: .long, help: "Only about this brand.")
    var brand: String?

    @Option(name: .long, help: "Only cases as urgent as this: low, normal, high, urgent; can be repeated.")
    var priority: [Priority] = []

    @Option(name: .long, help: "Only cases with this tag; can be repeated, and all must be there.")
    var tag: [String] = []

    @Flag(name: .long, help: "Only what is past its time.")
    var overdue = false

    @Flag(name: .long, help: "Also imported history that waits for nobody's answer.")
    var history = false

    @OptionGroup var actor: ActorOptions

    /// Narrows a filter by what was given.
    func narrow(_ filter: inout InboxFilter) throws {
        if [mine, assignee != nil, unassigned].count(where: { $0 }) > 1 {
            throw WrongCommand("--mine, --assignee and --unassigned exclude one another; give one of them")
        }
        if mine { filter.assignee = try actor.value().name }
        if let assignee { filter.assignee = assignee }
        if unassigned {
            filter.isUnassigned = true
            filter.assignee = nil
        }
        if let channel { filter.channel = channel.lowercased() }
        if let brand { filter.brand = brand }
        if !priority.isEmpty { filter.priorities = priority }
        if !tag.isEmpty { filter.tags = tag }
        if overdue { filter.isOverdue = true }
        if history { filter.includesHistory = true }
    }
}
