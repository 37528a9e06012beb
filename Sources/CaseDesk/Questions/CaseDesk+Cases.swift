package import CaseModel
internal import EventStore
internal import JSON
internal import Projections
internal import SQLite

/// A list of cases, and how many there are without the limit.
package struct CaseList: Sendable {
    package var cases: [CaseListing]
    package var total: Int64
    /// The last position of the log that it rests on.
    package var position: Position
}

extension CaseDesk {
    /// Lists cases. A scan of the rows, O(cases), in memory that grows with what is listed.
    package func cases(_ query: CaseQuery, _ horizon: Horizon = .now) throws -> CaseList {
        try ask(horizon) { position in
            CaseList(
                cases: try listings(query, through: position), total: try total(query), position: Position(position))
        }
    }

    /// The numbers of the cases of a person, ?6, and of everybody they are one with. What was merged counts where it goes
    /// on, also where that is somebody else's case. O(their cases).
    private static let known = """
        WITH RECURSIVE
        principal (number) AS (SELECT coalesce((SELECT principal FROM link_row WHERE person = ?6), ?6)),
        circle (person) AS (
            SELECT number FROM principal
            UNION SELECT person FROM link_row WHERE principal = (SELECT number FROM principal)),
        known (number) AS (
            SELECT case_row.number FROM case_row WHERE case_row.person IN (SELECT person FROM circle)
            UNION SELECT case_row.merged_into FROM case_row JOIN known ON case_row.number = known.number
            WHERE case_row.merged_into IS NOT NULL)
        SELECT number FROM known
        """

    /// Every filter in one statement: a filter that is not given is NULL.
    private static let filters = """
        FROM case_row
        WHERE (?1 IS NULL OR instr(?1, ' ' || status || ' ') > 0)
            AND (?2 IS NULL OR channel = ?2)
            AND (?3 IS NULL OR brand = ?3 COLLATE NOCASE)
            AND (?4 IS NULL OR polarity = ?4)
            AND (?5 IS NULL OR targets = ?5 OR targets = 'both')
            AND (?6 IS NULL OR number IN (\(known)))
            AND (?7 IS NULL OR opened_at >= ?7)
            AND (?8 IS NULL OR opened_at < ?8)
            AND (?9 IS NULL OR (first_reply_at IS NOT NULL) = ?9)
            AND (?10 OR (merged_into IS NULL AND status <> 'retracted'))
            AND (?12 IS NULL OR assignee = ?12 COLLATE NOCASE)
            AND (NOT ?13 OR assignee IS NULL)
            AND (?14 IS NULL OR NOT EXISTS (
                SELECT value FROM json_each(?14) EXCEPT SELECT value FROM json_each(coalesce(tags, '[]'))))
            AND (?15 IS NULL OR instr(?15, ' ' || coalesce(priority, 'normal') || ' ') > 0)
        """

    private static let columns = """
        SELECT number, tracking, person, channel, brand, root, origin, status, polarity, targets, topics, opened_at,
            last_mention_at, first_reply_at, last_reply_at, mentions, replies, public_replies, revisions, episode,
            outcome, next_follow_up_at, merged_into, version, position,
            (SELECT body FROM content WHERE content.position = first_mention),
            (SELECT body FROM content WHERE content.position =
                (SELECT identified_at FROM person_row WHERE person_row.number = case_row.person)),
            assignee, priority, tags, snoozed_until, facts, first_mentions
        """

    private func bind(_ query: CaseQuery, to statement: Statement) {
        statement.bind(1, Self.words(query.statuses.map(\.rawValue)))
        statement.bind(2, query.channel?.name)
        statement.bind(3, query.brand)
        statement.bind(4, query.polarity?.rawValue)
        statement.bind(5, query.target?.rawValue)
        statement.bind(6, query.person?.rawValue)
        statement.bind(7, query.since?.microseconds)
        statement.bind(8, query.until?.microseconds)
        statement.bind(9, query.isAnswered.map { $0 ? Int64(1) : 0 })
        statement.bind(
            10,
            query.includesMerged || query.statuses.contains(where: { $0 == .merged || $0 == .retracted }) ? Int64(1) : 0
        )
        statement.bind(12, query.assignee)
        statement.bind(13, query.isUnassigned ? Int64(1) : 0)
        statement.bind(14, query.tags.isEmpty ? nil : Self.array(query.tags))
        statement.bind(15, Self.words(query.priorities.map(\.rawValue)))
    }

    /// Words that `instr` finds one of, each between spaces; nil for none.
    private static func words(_ words: [String]) -> String? {
        words.isEmpty ? nil : " " + words.joined(separator: " ") + " "
    }

