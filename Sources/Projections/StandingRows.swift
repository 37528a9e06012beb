internal import CaseModel
internal import SQLite

/// What advice asks of persons: who was judged, and for which cases a survey was offered. There are few of either.
struct StandingRows {
    let target: ProjectionTarget

    static let tables = [
        TableDefinition(
            name: "author_row",
            create: """
                CREATE TABLE author_row_{slot} (
                    position   INTEGER PRIMARY KEY,  -- of the judgement
                    person     INTEGER NOT NULL,
                    at         INTEGER NOT NULL,     -- when it was made, microseconds UTC
                    assessment TEXT    NOT NULL,
                    expires    INTEGER               -- when the person counts as unknown again
                ) STRICT
                """,
            indexes: [], key: ["position"]),
        TableDefinition(
            name: "survey_row",
            create: """
                CREATE TABLE survey_row_{slot} (
                    position    INTEGER PRIMARY KEY,  -- of the offer
                    person      INTEGER NOT NULL,
                    case_number INTEGER               -- the case that gave occasion to it
                ) STRICT
                """,
            indexes: [], key: ["position"]),
    ]

    func write(_ event: Event, of person: PersonNumber, _ moment: EventMoment) throws {
        switch event {
        case .authorAssessed(let assessed):
            let statement = try target.statement(
                """
                INSERT INTO author_row_{slot} (position, person, at, assessment, expires) VALUES (?1, ?2, ?3, ?4, ?5)
                """)
            statement.bind(1, moment.position.rawValue)
            statement.bind(2, person.rawValue)
            statement.bind(3, moment.occurredAt.microseconds)
            statement.bind(4, assessed.assessment.rawValue)
            statement.bind(5, assessed.expires?.microseconds)
            try statement.run()
        case .surveyOffered(let offered):
            let statement = try target.statement(
                "INSERT INTO survey_row_{slot} (position, person, case_number) VALUES (?1, ?2, ?3)")
            statement.bind(1, moment.position.rawValue)
            statement.bind(2, person.rawValue)
            statement.bind(3, offered.case?.rawValue)
            try statement.run()
        case .eventTakenBack(let taken):
            for position in taken.events {
                try delete(from: "DELETE FROM author_row_{slot} WHERE position = ?1", position)
                try delete(from: "DELETE FROM survey_row_{slot} WHERE position = ?1", position)
            }
        default: return
        }
    }

    private func delete(from sql: StaticString, _ position: Position) throws {
        let statement = try target.statement(sql)
        statement.bind(1, position.rawValue)
        try statement.run()
    }
}
