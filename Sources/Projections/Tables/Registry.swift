internal import SQLite

/// The table `projection`: version, slot and position of each projection.
struct Registry {
    /// One row.
    struct Row: Hashable {
        var version: Int64
        var slot: Slot
        var position: Int64
    }

    let connection: Connection

    /// The rows of the projections that this program knows. Others belong to a newer program, which catches them up
    /// itself.
    func rows() throws(SQLiteError) -> [String: Row] {
        let statement = try connection.statement("SELECT name, version, slot, position FROM projection")
        defer { statement.reset() }
        var rows: [String: Row] = [:]
        while try statement.step() {
            let name: String = statement.string(0)
            guard let slot = Slot(rawValue: statement.string(2)), ProjectionSet.all.contains(where: { $0.name == name })
            else { continue }
            rows[name] = Row(version: statement.int64(1), slot: slot, position: statement.int64(3))
        }
        return rows
    }

    /// The names of all stored tables and views. O(tables).
    func tablesAndViews() throws(SQLiteError) -> Set<String> {
        let statement = try connection.statement(
            "SELECT name FROM main.sqlite_schema WHERE type IN ('table', 'view')")
        defer { statement.reset() }
        var names: Set<String> = []
        while try statement.step() { names.insert(statement.string(0)) }
        return names
    }

    func set(_ name: String, _ row: Row) throws(SQLiteError) {
        let statement = try connection.statement(
            "INSERT OR REPLACE INTO projection (name, version, slot, position) VALUES (?1, ?2, ?3, ?4)")
        statement.bind(1, name)
        statement.bind(2, row.version)
        statement.bind(3, row.slot.rawValue)
        statement.bind(4, row.position)
        try statement.run()
    }

    func advance(to position: Int64) throws(SQLiteError) {
        let statement = try connection.statement(
            "UPDATE projection SET position = ?1 WHERE name = ?2 AND position < ?1")
        statement.bind(1, position)
        for projector in ProjectionSet.all {
            statement.bind(2, projector.name)
            try statement.run()
        }
    }

    /// Creates empty tables in a slot, replacing what is there.
    func createTables(of projector: any Projector.Type, in slot: Slot, temporary: Bool) throws(SQLiteError) {
        for table in projector.tables {
            try dropTable(table, in: slot, temporary: temporary)
            let create: String = slot.named(table.create)
            try connection.execute(temporary ? "CREATE TEMP TABLE" + create.dropFirst("CREATE TABLE".count) : create)
        }
    }

    func createIndexes(of projector: any Projector.Type, in slot: Slot) throws(SQLiteError) {
        for table in projector.tables {
            for index in table.indexes { try connection.execute(slot.named(index)) }
        }
    }

    func dropTable(_ table: TableDefinition, in slot: Slot, temporary: Bool) throws(SQLiteError) {
        try connection.execute("DROP TABLE IF EXISTS \(temporary ? "temp" : "main").\(table.name)_\(slot.rawValue)")
    }

    /// Drops a projection's temporary tables and views in both slots.
    func dropTemporary(_ projector: any Projector.Type) throws(SQLiteError) {
        for table in projector.tables {
            try connection.execute("DROP VIEW IF EXISTS temp.\(table.name)")
            for slot in Slot.allCases { try dropTable(table, in: slot, temporary: true) }
        }
    }

    /// Makes the views that readers use select from a slot.
    func point(_ projector: any Projector.Type, at slot: Slot, temporary: Bool) throws(SQLiteError) {
        let schema: String = temporary ? "temp" : "main"
        for table in projector.tables {
            try connection.execute("DROP VIEW IF EXISTS \(schema).\(table.name)")
            try connection.execute(
                "CREATE \(temporary ? "TEMP " : "")VIEW \(table.name) AS SELECT * FROM \(table.name)_\(slot.rawValue)")
        }
    }
}
