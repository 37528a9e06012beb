package import CaseModel
internal import EventStore
internal import SQLite

/// The read model of persons: who they are by their accounts, and as whom they are known. What they did is asked of
/// their cases.
package final class PersonProjector: Projector {
    package static let name = "persons"
    package static let version: Int64 = 3

    package static var tables: [TableDefinition] {
        [
            TableDefinition(
                name: "person_row",
                create: """
                    CREATE TABLE person_row_{slot} (
                        number        INTEGER PRIMARY KEY,
                        channel       TEXT    NOT NULL,  -- of the first account
                        identities    INTEGER NOT NULL,  -- accounts
                        identified_at INTEGER NOT NULL,  -- position whose content has the first account's handle
                        position      INTEGER NOT NULL,  -- the newest event of the person's stream
                        nobody        INTEGER NOT NULL,  -- 1 where their name names nobody, so that no figure of persons has them
                        retracted_at  INTEGER            -- the event that took back the import by which they were met
                    ) STRICT
                    """,
                indexes: ["CREATE INDEX person_row_{slot}_nobody ON person_row_{slot} (number) WHERE nobody"],
                key: ["number"]),
            LinkRow.table,
        ] + StandingRows.tables
    }

    private let target: ProjectionTarget
    private var highest: Int64?
    /// Persons met a moment ago, whose rows are written together: an import meets many.
    private var met: [(identified: PersonIdentified, number: PersonNumber, position: Int64)] = []
    private static let metAtMost = 1_000

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        guard case .person(let number) = stream else {
            if case .importRetracted(let retracted) = event { try leaveOut(retracted, moment) }
            return
        }
        if case .personIdentified(let identified) = event, isNew(number) {
            met.append((identified, number, moment.position.rawValue))
            highest = number.rawValue
            if met.count == Self.metAtMost { try flush() }
            return
        }
        try flush()
        try StandingRows(target: target).write(event, of: number, moment)
        let links = LinkRow(target: target)
        switch event {
        case .identityLinked(let linked) where linked.other == number: try links.link(linked, moment)
        case .identityUnlinked(let unlinked) where unlinked.other == number: try links.unlink(unlinked)
        default: break
        }
        if case .personIdentified(let identified) = event {
            try Self.write(identified, number, at: moment.position.rawValue, to: target)
            highest = highest.map { max($0, number.rawValue) }
        } else {
            let statement = try target.statement("UPDATE person_row_{slot} SET position = ?2 WHERE number = ?1")
            statement.bind(1, number.rawValue)
            statement.bind(2, moment.position.rawValue)
            try statement.run()
        }
    }

    private static func write(
        _ identified: PersonIdentified, _ number: PersonNumber, at position: Int64, to target: ProjectionTarget
    ) throws(SQLiteError) {
        let statement = try target.statement(
            """
            INSERT INTO person_row_{slot} (number, channel, identities, identified_at, position, nobody)
            VALUES (?1, ?2, 1, ?3, ?3, ?4)
            ON CONFLICT (number) DO UPDATE SET identities = identities + 1, position = excluded.position
            """)
        statement.bind(1, number.rawValue)
        statement.bind(2, identified.channel.name)
        statement.bind(3, position)
        statement.bind(4, Int64(identified.isNobody ? 1 : 0))
        try statement.run()
    }

    /// Whom an import met that was taken back, nobody knows any more; their number stays given. A scan of the persons.
    private func leaveOut(_ retracted: ImportRetracted, _ moment: EventMoment) throws {
        try flush()
        let statement = try target.statement(
            """
            UPDATE person_row_{slot} SET retracted_at = ?2 WHERE identified_at BETWEEN ?1 AND ?2
                AND (SELECT correlation FROM event WHERE event.position = identified_at) = ?1
            """)
        statement.bind(1, retracted.first.rawValue)
        statement.bind(2, moment.position.rawValue)
        try statement.run()
    }

    package func flush() throws {
        guard !met.isEmpty else { return }
        let persons = met
        met = []
        try target.write { (target) throws(SQLiteError) in
            for person in persons {
                try Self.write(person.identified, person.number, at: person.position, to: target)
            }
        }
    }

    package func discard() {
        highest = nil
        met = []
    }

    // MARK: What deciders ask

    /// The person as whom a person is known, through every link between. O(log n).
    package func principal(of number: PersonNumber) throws -> PersonNumber {
        try LinkRow(target: target).principal(of: number)
    }

    /// Whether it is known without asking the store that nobody has met a person yet. O(1).
    package func isNew(_ number: PersonNumber) -> Bool { highest.map { number.rawValue > $0 } ?? false }

    /// The highest number a person has. O(1).
    package func lastNumber() throws -> PersonNumber {
        if let highest { return PersonNumber(highest) }
        let statement = try target.statement("SELECT coalesce(max(number), 0) FROM person_row_{slot}")
        defer { statement.reset() }
        let found: Int64 = try statement.step() ? statement.int64(0) : 0
        guard 0...EventStore.largestNumber ~= found else {
            throw StoreError(.damagedRow(table: "person_row", row: "number \(found)"), path: target.connection.path)
        }
        highest = found
        return PersonNumber(found)
    }
}
