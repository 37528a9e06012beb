package import CaseModel
internal import SQLite

/// The read model of imports: what was taken in, and up to when the data reach.
package final class ImportProjector: Projector {
    package static let name = "imports"
    package static let version: Int64 = 1

    package static var tables: [TableDefinition] {
        [
            TableDefinition(
                name: "import_row",
                create: """
                    CREATE TABLE import_row_{slot} (
                        position   INTEGER PRIMARY KEY,  -- of the ImportCompleted
                        mapping    TEXT    NOT NULL,
                        sha256     TEXT    NOT NULL,
                        from_time  INTEGER,              -- the earliest and latest moment that a row speaks of
                        until_time INTEGER,
                        rows       INTEGER NOT NULL,
                        mentions   INTEGER NOT NULL,
                        rejected   INTEGER NOT NULL,
                        retracted_at INTEGER             -- the event that took it back
                    ) STRICT
                    """,
                indexes: [], key: ["position"])
        ]
    }

    private let target: ProjectionTarget

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        if case .importRetracted(let retracted) = event {
            let statement = try target.statement("UPDATE import_row_{slot} SET retracted_at = ?2 WHERE position = ?1")
            statement.bind(1, retracted.imported.rawValue)
            statement.bind(2, moment.position.rawValue)
            return try statement.run()
        }
        guard case .importCompleted(let completed) = event else { return }
        let statement = try target.statement(
            """
            INSERT INTO import_row_{slot} (position, mapping, sha256, from_time, until_time, rows, mentions, rejected)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """)
        statement.bind(1, moment.position.rawValue)
        statement.bind(2, completed.mapping)
        statement.bind(3, completed.sha256)
        statement.bind(4, completed.from?.microseconds)
        statement.bind(5, completed.until?.microseconds)
        statement.bind(6, completed.counts.read)
        statement.bind(7, completed.counts.mentions)
        statement.bind(8, completed.counts.rejected)
        try statement.run()
    }

    package func flush() {}
    package func discard() {}
}
