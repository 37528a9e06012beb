package import CaseModel
package import EventStore
internal import JSON
internal import SQLite

/// What a case's row says of it, as far as advice, deadlines and the inbox ask.
package struct WorkRow: Sendable {
    package var number: CaseNumber
    package var person: PersonNumber
    package var channel: Channel
    /// The position whose content has the first mention's words.
    package var firstMention: Position?
    /// Everything of it but topics and the outcome, which `facts` tell too.
    package var summary: CaseSummary

    private static let columns = """
        SELECT number, person, channel, first_mention, status, brand, polarity, targets, opened_at, last_mention_at,
            first_reply_at, last_reply_at, public_replies, episode, next_follow_up_at, assignee, priority, tags, reach,
            severity, facts, turns, unanswered_since, reopened_at, ended_at, live_since, acknowledged_at, plan_by,
            snoozed_until, last_finding, pauses, mentions, replies, snoozes,
            closed_at, live_unanswered_since
        FROM case_row
        """

    /// Calls `body` with every case that is not over, by number: neither closed nor merged. One walk, O(cases).
    package static func forEachOpen(in store: EventStore, _ body: (WorkRow) throws -> Void) throws {
        let statement = try store.connection.statement(
            columns + " WHERE status NOT IN ('closed', 'merged', 'retracted') ORDER BY number")
        defer { statement.reset() }
        var reader = RowReader(path: store.path)
        while try statement.step() { try body(try reader.row(statement)) }
    }

    /// One case's row; nil where there is none. O(log n).
    package static func row(of number: CaseNumber, in store: EventStore) throws -> WorkRow? {
        let statement = try store.connection.statement(columns + " WHERE number = ?1")
        defer { statement.reset() }
        statement.bind(1, number.rawValue)
        var reader = RowReader(path: store.path)
        return try statement.step() ? try reader.row(statement) : nil
    }
}

/// Reads rows one after the other; what repeats from row to row is made once.
private struct RowReader {
    /// The store's file, for errors.
    let path: String
    private var channel = Channel("")
    private var brand: Brand?

    init(path: String) { self.path = path }

    mutating func row(_ row: Statement) throws -> WorkRow {
        func time(_ column: Int32) -> Timestamp? { row.optionalInt64(column).map(Timestamp.init(microseconds:)) }
        func word<E: RawRepresentable<String>>(_ column: Int32) -> E? {
            row.isNull(column) ? nil : E(rawValue: row.string(column))
        }
        if !row.textBytes(2).elementsEqual(channel.name.utf8) { channel = Channel(row.string(2)) }
        if row.isNull(5) {
            brand = nil
        } else if !row.textBytes(5).elementsEqual((brand?.name ?? "").utf8) {
            brand = Brand(row.string(5))
        }
        var summary = CaseSummary()
        summary.status = word(4) ?? .new
        summary.brand = brand
        summary.polarity = word(6)
        summary.targets = TargetSet(named: row.string(7))
        summary.openedAt = time(8)
        summary.lastMentionAt = time(9)
        summary.firstReplyAt = time(10)
        summary.lastReplyAt = time(11)
        summary.publicReplyCount = Int(row.int64(12))
        summary.episode = row.int64(13)
        summary.nextFollowUpAt = time(14)
        summary.reach = row.optionalInt64(18)
        summary.severity = word(19)
        summary.facts = CaseFacts(rawValue: row.int64(20))
        summary.turns = Int(row.int64(21))
        summary.unansweredSince = time(22)
        summary.endedAt = time(24)
        summary.liveSince = time(25)
        summary.mentionCount = Int(row.int64(31))
        summary.replyCount = Int(row.int64(32))
        if summary.liveSince != nil {
            summary.assignee = row.optionalString(15)
            summary.priority = word(16) ?? .normal
            summary.tags = try words(row, 17)
            summary.reopenedAt = time(23)
            summary.acknowledgedAt = time(26)
            summary.planBy = time(27)
            summary.snoozedUntil = time(28)
            summary.lastFinding = word(29)
            summary.pauses = Self.pauses(row, 30)
            summary.snoozes = Self.snoozes(row, 33)
            summary.closedAt = time(34)
            summary.liveUnansweredSince = time(35)
        }
        return WorkRow(
            number: CaseNumber(row.int64(0)), person: PersonNumber(row.int64(1)), channel: channel,
            firstMention: row.optionalInt64(3).map(Position.init), summary: summary)
    }

    private func words(_ row: Statement, _ column: Int32) throws -> [String] {
        guard !row.isNull(column) else { return [] }
        do {
            return try JSONValue.parse(Array(row.textBytes(column))).arrayValue?.compactMap(\.stringValue) ?? []
        } catch {
            throw StoreError(.damagedRow(table: "case_row", row: "number \(row.int64(0))"), path: path)
        }
    }

    private static func pauses(_ row: Statement, _ column: Int32) -> [CaseSummary.Pause] {
        guard !row.isNull(column) else { return [] }
        let times: [Int64] = numbers(row.textBytes(column))
        return stride(from: 0, to: times.count, by: 2).map { index in
            CaseSummary.Pause(
                from: Timestamp(microseconds: times[index]),
                until: index + 1 < times.count ? Timestamp(microseconds: times[index + 1]) : nil)
        }
    }

    private static func snoozes(_ row: Statement, _ column: Int32) -> [Range<Timestamp>] {
        guard !row.isNull(column) else { return [] }
        let times: [Int64] = numbers(row.textBytes(column))
        return stride(from: 0, to: times.count - 1, by: 2).map { index in
            let start = Timestamp(microseconds: times[index])
            return start..<max(start, Timestamp(microseconds: times[index + 1]))
        }
    }

    /// The integers of a JSON array that we wrote ourselves; of any other text some integers.
    private static func numbers(_ bytes: UnsafeRawBufferPointer) -> [Int64] {
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
