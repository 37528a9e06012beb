import Basics
internal import EventStore
internal import SQLite

/// A difference between the stored rows and those rebuilt from the log.
package struct RowDifference: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The row is missing.
        case missing
        /// The row should not exist.
        case extra
        /// A column has another value.
        case changed(column: String, found: String, expected: String)
        /// The table is missing.
        case noTable
    }

    package var projection: String
    package var table: String
    /// The key of the row.
    package var row: String
    package var kind: Kind
}

extension ProjectionEngine {
    /// Rebuilds projections in temporary tables and compares them row by row with the stored ones.
    ///
    /// Call it inside `EventStore.read`, so that both are at the same position. Returns the first `limit` differences.
    /// O(events).
    package func check(
        _ names: Set<String>, limit: Int = 20, progress: (Int64) -> Void
    ) throws -> (report: ReplayReport, differences: [RowDifference]) {
        let rows: [String: Registry.Row] = try registry.rows()
        let report = try buildTemporary(names, through: try store.end().position, progress: progress)
        var differences: [RowDifference] = []
        for projector in ProjectionSet.all where names.contains(projector.name) {
            guard let standing = rows[projector.name] else {
                // Projections are first written with the first event.
                if report.position == 0 { continue }
                differences.append(
                    RowDifference(projection: projector.name, table: projector.name, row: "", kind: .noTable))
                continue
            }
            if let stale = registered(projector, standing, report.position) { differences.append(stale) }
            guard standing.version == projector.version else { continue }
            for table in projector.tables where differences.count < limit {
                try compare(projector.name, table, standing.slot, limit, &differences)
            }
        }
        return (report, Array(differences.prefix(limit)))
    }

    /// The difference in the registry, if it has another version or position than expected.
    private func registered(
        _ projector: any Projector.Type, _ row: Registry.Row, _ position: Int64
    ) -> RowDifference? {
        let column: (name: String, found: Int64, expected: Int64)
        if row.version != projector.version {
            column = ("version", row.version, projector.version)
        } else if row.position != position {
            column = ("position", row.position, position)
        } else {
            return nil
        }
        return RowDifference(
            projection: projector.name, table: "projection", row: "name \(projector.name)",
            kind: .changed(column: column.name, found: "\(column.found)", expected: "\(column.expected)"))
    }

    private func compare(
        _ projection: String, _ table: TableDefinition, _ slot: Slot, _ limit: Int, _ found: inout [RowDifference]
    ) throws {
        let live = "main.\(table.name)_\(slot.rawValue)"
        let built = "temp.\(table.name)_\(slot.other.rawValue)"
        guard try exists(table.name + "_" + slot.rawValue) else {
            found.append(RowDifference(projection: projection, table: table.name, row: "", kind: .noTable))
            return
        }
        let key: String = table.key.joined(separator: ", ")
        let sql = """
            SELECT * FROM (SELECT 1 AS side_, * FROM (SELECT * FROM \(live) EXCEPT SELECT * FROM \(built))
                UNION ALL SELECT 2, * FROM (SELECT * FROM \(built) EXCEPT SELECT * FROM \(live)))
            ORDER BY \(key), side_ LIMIT \(limit * 2 + 1)
            """
        let statement = try Statement.preparing(sql, on: store.connection)
        var pending: [String?]?
        let names: [String] = (1..<statement.columnCount).map { statement.columnName($0) }
        func row(_ values: [String?]) -> String {
            table.key.map { name in
                "\(name) \(names.firstIndex(of: name).flatMap { values[$0] } ?? "NULL")"
            }.joined(separator: ", ")
        }
        func add(_ values: [String?], _ kind: RowDifference.Kind) {
            found.append(RowDifference(projection: projection, table: table.name, row: row(values), kind: kind))
        }
        while found.count < limit, try statement.step() {
            let values: [String?] = (1..<statement.columnCount).map { Self.text(statement, $0) }
            if statement.int64(0) == 1 {
                if let extra = pending { add(extra, .extra) }
                pending = values
            } else if let live = pending, row(live) == row(values) {
                for (index, name) in names.enumerated() where live[index] != values[index] {
                    add(
                        values,
                        .changed(column: name, found: live[index] ?? "NULL", expected: values[index] ?? "NULL"))
                }
                pending = nil
            } else {
                if let extra = pending { add(extra, .extra) }
                pending = nil
                add(values, .missing)
            }
        }
        if let extra = pending, found.count < limit { add(extra, .extra) }
    }

    private func exists(_ table: String) throws -> Bool {
        let statement = try store.connection.statement("SELECT 1 FROM main.sqlite_schema WHERE name = ?1")
        statement.bind(1, table)
        defer { statement.reset() }
        return try statement.step()
    }

    /// As text; BLOBs in hexadecimal.
    private static func text(_ statement: Statement, _ column: Int32) -> String? {
        if statement.isNull(column) { return nil }
        guard statement.isBlob(column) else { return statement.string(column) }
        return Hexadecimal.text(statement.blobBytes(column))
    }
}
