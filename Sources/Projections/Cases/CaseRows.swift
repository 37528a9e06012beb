package import CaseModel
package import EventStore
internal import JSON
internal import SQLite

/// What is asked of the rows of cases.
package struct CaseRows {
    let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    init(_ target: ProjectionTarget) { self.target = target }

    // MARK: What advice asks

    private static let work = "SELECT \(CaseColumn.list(CaseColumn.ofWork)) FROM case_row"
    private static let open = Query(work + " WHERE status NOT IN ('closed', 'merged', 'retracted') ORDER BY number")
    private static let one = Query(work + " WHERE number = ?1")

    /// Calls `body` with every case that is not over, by number: neither closed nor merged. One walk along the table,
    /// O(cases), with only the columns that advice reads.
    package func forEachOpen(_ body: (CaseRow) throws -> Void) throws {
        let statement = try target.statement(Self.open)
        defer { statement.reset() }
        var reader = CaseRowReader(path: target.path)
        while try statement.step() { try body(try reader.work(Row(statement: statement))) }
    }

    /// One case's row; nil where there is none. O(log n), by its number.
    package func row(of number: CaseNumber) throws -> CaseRow? {
        let statement = try target.statement(Self.one)
        defer { statement.reset() }
        statement.bind(1, number.rawValue)
        var reader = CaseRowReader(path: target.path)
        return try statement.step() ? try reader.work(Row(statement: statement)) : nil
    }

    // MARK: Numbers

    /// The cases of a person, merged ones too, in order. By the index of persons, O(their cases).
    package func numbers(of person: PersonNumber) throws -> [CaseNumber] {
        try numbers("SELECT number FROM case_row WHERE person = ?1 ORDER BY number", person.rawValue)
    }

    /// The cases on which something was decided here. One walk along the table, O(cases).
    package func liveNumbers() throws -> [CaseNumber] {
        try numbers("SELECT number FROM case_row WHERE live_since IS NOT NULL ORDER BY number")
    }

    /// The cases of a case's conversation, itself included: they stay together wherever it turns out to start. By the index
    /// of roots, O(those found).
    package func numbers(beside number: CaseNumber) throws -> [CaseNumber] {
        try numbers(
            """
            SELECT number FROM case_row
            WHERE root_prefix = (SELECT root_prefix FROM case_row WHERE number = ?1)
                AND root = (SELECT root FROM case_row WHERE number = ?1) ORDER BY number
            """, number.rawValue)
    }

    /// At most six cases that something else opened than the import of a correlation, of persons whom that import met. A
    /// scan of the cases with two lookups each: an import is seldom taken back.
    package func numbers(openedElsewhereForPersonsOf first: Position) throws -> [CaseNumber] {
        try numbers(
            """
            SELECT number FROM case_row WHERE status <> 'retracted'
                AND (SELECT correlation FROM event WHERE stream = 'case-' || number AND version = 1) <> ?1
                AND (SELECT correlation FROM event WHERE event.position = (
                    SELECT identified_at FROM person_row WHERE person_row.number = case_row.person)) = ?1
            ORDER BY number LIMIT 6
            """, first.rawValue)
    }

    private func numbers(_ sql: StaticString, _ value: Int64? = nil) throws -> [CaseNumber] {
        let statement = try target.statement(sql)
        defer { statement.reset() }
        if let value { statement.bind(1, value) }
        var numbers: [CaseNumber] = []
        while try statement.step() { numbers.append(CaseNumber(statement.int64(0))) }
        return numbers
    }

    /// The case with a code that was drawn by lot, before codes had a check character. O(log n), by an index of those alone.
    package func number(formerlyTrackedAs code: String) throws -> CaseNumber? {
        let statement = try target.statement(
            "SELECT number FROM case_row WHERE tracking = ?1 AND length(tracking) = 8")
        defer { statement.reset() }
        statement.bind(1, code)
        return try statement.step() ? CaseNumber(statement.int64(0)) : nil
    }

    /// A case and those in which it goes on, one merged into the next. O(log n) each, by their numbers; ends also where
    /// merges run in a circle.
    package func line(of number: CaseNumber) throws -> [CaseNumber] {
        let statement = try target.statement("SELECT merged_into FROM case_row WHERE number = ?1")
        defer { statement.reset() }
        var line: [CaseNumber] = [number]
        while let last = line.last {
            statement.reset()
            statement.bind(1, last.rawValue)
            guard try statement.step(), let into = statement.optionalInt64(0).map(CaseNumber.init),
                !line.contains(into)
            else { break }
            line.append(into)
        }
        return line
    }

    /// The cases that were merged, by those into which they were, in order. One walk along the table, O(cases).
    package func absorbed() throws -> [CaseNumber: [CaseNumber]] {
        let statement = try target.statement(
            "SELECT merged_into, number FROM case_row WHERE merged_into IS NOT NULL ORDER BY number")
        defer { statement.reset() }
        var absorbed: [CaseNumber: [CaseNumber]] = [:]
        while try statement.step() {
            absorbed[CaseNumber(statement.int64(0)), default: []].append(CaseNumber(statement.int64(1)))
        }
        return absorbed
    }

    /// The cases whose snooze has ended by a moment and that are not over, with when it ended. One walk, O(cases).
    package func snoozed(until moment: Timestamp) throws -> [(number: CaseNumber, until: Timestamp)] {
        let statement = try target.statement(
            """
            SELECT number, snoozed_until FROM case_row
            WHERE snoozed_until <= ?1 AND ended_at IS NULL AND merged_into IS NULL ORDER BY number
            """)
        defer { statement.reset() }
        statement.bind(1, moment.microseconds)
        var found: [(number: CaseNumber, until: Timestamp)] = []
        while try statement.step() {
            found.append((CaseNumber(statement.int64(0)), Timestamp(microseconds: statement.int64(1))))
        }
        return found
    }

    // MARK: What the projector asks

    /// Calls `body` with every case whose conversation starts at a message. By the index of roots, O(log n + found): eight
    /// bytes of the key tell almost all others apart, and whole keys are compared after that.
    func forEach(rootedAt root: SourceKey, _ body: (CaseNumber) -> Void) throws {
        let statement = try target.statement("SELECT number FROM case_row_{slot} WHERE root_prefix = ?2 AND root = ?1")
        defer { statement.reset() }
        root.bind(to: statement, 1)
        statement.bind(2, root.prefix)
        while try statement.step() { body(CaseNumber(statement.int64(0))) }
    }

    /// The first case of a person in the conversation that starts at a message, among those that are not gone and that
    /// `isWanted`. By the index of roots and persons, O(log n + found).
    func first(
        of person: PersonNumber, rootedAt root: SourceKey, where isWanted: (CaseNumber) -> Bool
    ) throws -> CaseNumber? {
        let statement = try target.statement(
            """
            SELECT number FROM case_row_{slot}
            WHERE root_prefix = ?3 AND root = ?1 AND person = ?2 AND merged_into IS NULL AND status <> 'retracted'
            ORDER BY number
            """)
        defer { statement.reset() }
        root.bind(to: statement, 1)
        statement.bind(2, person.rawValue)
        statement.bind(3, root.prefix)
        while try statement.step() {
            let number = CaseNumber(statement.int64(0))
            if isWanted(number) { return number }
        }
        return nil
    }

    /// Calls `body` with each case that is not gone, its person, and the message its conversation starts at. One walk along
    /// the table, O(cases).
    func forEachRoot(_ body: (SourceKey, PersonNumber, CaseNumber) -> Void) throws {
        let statement = try target.statement(
            "SELECT root, person, number FROM case_row_{slot} WHERE merged_into IS NULL AND status <> 'retracted'")
        defer { statement.reset() }
        while try statement.step() {
            if let root = SourceKey(statement.blobBytes(0)) {
                body(root, PersonNumber(statement.int64(1)), CaseNumber(statement.int64(2)))
            }
        }
    }

    /// The highest number, 0 where there is none. O(log n).
    func lastNumber() throws -> Int64 {
        let statement = try target.statement("SELECT coalesce(max(number), 0) FROM case_row_{slot}")
        defer { statement.reset() }
        return try statement.step() ? statement.int64(0) : 0
    }

    // MARK: Figures

    /// A case with a first mention, in place until the next one.
    package struct Opened {
        let row: Row<CaseColumn>

        package var number: CaseNumber { CaseNumber(row.int64(.number)) }
        package var person: PersonNumber { PersonNumber(row.int64(.person)) }
        package var openedAt: Timestamp { Timestamp(microseconds: row.int64(.openedAt)) }
        package var firstReplyAt: Timestamp? { row.time(.firstReplyAt) }
        package var replies: Int64 { row.int64(.replies) }
        package var episode: Int64 { row.int64(.episode) }
        /// Whether something was decided on it here.
        package var isLive: Bool { !row.isNull(.liveSince) }
        package var isComplaint: Bool { row.bytes(.polarity).elementsEqual(Polarity.complaint.rawValue.utf8) }
        package var channel: Channel { Channel(row.string(.channel)) }
        package var brand: Brand? { row.optionalString(.brand).map(Brand.init) }
        package var targets: TargetSet { TargetSet(named: row.string(.targets)) }
        package var mergedInto: CaseNumber? { row.optionalInt64(.mergedInto).map(CaseNumber.init) }
        package var firstTopic: Topic? {
            guard !row.bytes(.topics).elementsEqual("[]".utf8),
                let topics = try? JSONValue.parse(Array(row.bytes(.topics))).arrayValue
            else { return nil }
            return topics.lazy.compactMap(\.stringValue).first.map(Topic.init)
        }

        private static let columns: String = CaseColumn.list([
            .number, .person, .openedAt, .firstReplyAt, .replies, .episode, .liveSince, .polarity, .channel, .brand,
            .targets, .topics, .mergedInto,
        ])
        private static let opened = "SELECT \(columns) FROM case_row WHERE opened_at IS NOT NULL"
        fileprivate static let byThemselves = Query(opened + " AND merged_into IS NULL")
        fileprivate static let judged = Query(
            opened + " AND merged_into IS NULL AND status <> 'retracted' ORDER BY number")
        fileprivate static let live = Query(
            opened + " AND status <> 'retracted' AND (live_since IS NOT NULL OR merged_into IS NOT NULL)"
                + " ORDER BY opened_at, number")
    }

    /// Calls `body` with every case that goes on by itself and has a first mention. One walk along the table, O(cases);
    /// `body` may ask the same again meanwhile.
    package func forEachOpened(_ body: (Opened) throws -> Void) throws {
        try forEachOpened(Opened.byThemselves, body)
    }

    /// The same, by number, without those that were taken back.
    package func forEachJudged(_ body: (Opened) throws -> Void) throws {
        try forEachOpened(Opened.judged, body)
    }

    /// Calls `body` with every case on which something was decided here, and every merged one, in the order in which they
    /// opened. One walk along the table and a sort, O(cases · log cases).
    package func forEachLive(_ body: (Opened) throws -> Void) throws {
        try forEachOpened(Opened.live, body)
    }

    private func forEachOpened(_ query: Query, _ body: (Opened) throws -> Void) throws {
        let statement = try target.walk(query)
        let row = Opened(row: Row(statement: statement))
        while try statement.step() { try body(row) }
    }

    /// The latest message of any case. One walk along the table, O(cases).
    package func latestMessage() throws -> Timestamp? {
        let statement = try target.statement(
            "SELECT max(max(coalesce(last_mention_at, 0), coalesce(last_reply_at, 0))) FROM case_row")
        defer { statement.reset() }
        return try statement.step() ? statement.optionalInt64(0).map(Timestamp.init(microseconds:)) : nil
    }

    /// How many cases are in which state. One walk along the table, O(cases).
    package func statuses() throws -> [CaseStatus: Int64] {
        let statement = try target.statement("SELECT status, count(*) FROM case_row GROUP BY status")
        defer { statement.reset() }
        var counts: [CaseStatus: Int64] = [:]
        while try statement.step() {
            if let status = CaseStatus(rawValue: statement.string(0)) { counts[status] = statement.int64(1) }
        }
        return counts
    }
}