    private static func array(_ texts: [String]) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        for text in texts { writer.string(text) }
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func total(_ query: CaseQuery) throws -> Int64 {
        let statement = try store.connection.statement("SELECT count(*) \(Self.filters)")
        defer { statement.reset() }
        bind(query, to: statement)
        return try statement.step() ? statement.int64(0) : 0
    }

    /// How many cases a person has, as `cases` lists them, and how many of them are complaints. O(their cases).
    func counts(of person: PersonNumber) throws -> (cases: Int64, complaints: Int64) {
        let statement = try store.connection.statement(
            """
            SELECT count(*), coalesce(sum(polarity = 'complaint'), 0) FROM case_row
            WHERE number IN (\(Self.known)) AND merged_into IS NULL AND status <> 'retracted'
            """)
        defer { statement.reset() }
        statement.bind(6, person.rawValue)
        return try statement.step() ? (statement.int64(0), statement.int64(1)) : (0, 0)
    }

    func listings(_ query: CaseQuery, through last: Int64) throws -> [CaseListing] {
        let order: String = query.isDescending ? query.order.descendingSQL : query.order.sql
        let sql = """
            \(Self.columns)
            \(Self.filters)
            ORDER BY \(order) LIMIT ?11
            """
        let statement = try store.connection.statement(sql)
        defer { statement.reset() }
        bind(query, to: statement)
        statement.bind(11, Int64(query.limit ?? -1))
        var result: [CaseListing] = []
        while try statement.step() { result.append(try listing(statement, through: last)) }
        return result
    }

    private func listing(_ row: Statement, through last: Int64) throws -> CaseListing {
        func time(_ column: Int32) -> Timestamp? { row.optionalInt64(column).map(Timestamp.init(microseconds:)) }
        let number = CaseNumber(row.int64(0))
        var words: Content? =
            row.isNull(25)
            ? nil : try Self.content(Array(row.textBytes(25)), "what case \(number) begins with", in: store)
        if let several = row.optionalString(32) { words = try content(ofOneAt: positions(several, of: number)) }
        let account: Content? =
            row.isNull(26)
            ? nil : try Self.content(Array(row.textBytes(26)), "the account of case \(number)", in: store)
        let root = SourceKey(row.blobBytes(5)) ?? SourceKey(high: 0, low: 0)
        let channel = Channel(row.string(3))
        return CaseListing(
            number: number, tracking: row.string(1), person: PersonNumber(row.int64(2)),
            account: account?.id, handle: account?.handle, channel: channel, brand: row.optionalString(4), root: root,
            rootID: try rootID(
                of: root, on: channel, in: number, answeredIn: words?.parent, through: last),
            origin: row.string(6),
            status: CaseStatus(rawValue: row.string(7)) ?? .new, polarity: row.optionalString(8),
            targets: row.string(9),
            topics: try self.words(row.string(10), of: number), openedAt: time(11), lastMentionAt: time(12),
            firstReplyAt: time(13), lastReplyAt: time(14), mentions: row.int64(15), replies: row.int64(16),
            publicReplies: row.int64(17), revisions: row.int64(18), episode: row.int64(19),
            outcome: row.optionalString(20), dismissedAs: CaseFacts(rawValue: row.int64(31)).dismissedAs,
            nextFollowUpAt: time(21),
            assignee: row.optionalString(27),
            priority: row.optionalString(28).flatMap(Priority.init) ?? .normal,
            tags: try row.optionalString(29).map { try self.words($0, of: number) } ?? [], snoozedUntil: time(30),
            mergedInto: row.optionalInt64(22).map(CaseNumber.init), version: row.int64(24), text: words?.text)
    }

    /// The positions that a case's row holds as a JSON array.
    private func positions(_ json: String, of number: CaseNumber) throws -> [Position] {
        do {
            let values: [JSONValue]? = try JSONValue.parse(Array(json.utf8)).arrayValue
            return values?.compactMap { $0.int64Value.map(Position.init) } ?? []
        } catch {
            throw StoreError(.damagedRow(table: "case_row", row: "number \(number)"), path: store.path)
        }
    }

    /// The strings of a JSON array.
    static func words(_ json: String) throws(JSONError) -> [String] {
        if json == "[]" { return [] }
        return try JSONValue.parse(Array(json.utf8)).arrayValue?.compactMap(\.stringValue) ?? []
    }

    /// The topics or tags of a case's row, which holds them as a JSON array.
    func words(_ json: String, of number: CaseNumber) throws -> [String] {
        do { return try Self.words(json) } catch {
            throw StoreError(.damagedRow(table: "case_row", row: "number \(number)"), path: store.path)
        }
    }
}
