package import CaseModel
package import EventStore
internal import SQLite

/// The columns of who is known as whom: one row a person who is known as another. There are few, and none for everybody
/// else.
enum LinkColumn: String, TableColumn {
    case person = "person INTEGER PRIMARY KEY -- who is known as another"
    case knownAs = "known_as INTEGER NOT NULL -- as whom, by their own link"
    case principal = "principal INTEGER NOT NULL -- the last of those who are known as the next"
    case basis = "basis TEXT NOT NULL"
    case position = "position INTEGER NOT NULL -- the event that linked them"

    static let table = "link_row"
    static let rowKey: [Self] = [.person]
    static let insert = "INSERT OR REPLACE"
}

/// What is asked of who is known as whom, and written into it.
package struct LinkRows {
    let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    init(_ target: ProjectionTarget) { self.target = target }

    /// Who is known as whom: empty where nobody is linked. O(linked persons).
    package func principals() throws -> [PersonNumber: PersonNumber] {
        let statement = try target.statement("SELECT person, principal FROM link_row_{slot}")
        defer { statement.reset() }
        var principals: [PersonNumber: PersonNumber] = [:]
        while try statement.step() { principals[PersonNumber(statement.int64(0))] = PersonNumber(statement.int64(1)) }
        return principals
    }

    /// The person as whom one is known: themselves where they are not linked. O(log n).
    package func principal(of number: PersonNumber) throws -> PersonNumber {
        let statement = try target.statement("SELECT principal FROM link_row_{slot} WHERE person = ?1")
        defer { statement.reset() }
        statement.bind(1, number.rawValue)
        return try statement.step() ? PersonNumber(statement.int64(0)) : number
    }

    /// A person who is known as nobody else, first, and all who are known as them. A scan of the links, of which there are
    /// few.
    package func circle(of principal: PersonNumber) throws -> [PersonNumber] {
        let statement = try target.statement("SELECT person FROM link_row_{slot} WHERE principal = ?1")
        defer { statement.reset() }
        statement.bind(1, principal.rawValue)
        var persons: [PersonNumber] = [principal]
        while try statement.step() { persons.append(PersonNumber(statement.int64(0))) }
        return persons
    }

    // MARK: Writing

    /// Whoever was known as the person is known as the same as they from now on. O(linked persons).
    func link(_ linked: IdentityLinked, _ moment: EventMoment) throws {
        let principal: PersonNumber = try principal(of: linked.person)
        let others = try target.statement("UPDATE link_row_{slot} SET principal = ?2 WHERE principal = ?1")
        others.bind(1, linked.other.rawValue)
        others.bind(2, principal.rawValue)
        try others.run()
        let row = try target.writer(of: LinkColumn.self)
        row.set(.person, linked.other.rawValue)
        row.set(.knownAs, linked.person.rawValue)
        row.set(.principal, principal.rawValue)
        row.set(.basis, linked.basis.rawValue)
        row.set(.position, moment.position)
        try row.write()
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
}
