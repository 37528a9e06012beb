package import CaseModel
package import EventStore
internal import SQLite

/// The columns of who was judged to be a customer, a troll or neither. There are few.
enum JudgementColumn: String, TableColumn {
    case position = "position INTEGER PRIMARY KEY -- of the judgement"
    case person = "person INTEGER NOT NULL"
    case at = "at INTEGER NOT NULL -- when it was made, microseconds UTC"
    case assessment = "assessment TEXT NOT NULL"
    case expires = "expires INTEGER -- when the person counts as unknown again"

    static let table = "author_row"
    static let rowKey: [Self] = [.position]
}

/// The columns of the surveys that were offered. There are few.
enum SurveyColumn: String, TableColumn {
    case position = "position INTEGER PRIMARY KEY -- of the offer"
    case person = "person INTEGER NOT NULL"
    case caseNumber = "case_number INTEGER -- the case that gave occasion to it"

    static let table = "survey_row"
    static let rowKey: [Self] = [.position]
}

/// A judgement of a person.
package struct AuthorJudgement: Sendable {
    package var person: PersonNumber
    package var at: Timestamp
    package var position: Position
    package var assessment: AuthorAssessment
    package var expires: Timestamp?
}

/// What advice asks of persons, and what is written for it: who was judged, and for which cases a survey was offered.
package struct JudgementRows {
    let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    init(_ target: ProjectionTarget) { self.target = target }

    private static let judgements = Query(
        "SELECT \(JudgementColumn.list()) FROM author_row_{slot} ORDER BY position")

    /// Every judgement there is, in order. O(judgements).
    package func judgements() throws -> [AuthorJudgement] {
        let statement = try target.statement(Self.judgements)
        defer { statement.reset() }
        let row = Row<JudgementColumn>(statement: statement)
        var found: [AuthorJudgement] = []
        while try statement.step() {
            found.append(
                AuthorJudgement(
                    person: PersonNumber(row.int64(.person)), at: Timestamp(microseconds: row.int64(.at)),
                    position: Position(row.int64(.position)), assessment: row.word(.assessment) ?? .unknown,
                    expires: row.time(.expires)))
        }
        return found
    }

    /// The cases for which a survey was offered. O(surveys).
    package func surveyed() throws -> Set<CaseNumber> {
        let statement = try target.statement("SELECT case_number FROM survey_row_{slot} WHERE case_number IS NOT NULL")
        defer { statement.reset() }
        var numbers: Set<CaseNumber> = []
        while try statement.step() { numbers.insert(CaseNumber(statement.int64(0))) }
        return numbers
    }

    // MARK: Writing

    /// Writes what an event of a person's stream says of either, if it does. O(log n).
    func write(_ event: Event, of person: PersonNumber, _ moment: EventMoment) throws {
        switch event {
        case .authorAssessed(let assessed):
            let row = try target.writer(of: JudgementColumn.self)
            row.set(.position, moment.position)
            row.set(.person, person.rawValue)
            row.set(.at, moment.occurredAt)
            row.set(.assessment, assessed.assessment.rawValue)
            row.set(.expires, assessed.expires)
            try row.write()
        case .surveyOffered(let offered):
            let row = try target.writer(of: SurveyColumn.self)
            row.set(.position, moment.position)
            row.set(.person, person.rawValue)
            row.set(.caseNumber, offered.case?.rawValue)
            try row.write()
        case .eventTakenBack(let taken):
            for position in taken.events {
                try remove("DELETE FROM author_row_{slot} WHERE position = ?1", position)
                try remove("DELETE FROM survey_row_{slot} WHERE position = ?1", position)
            }
        default: return
        }
    }

    private func remove(_ sql: StaticString, _ position: Position) throws {
        let statement = try target.statement(sql)
        statement.bind(1, position.rawValue)
        try statement.run()
    }
}
