package import CaseModel
internal import JSON
internal import SQLite

/// The lists of cases, narrowed and ordered as a query says.
extension CaseRows {
    /// The numbers of the cases of a person, ?6, and of everybody they are one with. What was merged counts where it goes
    /// on, also where that is somebody else's case. By the index of persons, O(their cases).
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

    private static let listed = """
        SELECT \(CaseColumn.list()),
            (SELECT body FROM content WHERE content.position = first_mention),
            (SELECT body FROM content WHERE content.position =
                (SELECT identified_at FROM person_row WHERE person_row.number = case_row.person))
        """

    private static let counted = Query("SELECT count(*) \(filters)")
    private static let countsOfPerson = Query(
        """
        SELECT count(*), coalesce(sum(polarity = 'complaint'), 0) FROM case_row
        WHERE number IN (\(known)) AND merged_into IS NULL AND status <> 'retracted'
        """)

    /// Calls `body` with the cases of a query, in its order. A scan of the rows, O(cases), and two lookups by position for
    /// each that is listed.
    package func forEachListed(_ query: CaseQuery, _ body: (ListedCase) throws -> Void) throws {
        let order: String = query.isDescending ? query.order.descendingSQL : query.order.sql
        let statement = try target.statement(
            "\(Self.listed) \(Self.filters) ORDER BY \(order) LIMIT ?11" as String)
        defer { statement.reset() }
        bind(query, to: statement)
        statement.bind(11, Int64(query.limit ?? -1))
        var reader = CaseRowReader(path: target.path)
        while try statement.step() { try body(try reader.listed(Row(statement: statement))) }
    }

    /// How many cases a query has without its limit. A scan of the rows, O(cases).
    package func count(_ query: CaseQuery) throws -> Int64 {
        let statement = try target.statement(Self.counted)
        defer { statement.reset() }
        bind(query, to: statement)
        return try statement.step() ? statement.int64(0) : 0
    }

    /// How many cases a person has, as lists name them, and how many of them are complaints. O(their cases).
    package func counts(of person: PersonNumber) throws -> (cases: Int64, complaints: Int64) {
        let statement = try target.statement(Self.countsOfPerson)
        defer { statement.reset() }
        statement.bind(6, person.rawValue)
        return try statement.step() ? (statement.int64(0), statement.int64(1)) : (0, 0)
    }

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
}

extension CaseQuery.Order {
    fileprivate var sql: String {
        switch self {
        case .number: "number"
        case .opened: "opened_at, number"
        case .activity: "max(coalesce(last_mention_at, 0), coalesce(last_reply_at, 0)), number"
        case .mentions: "mentions, number"
        case .person: "person, number"
        }
    }

    fileprivate var descendingSQL: String {
        switch self {
        case .number: "number DESC"
        case .opened: "opened_at DESC, number DESC"
        case .activity: "max(coalesce(last_mention_at, 0), coalesce(last_reply_at, 0)) DESC, number DESC"
        case .mentions: "mentions DESC, number"
        case .person: "person DESC, number DESC"
        }
    }
}
