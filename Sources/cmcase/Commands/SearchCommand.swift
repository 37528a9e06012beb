import ArgumentParser
import CaseDesk
import CaseModel
import Glibc
import JSON
import Terminal
import Wording

/// `cmcase search`
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find cases by what was said, noted and done, the newest first.",
        discussion: """
            Example: cmcase search refund --limit 5

            All words must be there, in any order; accents and capitals don't count. "words in quotation marks" stand \
            beside one another; refund* finds refunds and refunded. In a shell: cmcase search '"two weeks" refund*'

            The newest is what was said last. The words are kept in an index that is brought up to date when somebody \
            searches. What was erased, withdrawn or taken back isn't found.
            """)

    @Argument(help: "Words, phrases in quotation marks, or beginnings of words with * behind them.")
    var words: [String] = []

    @Option(name: .long, help: "Only on this channel.")
    var channel: String?

    @Option(name: .long, help: "Only of this person: a number, or channel:account.")
    var person: String?

    @Option(name: .long, help: "Only what was said or done at or after this time.")
    var since: String?

    @Option(name: .long, help: "Only what was said or done before this time.")
    var until: String?

    @Option(name: .long, help: "At most so many; 0 for all (default 20, all for --json).")
    var limit: Int?

    @Flag(name: .long, help: "Make the index anew, without words to look for too.")
    var rebuild = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let limit = try ListLimit(limit, usual: output.json ? nil : 20)
        if words.isEmpty, !rebuild { throw WrongCommand("there is no word to look for, as in: cmcase search refund*") }
        try updateIndex()
        let desk = try store.desk()
        defer { desk.close() }
        if words.isEmpty {
            let position: Position = try desk.head()
            if output.json {
                return StandardOutput.json { writer in
                    writer.beginObject()
                    writer.field("position", position.rawValue)
                    writer.endObject()
                }
            }
            return StandardOutput.line(SearchWords(try output.language).madeAnew(through: position))
        }
        let answer: SearchAnswer = try desk.search(try query(desk, limit))
        if answer.areWordsCut {
            StandardError.line("cmcase: only the first of so many words were looked for")
        }
        if output.json { answer.printJSON() } else { try answer.printText(output) }
    }

    private func query(_ desk: CaseDesk, _ limit: ListLimit) throws -> SearchQuery {
        var query = SearchQuery(words.joined(separator: " "))
        query.channel = channel.map { Channel($0.lowercased()) }
        query.person = try person.map { try desk.personNumber($0) }
        (query.since, query.until) = try output.period(since: since, until: until)
        query.limit = limit.most
        return query
    }

    /// Brings the index up to date where that can be done at once: a question never waits for somebody who writes, and
    /// somebody who waits to write gets a turn after each transaction.
    private func updateIndex() throws {
        let (behind, head, isUnavailable) = try lookAtIndex()
        if !rebuild, behind == 0 || isUnavailable { return }
        do {
            let desk = try store.desk(.write)
            defer { desk.close() }
            let first: Int64 = rebuild ? 0 : head - behind
            var bar = ProgressLine.onStandardError("indexing words", total: Int(head - first))
            defer { bar.finish() }
            try desk.updateSearch(rebuilding: rebuild) { position in
                bar.update(done: Int(position - first))
                return Self.letOthersWrite(on: desk) || rebuild
            }
        } catch let error as DeskError where !rebuild && error.isWritingRefused {
            // What the index doesn't hold is gone through word by word instead.
        }
    }

    /// Leaves the store to somebody who waits to write; false where they still write after half a second.
    private static func letOthersWrite(on desk: CaseDesk) -> Bool {
        (0..<10).contains { _ in
            // Longer than the pause after which somebody who waits for the store's lock tries again.
            usleep(60_000)
            return !desk.isWritingUnavailable()
        }
    }

    private func lookAtIndex() throws -> (behind: Int64, head: Int64, isUnavailable: Bool) {
        let desk = try store.desk()
        defer { desk.close() }
        let head: Int64 = try desk.head().rawValue
        // An index that is made anew may be one that can't be asked how far it is.
        return (rebuild ? head : try desk.eventsToIndex(), head, desk.isWritingUnavailable())
    }
}
