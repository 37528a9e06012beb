import ArgumentParser
import CaseDesk
import CaseModel
import Glibc
import JSON
import Terminal
import Wording

/// `cmcase log list`, and `cmcase log` with options alone.
struct LogListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the events of the log; `log` with options alone does the same.",
        discussion: "Example: cmcase log list --type CaseResolved --newest --limit 5")

    @Option(name: .long, help: "Only this stream: case-12, person-7 or book.")
    var stream: String?

    @Option(name: .long, help: "Only events of this type; can be repeated, as in MentionCaptured.")
    var type: [String] = []

    @Option(name: .long, help: "Only what this one recorded, as in ana or import:support-threads.")
    var actor: String?

    @Option(name: .long, help: "Only events past this position (with --follow, default the log's end).")
    var after: Int64?

    @Option(name: .long, help: "Only what happened at or after this time.")
    var since: String?

    @Option(name: .long, help: "Only what happened before this time.")
    var until: String?

    @Flag(name: .long, help: "The newest first.")
    var newest = false

    @Option(name: .long, help: "At most so many; 0 for all (default all).")
    var limit: Int?

    @Flag(name: .long, help: "With --json: also what the content table says.")
    var content = false

    @Flag(name: .long, help: "Go on with new events as they are recorded, until interrupted.")
    var follow = false

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var query: LogQuery = try query()
        let desk = try store.desk()
        defer { desk.close() }
        let times = try output.times()
        let terminal = output.terminal
        let words = AuditWords(try output.language)
        func print(_ entry: LogEntry) throws {
            if output.json {
                StandardOutput.json { writer in entry.write(to: &writer, withContent: content) }
            } else {
                entry.printText(times, terminal, words)
            }
            try StandardOutput.check()
        }
        let horizon: Horizon = try horizon.horizon(output)
        guard follow else { return try desk.forEachLogEntry(query, horizon, withContent: content, print) }
        if newest || horizon != .now {
            throw WrongCommand("--follow goes on with what comes; leave out --newest, --as-of and --until-position")
        }
        if after == nil { query.after = try desk.head() }
        try followLog(query, desk, print)
    }

    /// Each line is written out at once: whoever reads them may wait for the next one.
    private func followLog(_ query: LogQuery, _ desk: CaseDesk, _ print: (LogEntry) throws -> Void) throws {
        var left: Int = query.limit ?? .max
        try desk.followLog(query, withContent: content, pause: Self.waitsOn) { entry in
            try print(entry)
            StandardOutput.flush()
            left -= 1
            return left > 0
        }
    }

    /// Waits a fifth of a second, or until nobody reads any more what is printed.
    private static func waitsOn() -> Bool {
        // Nothing is asked for: what poll tells then is that the other end was closed.
        var output = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return poll(&output, 1, 200) <= 0
    }

    private func query() throws -> LogQuery {
        var query = LogQuery()
        if let stream {
            guard let name = StreamName(stream) else {
                throw WrongCommand("--stream is case-<number>, person-<number> or book")
            }
            query.stream = name
            if newest { throw WrongCommand("--newest goes with the whole log; leave out --stream, or sort the output") }
        }
        for name in type where EventType(rawValue: name) == nil {
            throw WrongCommand("there is no event \(SafeText.safe(name)); `cmcase log list --help` shows an example")
        }
        query.types = Set(type)
        query.actor = actor
        query.after = Position(after ?? 0)
        (query.since, query.until) = try output.period(since: since, until: until)
        query.isNewestFirst = newest
        query.limit = try ListLimit(limit).most
        return query
    }
}

extension LogEntry {
    fileprivate func write(to writer: inout JSONWriter, withContent: Bool) {
        writer.beginObject()
        writer.field("position", position.rawValue)
        writer.field("stream", stream)
        writer.field("version", version)
        writer.field("type", type)
        writer.field("schemaVersion", schemaVersion)
        writer.field("occurredAt", occurredAt)
        writer.field("recordedAt", recordedAt)
        writer.field("actor", actor)
        writer.nullable("causation", causation?.rawValue)
        writer.field("correlation", correlation.rawValue)
        writer.key("payload")
        if let value = try? JSONValue.parse(Array(payload.utf8)) { writer.value(value) } else { writer.null() }
        writer.field("hasContent", hasContent)
        if withContent {
            writer.key("content")
            if let content { content.encode(to: &writer) } else { writer.null() }
        }
        writer.endObject()
    }

    fileprivate func printText(_ times: TimePrinter, _ terminal: TerminalSettings, _ words: AuditWords) {
        let palette = terminal.palette
        let head: String = "#\(position)".padded(toWidth: 8) + " " + times.time(occurredAt.microseconds)
        let line: String = "\(head)  \(stream)/\(version)  \(type)\(isKnown ? "" : words.unknownType)"
        let rest: String = "\(SafeText.safe(actor))  \(SafeText.safe(payload))"
        let room: Int? = terminal.width.map { max($0 - DisplayWidth.of(line) - 2, 10) }
        StandardOutput.line(line + "  " + palette.paint(room.map { rest.truncated(toWidth: $0) } ?? rest, .muted))
    }
}
