package import CaseModel
package import SQLite

/// The read model of incidents: which were declared, how grave they are, which cases they hold and when they were over.
package final class IncidentProjector: Projector {
    package static let name = "incidents"
    package static let version: Int64 = 1

    package static var tables: [TableDefinition] {
        [
            TableDefinition(
                name: "incident_row",
                create: """
                    CREATE TABLE incident_row_{slot} (
                        number        INTEGER PRIMARY KEY,
                        position      INTEGER NOT NULL,  -- of the event that declared it first
                        detected_by   TEXT,              -- rule of detection; NULL where a person saw it
                        level         INTEGER NOT NULL,  -- 1 to 4, the gravest; as told last
                        declared_at   INTEGER NOT NULL,  -- microseconds UTC; so are all times
                        changed_at    INTEGER NOT NULL,  -- when it was last declared or widened
                        closed_at     INTEGER,           -- NULL while it goes on
                        closed_by     INTEGER            -- position of the event that closed it
                    ) STRICT
                    """,
                indexes: [], key: ["number"]),
            TableDefinition(
                name: "incident_case_row",
                create: """
                    CREATE TABLE incident_case_row_{slot} (
                        incident    INTEGER NOT NULL,
                        case_number INTEGER NOT NULL,  -- as it was named; it may go on in another by now
                        since       INTEGER NOT NULL,
                        position    INTEGER NOT NULL,  -- of the event that named it
                        PRIMARY KEY (incident, case_number)
                    ) STRICT
                    """,
                indexes: [], key: ["incident", "case_number"]),
        ]
    }

    private let target: ProjectionTarget

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        switch event {
        case .incidentDeclared(let event): try declare(event, moment)
        case .incidentClosed(let event):
            let statement = try target.statement(
                "UPDATE incident_row_{slot} SET closed_at = ?2, closed_by = ?3 WHERE number = ?1")
            statement.bind(1, event.incident)
            statement.bind(2, moment.occurredAt.microseconds)
            statement.bind(3, moment.position.rawValue)
            try statement.run()
        default: return
        }
    }

    private func declare(_ event: IncidentDeclared, _ moment: EventMoment) throws {
        let incident = try target.statement(
            """
            INSERT INTO incident_row_{slot} (number, position, detected_by, level, declared_at, changed_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?5)
            ON CONFLICT (number) DO UPDATE SET level = excluded.level, changed_at = excluded.changed_at
            """)
        incident.bind(1, event.incident)
        incident.bind(2, moment.position.rawValue)
        incident.bind(3, event.trigger)
        incident.bind(4, event.level)
        incident.bind(5, moment.occurredAt.microseconds)
        try incident.run()
        for number in event.cases {
            let member = try target.statement(
                """
                INSERT OR IGNORE INTO incident_case_row_{slot} (incident, case_number, since, position)
                VALUES (?1, ?2, ?3, ?4)
                """)
            member.bind(1, event.incident)
            member.bind(2, number.rawValue)
            member.bind(3, moment.occurredAt.microseconds)
            member.bind(4, moment.position.rawValue)
            try member.run()
        }
    }

    /// Every incident there was, in order. O(incidents + their cases).
    package func incidents() throws -> [Incident] {
        try IncidentProjector.read(
            target.statement(
                """
                SELECT number, position, detected_by, level, declared_at, changed_at, closed_at
                FROM incident_row_{slot} ORDER BY number
                """),
            target.statement(
                "SELECT incident, case_number, since FROM incident_case_row_{slot} ORDER BY incident, case_number"))
    }

    /// The same as readers see it.
    package static func incidents(on connection: Connection) throws(SQLiteError) -> [Incident] {
        try read(
            connection.statement(
                """
                SELECT number, position, detected_by, level, declared_at, changed_at, closed_at
                FROM incident_row ORDER BY number
                """),
            connection.statement(
                "SELECT incident, case_number, since FROM incident_case_row ORDER BY incident, case_number"))
    }

    private static func read(_ rows: Statement, _ members: Statement) throws(SQLiteError) -> [Incident] {
        defer {
            rows.reset()
            members.reset()
        }
        var cases: [Int64: [Incident.Member]] = [:]
        while try members.step() {
            cases[members.int64(0), default: []].append(
                Incident.Member(
                    CaseNumber(members.int64(1)), since: Timestamp(microseconds: members.int64(2))))
        }
        var incidents: [Incident] = []
        while try rows.step() {
            incidents.append(
                Incident(
                    number: rows.int64(0), position: Position(rows.int64(1)), trigger: rows.optionalString(2),
                    level: rows.int64(3), cases: cases[rows.int64(0)] ?? [],
                    declaredAt: Timestamp(microseconds: rows.int64(4)),
                    changedAt: Timestamp(microseconds: rows.int64(5)),
                    closedAt: rows.optionalInt64(6).map(Timestamp.init(microseconds:))))
        }
        return incidents
    }

    package func flush() {}
    package func discard() {}
}
