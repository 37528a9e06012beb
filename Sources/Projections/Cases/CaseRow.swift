package import CaseModel
internal import EventStore
internal import JSON
internal import SQLite

/// The columns of the row that stands for a case: what lists, filters and reports read.
enum CaseColumn: String, TableColumn {
    case number = "number INTEGER PRIMARY KEY"
    case tracking = "tracking TEXT NOT NULL -- what the customer names the case by"
    case person = "person INTEGER NOT NULL"
    case channel = "channel TEXT NOT NULL"
    case brand = "brand TEXT"
    case root = "root BLOB NOT NULL -- key of the message the conversation starts from"
    case rootPrefix = "root_prefix INTEGER NOT NULL -- its first eight bytes, which sort twice as fast"
    case origin = "origin TEXT NOT NULL -- imported, live"
    case status = "status TEXT NOT NULL"
    case polarity = "polarity TEXT -- the gravest judgement that stands"
    case targets = "targets TEXT NOT NULL -- '', product, brand, both"
    case topics = "topics TEXT NOT NULL -- JSON array"
    case openedAt = "opened_at INTEGER -- first mention, microseconds UTC; so are all times"
    case lastMentionAt = "last_mention_at INTEGER"
    case firstReplyAt = "first_reply_at INTEGER -- our first reply after the first mention"
    case lastReplyAt = "last_reply_at INTEGER"
    case firstMention = "first_mention INTEGER -- position whose content has its words, as last revised"
    case firstMentions = "first_mentions TEXT -- JSON array: the same of all, where nothing tells which came first"
    case mentions = "mentions INTEGER NOT NULL"
    case replies = "replies INTEGER NOT NULL"
    case publicReplies = "public_replies INTEGER NOT NULL"
    case revisions = "revisions INTEGER NOT NULL"
    case episode = "episode INTEGER NOT NULL"
    case outcome = "outcome TEXT"
    case nextFollowUpAt = "next_follow_up_at INTEGER"
    case assignee = "assignee TEXT -- who of the house has it"
    case priority = "priority TEXT -- NULL where it is normal"
    case tags = "tags TEXT -- JSON array, sorted; NULL for none"
    case reach = "reach INTEGER -- the greatest of its mentions"
    case severity = "severity TEXT -- the gravest judgement that stands"
    case facts = "facts INTEGER NOT NULL -- the bits of CaseFacts"
    case turns = "turns INTEGER NOT NULL -- our replies in the present episode"
    case unansweredSince = "unanswered_since INTEGER -- first mention after our last reply"
    case reopenedAt = "reopened_at INTEGER -- beginning of the present episode, where it is not the first"
    case endedAt = "ended_at INTEGER -- when the present episode was resolved or dismissed"
    case closedAt = "closed_at INTEGER"
    case liveUnansweredSince =
        "live_unanswered_since INTEGER -- the same without imported history"
    case liveSince = "live_since INTEGER -- first event recorded as it happened; NULL for history alone"
    case acknowledgedAt = "acknowledged_at INTEGER"
    case planBy = "plan_by INTEGER"
    case snoozedUntil = "snoozed_until INTEGER"
    case lastFinding = "last_finding TEXT -- of the follow-up done last"
    case pauses = "pauses TEXT -- JSON array: from, until, from, …: where we waited for the person"
    case snoozes = "snoozes TEXT -- JSON array: from, until, from, …: where it was out of sight"
    case mergedInto = "merged_into INTEGER"
    case version = "version INTEGER NOT NULL -- events in its stream"
    case position = "position INTEGER NOT NULL -- the newest of them"

    static let table = "case_row"
    static let rowKey: [Self] = [.number]
    static let insert = "INSERT OR REPLACE"

    /// What history alone leaves NULL.
    fileprivate static let ofLiveCases: [Self] = [
        .assignee, .priority, .tags, .reopenedAt, .closedAt, .liveUnansweredSince, .liveSince, .acknowledgedAt, .planBy,
        .snoozedUntil, .lastFinding, .pauses, .snoozes,
    ]

    /// What advice, deadlines and the inbox read.
    static let ofWork: Set<Self> = Set(allCases).subtracting([
        .tracking, .root, .rootPrefix, .origin, .topics, .firstMentions, .revisions, .outcome, .mergedInto, .version,
        .position,
    ])
}

extension CaseProjector {
    package static let tables: [TableDefinition] = [
        CaseColumn.definition(indexes: [
            "CREATE INDEX case_row_{slot}_root ON case_row_{slot} (root_prefix, person)",
            "CREATE INDEX case_row_{slot}_person ON case_row_{slot} (person)",
            // Codes of former days; the present ones tell the number of their case.
            "CREATE INDEX case_row_{slot}_tracking ON case_row_{slot} (tracking) WHERE length(tracking) = 8",
        ]),
        EvidenceColumn.definition(),
    ]
}

// MARK: Writing

