package import CaseModel
package import EventStore
internal import SQLite

/// The columns of what a mention, or an answer to a survey, tells of a person's stance, in the order of persons and time:
/// what the conversion of detractors into promoters is computed from (MEASURES, "Conversion").
enum EvidenceColumn: String, TableColumn {
    case person = "person INTEGER NOT NULL"
    case at = "at INTEGER NOT NULL -- when it was written, microseconds UTC"
    case position = "position INTEGER NOT NULL -- the event that captured or recorded it; no order within an instant"
    case kind = "kind TEXT NOT NULL -- complaint, thanks, praise; of other evidence detractor, passive, promoter"
    case answers = "answers BLOB -- of praise: a message of another case that it answers"
    case afterReply =
        "after_reply INTEGER -- of praise and thanks: 1 after a reply of ours in its case, 2 by a tie of time"
    case follows = "follows INTEGER -- position of evidence of the same instant that it came after for certain"
    case sequenceList = "sequence_list INTEGER -- the source's own order, which counts within an instant"
    case sequencePlace = "sequence_place INTEGER"
    case judgedAt = "judged_at INTEGER -- the event that judged it"
    case caseNumber = "case_number INTEGER -- of a mention its case, of other evidence what gave occasion to it"
    case channel = "channel TEXT -- of a mention"
    case brand = "brand TEXT"
    case targets = "targets INTEGER NOT NULL -- of a complaint: 1 product, 2 brand, 3 both"
    case topic = "topic TEXT -- of a complaint: the first"
    case answeredAt = "answered_at INTEGER -- of a complaint: our first reply after it, in its case"
    case resolvedAt = "resolved_at INTEGER -- of a complaint: the first resolution at or after it"
    case excludedAs = "excluded_as TEXT -- of a complaint: why it counts as unfounded as of now"

    static let table = "evidence_row"
    static let rowKey: [Self] = [.person, .at, .position]
    static let isOrderedByKey = true
    static let insert = "INSERT OR REPLACE"
}

/// A row of evidence, in place until the next one.
package struct EvidenceRow {
    let row: Row<EvidenceColumn>

    package var person: PersonNumber { PersonNumber(row.int64(.person)) }
    package var at: Timestamp { Timestamp(microseconds: row.int64(.at)) }
    package var position: Position { Position(row.int64(.position)) }
    /// What it is, as the row calls it: complaint, thanks, praise, detractor, passive, promoter.
    package var kind: String { row.string(.kind) }
    package var kindBytes: UnsafeRawBufferPointer { row.bytes(.kind) }
    package var answers: SourceKey? { row.key(.answers) }
    package var afterReply: Int64? { row.optionalInt64(.afterReply) }
    package var follows: Position? { row.position(.follows) }
    package var sequence: SourceSequence? {
        row.optionalInt64(.sequenceList).map { list in
            SourceSequence(place: row.int64(.sequencePlace), list: UInt64(bitPattern: list))
        }
    }
    package var judgedAt: Position? { row.position(.judgedAt) }
    package var caseNumber: CaseNumber? { row.optionalInt64(.caseNumber).map(CaseNumber.init) }
    package var channel: Channel { Channel(row.string(.channel)) }
    package var brand: Brand? { row.optionalString(.brand).map(Brand.init) }
    package var targets: TargetSet { TargetSet(rawValue: UInt8(truncatingIfNeeded: row.int64(.targets))) }
    package var topic: Topic? { row.optionalString(.topic).map(Topic.init) }
    package var answeredAt: Timestamp? { row.time(.answeredAt) }
    package var resolvedAt: Timestamp? { row.time(.resolvedAt) }
    package var exclusion: Exclusion? { row.word(.excludedAs) }
}

/// What is asked of the evidence.
package struct EvidenceRows {
    let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    init(_ target: ProjectionTarget) { self.target = target }

    private static let evidence = "SELECT \(EvidenceColumn.list()) FROM evidence_row"
    private static let all = Query(evidence + " ORDER BY person, at")
    private static let ofCircle = Query(
        evidence + " WHERE person = ?1 OR person IN (SELECT person FROM link_row WHERE principal = ?1) ORDER BY at")
    private static let ofPerson = Query(evidence + " WHERE person = ?1")
    private static let newestOfPerson = Query(
        evidence + " WHERE person = ?1 AND at = (SELECT max(at) FROM evidence_row WHERE person = ?1)")

    /// Calls `body` with everything, by person and time, that of one instant in no order. One walk along the table in the
    /// order of its key, O(evidence).
    package func forEach(_ body: (EvidenceRow) throws -> Void) throws {
        try walk(target.statement(Self.all), body)
    }

    /// Calls `body` with what there is of a person and of all who are known as them, by time. A walk along the key for each
    /// of them, and a sort.
    package func forEach(ofCircle principal: PersonNumber, _ body: (EvidenceRow) throws -> Void) throws {
        let statement = try target.statement(Self.ofCircle)
        statement.bind(1, principal.rawValue)
        try walk(statement, body)
    }

    /// Calls `body` with what there is of a person alone. A walk along the key, O(their evidence).
    ///
    /// - Parameter newest: whether only their latest instant is wanted.
    package func forEach(of person: PersonNumber, newest: Bool, _ body: (EvidenceRow) throws -> Void) throws {
        let statement = try target.statement(newest ? Self.newestOfPerson : Self.ofPerson)
        statement.bind(1, person.rawValue)
        try walk(statement, body)
    }

    private func walk(_ statement: Statement, _ body: (EvidenceRow) throws -> Void) throws {
        defer { statement.reset() }
        let row = EvidenceRow(row: Row(statement: statement))
        while try statement.step() { try body(row) }
    }

    /// The latest evidence. One walk along the table, O(evidence).
    package func latest() throws -> Timestamp? {
        let statement = try target.statement("SELECT max(at) FROM evidence_row")
        defer { statement.reset() }
        return try statement.step() ? statement.optionalInt64(0).map(Timestamp.init(microseconds:)) : nil
    }

    // MARK: Writing

    /// Removes one row, if it is there. O(log n).
    func remove(of person: PersonNumber, at moment: Timestamp, _ position: Position) throws(SQLiteError) {
        let statement = try target.statement(
            "DELETE FROM evidence_row_{slot} WHERE person = ?1 AND at = ?2 AND position = ?3")
        statement.bind(1, person.rawValue)
        statement.bind(2, moment.microseconds)
        statement.bind(3, position.rawValue)
        try statement.run()
    }

    /// Removes what an import captured, by its first event, that was taken back. A scan of the evidence.
    func leaveOut(from first: Position, through last: Position) throws {
        let statement = try target.statement(
            """
            DELETE FROM evidence_row_{slot} WHERE position BETWEEN ?1 AND ?2
                AND (SELECT correlation FROM event WHERE event.position = evidence_row_{slot}.position) = ?1
            """)
        statement.bind(1, first.rawValue)
        statement.bind(2, last.rawValue)
        try statement.run()
    }
}
