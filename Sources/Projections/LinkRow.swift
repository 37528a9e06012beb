internal import CaseModel
internal import SQLite

/// Who is known as whom: one row a person who is known as another. There are few, and none for everybody else.
struct LinkRow {
    let target: ProjectionTarget

    static let table = TableDefinition(
        name: "link_row",
        create: """
            CREATE TABLE link_row_{slot} (
                person    INTEGER PRIMARY KEY,  -- who is known as another
                known_as  INTEGER NOT NULL,     -- as whom, by their own link
                principal INTEGER NOT NULL,     -- the last of those who are known as the next
                basis     TEXT    NOT NULL,
                position  INTEGER NOT NULL      -- the event that linked them
            ) STRICT
            """,
        indexes: [], key: ["person"])

    /// Whoever was known as the person is known as the same as they from now on. O(linked persons).
    func link(_ linked: IdentityLinked, _ moment: EventMoment) throws {
        let principal: PersonNumber = try principal(of: linked.person)
        let others = try target.statement("UPDATE link_row_{slot} SET principal = ?2 WHERE principal = ?1")
        others.bind(1, linked.other.rawValue)
        others.bind(2, principal.rawValue)
        try others.run()
        let statement = try target.statement(
            """
            INSERT OR REPLACE INTO link_row_{slot} (person, known_as, principal, basis, position)
            VALUES (?1, ?2, ?3, ?4, ?5)
            """)
        statement.bind(1, linked.other.rawValue)
        statement.bind(2, linked.person.rawValue)
        statement.bind(3, principal.rawValue)
        statement.bind(4, linked.basis.rawValue)
        statement.bind(5, moment.position.rawValue)
        try statement.run()
    }

    /// The person, and whoever is known as them, stand by themselves again. O(linked persons).
    func unlink(_ unlinked: IdentityUnlinked) throws {
        let statement = try target.statement("DELETE FROM link_row_{slot} WHERE person = ?1")
        statement.bind(1, unlinked.other.rawValue)
        try statement.run()
        let others = try target.statement(
            """
            WITH RECURSIVE circle (person) AS (
                SELECT ?1 UNION SELECT link.person FROM link_row_{slot} AS link, circle
                WHERE link.known_as = circle.person)
            UPDATE link_row_{slot} SET principal = ?1 WHERE person IN (SELECT person FROM circle)
            """)
        others.bind(1, unlinked.other.rawValue)
        try others.run()
    }

    func principal(of number: PersonNumber) throws -> PersonNumber {
        let statement = try target.statement("SELECT principal FROM link_row_{slot} WHERE person = ?1")
        statement.bind(1, number.rawValue)
        defer { statement.reset() }
        return try statement.step() ? PersonNumber(statement.int64(0)) : number
    }
}