extension RowWriter<CaseColumn> {
    /// Writes the row of a case. O(log n).
    func write(_ state: CaseState, _ summary: CaseSummary) throws(SQLiteError) {
        set(.number, state.number.rawValue)
        set(.tracking, state.tracking)
        set(.person, state.person.rawValue)
        set(.channel, state.channel.name)
        set(.brand, summary.brand?.name)
        set(.root, state.root)
        set(.rootPrefix, state.root.prefix)
        set(.origin, state.origin.rawValue)
        set(.status, summary.status.rawValue)
        set(.polarity, summary.polarity?.rawValue)
        set(.targets, summary.targetsName)
        set(.topics, summary.topics.isEmpty ? "[]" : json { for topic in summary.topics { $0.string(topic.name) } })
        set(.openedAt, summary.openedAt)
        set(.lastMentionAt, summary.lastMentionAt)
        set(.firstReplyAt, summary.firstReplyAt)
        set(.lastReplyAt, summary.lastReplyAt)
        let openings: [Position] = state.openingWords
        set(.firstMention, openings.first)
        set(
            .firstMentions,
            openings.count > 1 ? json { for position in openings { $0.integer(position.rawValue) } } : nil)
        set(.mentions, Int64(summary.mentionCount))
        set(.replies, Int64(summary.replyCount))
        set(.publicReplies, Int64(summary.publicReplyCount))
        set(.revisions, Int64(summary.revisionCount))
        set(.episode, summary.episode)
        set(.outcome, summary.outcome?.rawValue)
        set(.nextFollowUpAt, summary.nextFollowUpAt)
        set(.reach, summary.reach)
        set(.severity, summary.severity?.rawValue)
        set(.facts, summary.facts.rawValue)
        set(.turns, Int64(summary.turns))
        set(.unansweredSince, summary.unansweredSince)
        set(.endedAt, summary.endedAt)
        if summary.liveSince == nil { setNull(CaseColumn.ofLiveCases) } else { setWork(summary) }
        set(.mergedInto, state.mergedInto?.rawValue)
        set(.version, state.version)
        set(.position, state.position)
        try write()
    }

    private func setWork(_ summary: CaseSummary) {
        set(.assignee, summary.assignee)
        set(.priority, summary.priority == .normal ? nil : summary.priority.rawValue)
        set(.tags, summary.tags.isEmpty ? nil : json { for tag in summary.tags { $0.string(tag) } })
        set(.reopenedAt, summary.reopenedAt)
        set(.closedAt, summary.closedAt)
        set(.liveUnansweredSince, summary.liveUnansweredSince)
        set(.liveSince, summary.liveSince)
        set(.acknowledgedAt, summary.acknowledgedAt)
        set(.planBy, summary.planBy)
        set(.snoozedUntil, summary.snoozedUntil)
        set(.lastFinding, summary.lastFinding?.rawValue)
        let pauses: String? =
            summary.pauses.isEmpty
            ? nil
            : json { writer in
                for pause in summary.pauses {
                    writer.integer(pause.from.microseconds)
                    if let until = pause.until { writer.integer(until.microseconds) }
                }
            }
        set(.pauses, pauses)
        let snoozes: String? =
            summary.snoozes.isEmpty
            ? nil
            : json { writer in
                for snooze in summary.snoozes {
                    writer.integer(snooze.lowerBound.microseconds)
                    writer.integer(snooze.upperBound.microseconds)
                }
            }
        set(.snoozes, snoozes)
    }

