public import ArgumentParser
import CaseDesk
import CaseModel
import JSON
import Terminal
import Wording

/// `cmcase cases`
struct CasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: "List cases.",
        discussion: "Example: cmcase cases --state awaiting-customer --channel twitter --limit 10")

    @Option(name: .long, help: "Only cases in this state; can be repeated: new, evaluating, engaging, …")
    var state: [CaseStatus] = []

    @Option(name: .long, help: "Only cases on this channel.")
    var channel: String?

    @Option(name: .long, help: "Only cases about this brand.")
    var brand: String?

    @Option(name: .long, help: "Only cases judged so: complaint, positive, question, neutral, spam.")
    var polarity: Polarity?

    @Option(name: .long, help: "Only complaints about this: product or brand.")
    var target: Target?

    @Option(name: .long, help: "Only this person's cases: a number, or channel:account.")
    var person: String?

    @Option(name: .long, help: "Only cases that this one of the house has.")
    var assignee: String?

    @Flag(name: .long, help: "Only cases that nobody has.")
    var unassigned = false

    @Option(name: .long, help: "Only cases with this tag; can be repeated, and all must be there.")
    var tag: [String] = []

    @Option(name: .long, help: "Only cases as urgent as this: low, normal, high, urgent; can be repeated.")
    var priority: [Priority] = []

    @Option(name: .long, help: "Only cases opened at or after this time.")
    var since: String?

    @Option(name: .long, help: "Only cases opened before this time.")
    var until: String?

    @Flag(name: .long, inversion: .prefixedNo, help: "Only cases that we have answered, or have not.")
    var answered: Bool?

    @Flag(name: .long, help: "List also cases that go on in others.")
    var merged = false

    @Option(name: .long, help: "Order by number, opened, activity, mentions or person.")
    var sort: CaseQuery.Order = .activity

    @Flag(name: .long, help: "Smallest, earliest first.")
    var ascending = false

    @Option(name: .long, help: "At most so many; 0 for all (default 50 for a table, all for --json and --csv).")
    var limit: Int?

    @Flag(name: .long, help: "Print CSV.")
    var csv = false

    @OptionGroup var horizon: HorizonOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let limit = try ListLimit(limit, usual: output.json || csv ? nil : 50)
        let desk = try store.desk()
        defer { desk.close() }
        let list = try desk.cases(try query(desk, limit), try horizon.horizon(output))
        if output.json {
            printJSON(list)
        } else if csv {
            try printCSV(list)
        } else {
            try printTable(list)
        }
    }

    private func query(_ desk: CaseDesk, _ limit: ListLimit) throws -> CaseQuery {
        var query = CaseQuery()
        query.statuses = state
        query.channel = channel.map { Channel($0.lowercased()) }
        query.brand = brand
        query.polarity = polarity
        query.target = target
        query.person = try person.map { try desk.personNumber($0) }
        query.assignee = assignee
        query.isUnassigned = unassigned
        query.tags = tag
        query.priorities = priority
        (query.since, query.until) = try output.period(since: since, until: until)
        query.isAnswered = answered
        query.includesMerged = merged
        query.order = sort
        query.isDescending = !ascending
        query.limit = limit.most
        return query
    }

    private func printJSON(_ list: CaseList) {
        StandardOutput.json { writer in
            writer.beginObject()
            writer.field("total", list.total)
            writer.field("position", list.position.rawValue)
            writer.key("cases")
            writer.beginArray()
            for listing in list.cases { writer.listing(listing) }
            writer.endArray()
            writer.endObject()
        }
    }

    private func printCSV(_ list: CaseList) throws {
        let times = try output.times()
        func time(_ moment: Timestamp?) -> String { moment.map { times.time($0.microseconds) } ?? "" }
        let csv = CSVWriter()
        var text = csv.row([
            "number", "tracking", "state", "person", "handle", "channel", "brand", "polarity", "target", "topics",
            "opened_at", "last_mention_at", "first_reply_at", "last_reply_at", "mentions", "replies", "outcome",
            "dismissed_as", "assignee", "priority", "tags", "snoozed_until", "text",
        ])
        for listing in list.cases {
            csv.append(
                [
                    "\(listing.number)", listing.tracking, listing.status.rawValue, "\(listing.person)",
                    listing.handle ?? "", listing.channel.name, listing.brand ?? "", listing.polarity ?? "",
                    listing.targets, listing.topics.joined(separator: "; "), time(listing.openedAt),
                    time(listing.lastMentionAt), time(listing.firstReplyAt), time(listing.lastReplyAt),
                    "\(listing.mentions)", "\(listing.replies)", listing.outcome ?? "",
                    listing.dismissedAs?.rawValue ?? "", listing.assignee ?? "", listing.priority.rawValue,
                    listing.tags.joined(separator: "; "), time(listing.snoozedUntil), listing.text ?? "",
                ], to: &text)
        }
        StandardOutput.line(String(text.dropLast()))
    }

    private func printTable(_ list: CaseList) throws {
        let times = try output.times()
        let terminal = output.terminal
        let language: Language = try output.language
        let words = CaseWords(language)
        let isAssigned: Bool = list.cases.contains { $0.assignee != nil }
        let assignee: [TextTable.Column] = isAssigned ? [.init(words.assigneeColumn, yielding: 1)] : []
        var table = TextTable(
            columns: [
                .init(words.number, alignment: .right), .init(words.state), .init(words.judgement),
                .init(words.channel), .init(words.brandColumn, yielding: 1), .init(words.personColumn, yielding: 1),
            ] + assignee + [
                .init(words.openedColumn), .init(words.incoming, alignment: .right),
                .init(words.outgoing, alignment: .right), .init(words.firstWords, minimumWidth: 12, yielding: 3),
            ])
        for listing in list.cases {
            let judged: String = words.judgedBriefly(
                listing.polarity.flatMap(Polarity.init), TargetSet(named: listing.targets))
            let assignee: [TextTable.Cell] = isAssigned ? [.init(listing.assignee ?? "-")] : []
            let subject: [TextTable.Cell] = [
                .init("\(listing.number)", style: .emphasis),
                .init(words.state(listing.status, dismissedAs: listing.dismissedAs)),
                .init(judged),
                .init(listing.channel.name), .init(listing.brand ?? "-"),
                .init(listing.handle ?? listing.account ?? "\(listing.person)"),
            ]
            let course: [TextTable.Cell] = [
                .init(listing.openedAt.map { times.time($0.microseconds) } ?? "-"), .init("\(listing.mentions)"),
                .init("\(listing.replies)"),
                .init(listing.text ?? (listing.status == .retracted ? words.takenBack : words.erased)),
            ]
            table.append(subject + assignee + course)
        }
        StandardOutput.lines(table.lines(width: terminal.width, palette: terminal.palette))
        StandardOutput.line(words.listed(list.cases.count, of: list.total))
    }
}

extension CaseStatus: ExpressibleByArgument {}
extension Polarity: ExpressibleByArgument {}
extension Target: ExpressibleByArgument {}
extension Priority: ExpressibleByArgument {}
extension CaseQuery.Order: ExpressibleByArgument {}
