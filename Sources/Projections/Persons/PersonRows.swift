package import CaseModel
package import EventStore
internal import SQLite

/// The columns of the row that stands for a person.
enum PersonColumn: String, TableColumn {
    case number = "number INTEGER PRIMARY KEY"
    case channel = "channel TEXT NOT NULL -- of the first account"
    case identities = "identities INTEGER NOT NULL -- accounts"
    case identifiedAt = "identified_at INTEGER NOT NULL -- position whose content has the first account's handle"
    case position = "position INTEGER NOT NULL -- the newest event of the person's stream"
    case nobody = "nobody INTEGER NOT NULL -- 1 where their name names nobody, so that no figure of persons has them"
    case retractedAt = "retracted_at INTEGER -- the event that took back the import by which they were met"

    static let table = "person_row"
    static let rowKey: [Self] = [.number]
    static let upsert = "ON CONFLICT (number) DO UPDATE SET identities = identities + 1, position = excluded.position"
}

extension PersonProjector {
    package static let tables: [TableDefinition] = [
        PersonColumn.definition(indexes: [
            "CREATE INDEX person_row_{slot}_nobody ON person_row_{slot} (number) WHERE nobody"
        ]),
        LinkColumn.definition(), JudgementColumn.definition(), SurveyColumn.definition(),
    ]
}

/// What is asked of the rows of persons, and written into them.
package struct PersonRows {
    let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    init(_ target: ProjectionTarget) { self.target = target }

    /// The channel of a person's first account; nil where nobody knows them, or not any more. O(log n), by their number.
    package func channel(of number: PersonNumber) throws -> Channel? {
        let statement = try target.statement(
            "SELECT channel FROM person_row WHERE number = ?1 AND retracted_at IS NULL")
        defer { statement.reset() }
        statement.bind(1, number.rawValue)
        return try statement.step() ? Channel(statement.string(0)) : nil
    }

    /// The event whose content has a person's first account. O(log n), by their number.
    package func identified(_ number: PersonNumber) throws -> Position? {
        let statement = try target.statement("SELECT identified_at FROM person_row WHERE number = ?1")
        defer { statement.reset() }
        statement.bind(1, number.rawValue)
        return try statement.step() ? Position(statement.int64(0)) : nil
    }

    /// At most eleven persons whose account has a handle, as lists show it. O(persons): handles are content and in no
    /// index.
    package func numbers(withHandle handle: String, on channel: Channel) throws -> [PersonNumber] {
        let statement = try target.statement(
            """
            SELECT person_row.number FROM person_row
            JOIN content ON content.position = person_row.identified_at
            WHERE person_row.channel = ?1 AND person_row.retracted_at IS NULL
                AND content.body ->> 'handle' = ?2 COLLATE NOCASE
            ORDER BY person_row.number LIMIT 11
            """)
        defer { statement.reset() }
        statement.bind(1, channel.name)
        statement.bind(2, handle)
        var found: [PersonNumber] = []
        while try statement.step() { found.append(PersonNumber(statement.int64(0))) }
        return found
    }

    /// The highest number, 0 where there is none. O(log n).
    func lastNumber() throws -> Int64 {
        let statement = try target.statement("SELECT coalesce(max(number), 0) FROM person_row_{slot}")
        defer { statement.reset() }
        return try statement.step() ? statement.int64(0) : 0
    }

    // MARK: Writing

    /// Adds a person, or a further account of one who is there. O(log n).
    func add(_ identified: PersonIdentified, _ number: PersonNumber, at position: Position) throws(SQLiteError) {
        let row = try target.writer(of: PersonColumn.self)
        row.set(.number, number.rawValue)
        row.set(.channel, identified.channel.name)
        row.set(.identities, 1)
        row.set(.identifiedAt, position)
        row.set(.position, position)
        row.set(.nobody, identified.isNobody ? 1 : 0)
        row.setNull(.retractedAt)
        try row.write()
    }

    /// Says which is the newest event of a person's stream. O(log n).
    func setPosition(_ position: Position, of number: PersonNumber) throws {
        let statement = try target.statement("UPDATE person_row_{slot} SET position = ?2 WHERE number = ?1")
        statement.bind(1, number.rawValue)
        statement.bind(2, position.rawValue)
        try statement.run()
    }

    /// Marks those whom an import met, by its first event, that was taken back. A scan of the persons.
    func leaveOut(from first: Position, at moment: Position) throws {
        let statement = try target.statement(
            """
            UPDATE person_row_{slot} SET retracted_at = ?2 WHERE identified_at BETWEEN ?1 AND ?2
                AND (SELECT correlation FROM event WHERE event.position = identified_at) = ?1
            """)
        statement.bind(1, first.rawValue)
        statement.bind(2, moment.rawValue)
        try statement.run()
    }
}