    private func json(_ elements: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        elements(&writer)
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

// MARK: Reading

/// What a case's row says of it, as far as advice, deadlines and the inbox ask.
package struct CaseRow: Sendable {
    package var number: CaseNumber
    package var person: PersonNumber
    package var channel: Channel
    /// The position whose content has the first mention's words.
    package var firstMention: Position?
    /// Everything of it but topics, revisions and the outcome, which `facts` tell too; as `ListedCase` everything.
    package var summary: CaseSummary
}

/// A case's whole row, with what lists show beside it.
package struct ListedCase: Sendable {
    package var row: CaseRow
    package var tracking: String
    package var root: SourceKey
    package var origin: String
    /// Where the first mention's words may stand, where nothing tells which of several mentions came first; else empty.
    package var firstMentions: [Position]
    package var mergedInto: CaseNumber?
    /// The newest event of the streams that it is made of.
    package var position: Position
    /// The contents of the first mention and of the person's first account, while nobody erased them.
    package var words: [UInt8]?
    package var account: [UInt8]?
}

/// Reads rows one after the other; what repeats from row to row is made once.
struct CaseRowReader {
    /// The store's file, for errors.
    let path: String
    private var channel = Channel("")
    private var brand: Brand?

    init(path: String) { self.path = path }

    /// Reads `CaseColumn.ofWork`.
    mutating func work(_ row: Row<CaseColumn>) throws -> CaseRow {
        if !row.bytes(.channel).elementsEqual(channel.name.utf8) { channel = Channel(row.string(.channel)) }
        if row.isNull(.brand) {
            brand = nil
        } else if !row.bytes(.brand).elementsEqual((brand?.name ?? "").utf8) {
            brand = Brand(row.string(.brand))
        }
        var summary = CaseSummary()
        summary.status = row.word(.status) ?? .new
        summary.brand = brand
        summary.polarity = row.word(.polarity)
        summary.targets = TargetSet(named: row.string(.targets))
        summary.openedAt = row.time(.openedAt)
        summary.lastMentionAt = row.time(.lastMentionAt)
        summary.firstReplyAt = row.time(.firstReplyAt)
        summary.lastReplyAt = row.time(.lastReplyAt)
        summary.mentionCount = Int(row.int64(.mentions))
        summary.replyCount = Int(row.int64(.replies))
        summary.publicReplyCount = Int(row.int64(.publicReplies))
        summary.episode = row.int64(.episode)
        summary.nextFollowUpAt = row.time(.nextFollowUpAt)
        summary.reach = row.optionalInt64(.reach)
        summary.severity = row.word(.severity)
        summary.facts = CaseFacts(rawValue: row.int64(.facts))
        summary.turns = Int(row.int64(.turns))
        summary.unansweredSince = row.time(.unansweredSince)
        summary.endedAt = row.time(.endedAt)
        summary.liveSince = row.time(.liveSince)
        summary.assignee = row.optionalString(.assignee)
        summary.priority = row.word(.priority) ?? .normal
        summary.tags = try words(row, .tags)
        summary.snoozedUntil = row.time(.snoozedUntil)
        if summary.liveSince != nil {
            summary.reopenedAt = row.time(.reopenedAt)
            summary.acknowledgedAt = row.time(.acknowledgedAt)
            summary.planBy = row.time(.planBy)
            summary.lastFinding = row.word(.lastFinding)
            summary.pauses = pauses(row)
            summary.snoozes = snoozes(row)
            summary.closedAt = row.time(.closedAt)
            summary.liveUnansweredSince = row.time(.liveUnansweredSince)
        }
        return CaseRow(
            number: CaseNumber(row.int64(.number)), person: PersonNumber(row.int64(.person)), channel: channel,
            firstMention: row.position(.firstMention), summary: summary)
    }

    /// Reads all columns, and two contents behind them.
    mutating func listed(_ row: Row<CaseColumn>) throws -> ListedCase {
        var work: CaseRow = try work(row)
        work.summary.topics = try words(row, .topics).map(Topic.init)
        work.summary.revisionCount = Int(row.int64(.revisions))
        work.summary.outcome = row.word(.outcome)
        func content(_ place: Int32) -> [UInt8]? {
            let column = Int32(CaseColumn.allCases.count) + place
            return row.statement.isNull(column) ? nil : Array(row.statement.textBytes(column))
        }
        return ListedCase(
            row: work, tracking: row.string(.tracking), root: row.key(.root) ?? SourceKey(high: 0, low: 0),
            origin: row.string(.origin),
            firstMentions: try values(row, .firstMentions) { $0.int64Value.map(Position.init) },
            mergedInto: row.optionalInt64(.mergedInto).map(CaseNumber.init), position: Position(row.int64(.position)),
            words: content(0), account: content(1))
    }

    private func words(_ row: Row<CaseColumn>, _ column: CaseColumn) throws -> [String] {
        try values(row, column, \.stringValue)
    }

    /// The elements of a JSON array.
    private func values<Value>(
        _ row: Row<CaseColumn>, _ column: CaseColumn, _ value: (JSONValue) -> Value?
    ) throws -> [Value] {
        guard !row.isNull(column), !row.bytes(column).elementsEqual("[]".utf8) else { return [] }
        do { return try JSONValue.parse(Array(row.bytes(column))).arrayValue?.compactMap(value) ?? [] } catch {
            throw StoreError(.damagedRow(table: CaseColumn.table, row: "number \(row.int64(.number))"), path: path)
        }
    }

    private func pauses(_ row: Row<CaseColumn>) -> [CaseSummary.Pause] {
        guard !row.isNull(.pauses) else { return [] }
        let times: [Int64] = numbers(row.bytes(.pauses))
        return stride(from: 0, to: times.count, by: 2).map { index in
            CaseSummary.Pause(
                from: Timestamp(microseconds: times[index]),
                until: index + 1 < times.count ? Timestamp(microseconds: times[index + 1]) : nil)
        }
    }

    private func snoozes(_ row: Row<CaseColumn>) -> [Range<Timestamp>] {
        guard !row.isNull(.snoozes) else { return [] }
        let times: [Int64] = numbers(row.bytes(.snoozes))
        return stride(from: 0, to: times.count - 1, by: 2).map { index in
            let start = Timestamp(microseconds: times[index])
            return start..<max(start, Timestamp(microseconds: times[index + 1]))
        }
    }

    /// The integers of a JSON array that we wrote ourselves; of any other text some integers.
    private func numbers(_ bytes: UnsafeRawBufferPointer) -> [Int64] {
        var numbers: [Int64] = []
        var number: Int64?
        var isNegative = false
        for byte in bytes {
            switch byte {
            case 0x30...0x39: number = (number ?? 0) &* 10 &+ Int64(byte - 0x30)
            case UInt8(ascii: "-"): isNegative = true
            default:
                if let value = number { numbers.append(isNegative ? 0 &- value : value) }
                number = nil
                isNegative = false
            }
        }
        return numbers
    }
}
