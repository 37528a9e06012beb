package import CaseModel
package import EventStore
internal import SQLite

/// The columns of what was taken in.
enum ImportColumn: String, TableColumn {
    case position = "position INTEGER PRIMARY KEY -- of the ImportCompleted"
    case mapping = "mapping TEXT NOT NULL"
    case sha256 = "sha256 TEXT NOT NULL"
    case fromTime = "from_time INTEGER -- the earliest and latest moment that a row speaks of"
    case untilTime = "until_time INTEGER"
    case rows = "rows INTEGER NOT NULL"
    case mentions = "mentions INTEGER NOT NULL"
    case rejected = "rejected INTEGER NOT NULL"
    case retractedAt = "retracted_at INTEGER -- the event that took it back"

    static let table = "import_row"
    static let rowKey: [Self] = [.position]
}

/// What is asked of the imports. There are few, so that each question is a scan.
package struct ImportRows {
    private let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    /// The newest that was not taken back.
    package func last() throws -> Position? {
        let statement = try target.statement("SELECT max(position) FROM import_row WHERE retracted_at IS NULL")
        defer { statement.reset() }
        return try statement.step() ? statement.optionalInt64(0).map(Position.init) : nil
    }

    /// The latest moment that one speaks of which was not taken back.
    package func latestMoment() throws -> Timestamp? {
        let statement = try target.statement("SELECT max(until_time) FROM import_row WHERE retracted_at IS NULL")
        defer { statement.reset() }
        return try statement.step() ? statement.optionalInt64(0).map(Timestamp.init(microseconds:)) : nil
    }

    /// The event that took an import back, if one did. O(log n), by its position.
    package func retraction(of position: Position) throws -> Position? {
        let statement = try target.statement("SELECT retracted_at FROM import_row WHERE position = ?1")
        defer { statement.reset() }
        statement.bind(1, position.rawValue)
        return try statement.step() ? statement.optionalInt64(0).map(Position.init) : nil
    }

    /// The first events of those that were taken back, which all of their events have as their correlation.
    package func retracted() throws -> Set<Int64> {
        let statement = try target.statement(
            """
            SELECT event.correlation FROM import_row JOIN event ON event.position = import_row.position
            WHERE retracted_at IS NOT NULL
            """)
        defer { statement.reset() }
        var firsts: Set<Int64> = []
        while try statement.step() { firsts.insert(statement.int64(0)) }
        return firsts
    }

    /// All of them by their first events.
    package func byFirstEvent() throws -> [Int64: Position] {
        let statement = try target.statement(
            """
            SELECT event.correlation, import_row.position FROM import_row
            JOIN event ON event.position = import_row.position
            """)
        defer { statement.reset() }
        var imports: [Int64: Position] = [:]
        while try statement.step() { imports[statement.int64(0)] = Position(statement.int64(1)) }
        return imports
    }
}
