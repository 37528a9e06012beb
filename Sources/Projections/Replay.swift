package import EventStore
internal import SQLite

/// What a replay did.
package struct ReplayReport: Hashable, Sendable {
    /// Events folded.
    package var events: Int64
    /// The last of them.
    package var position: Int64
    /// Rows by projection, in the order of the projections.
    package var rows: [RowCount]

    /// How many rows the first table of a projection has: cases, persons, messages that wait, imports.
    package struct RowCount: Hashable, Sendable {
        package var projection: String
        package var rows: Int64
    }
}

extension ProjectionEngine {
    /// Rebuilds projections beside those that stand and switches to them in one transaction.
    ///
    /// One pass over the log in bounded memory. Until the end, readers see the old rows; a kill leaves them standing.
    package func rebuild(
        _ names: Set<String>, _ transaction: WriteTransaction, progress: (Int64) -> Void
    ) throws -> ReplayReport {
        forget()
        let rows: [String: Registry.Row] = try registry.rows()
        let wanted: [any Projector.Type] = ProjectionSet.all.filter { names.contains($0.name) }
        // A projection's rows hold nothing personal, so the pages of the old ones need no overwriting.
        try store.connection.execute("PRAGMA secure_delete = OFF")
        defer { try? store.connection.execute("PRAGMA secure_delete = ON") }
        var slots: [String: Slot] = [:]
        for projector in wanted {
            let slot: Slot = rows[projector.name]?.slot.other ?? .a
            slots[projector.name] = slot
            // The old rows go first, so that the new ones find room in their pages: who reads meanwhile sees the store as
            // it was before this transaction, the old rows included.
            for table in projector.tables { try registry.dropTable(table, in: slot.other, temporary: false) }
            try registry.createTables(of: projector, in: slot, temporary: false)
        }
        let set = ProjectionSet(store: store, slots: slots, decoder: decoder, limits: limits, position: 0)
        try build(set, through: transaction.head, committed: transaction.start, progress: progress)
        try set.flush()
        for projector in wanted {
            guard let slot = slots[projector.name] else { continue }
            try registry.createIndexes(of: projector, in: slot)
            try registry.point(projector, at: slot, temporary: false)
            try registry.set(
                projector.name, Registry.Row(version: projector.version, slot: slot, position: set.position))
        }
        return ReplayReport(events: set.position, position: set.position, rows: try count(wanted))
    }

    /// Builds the projections as of a committed position in temporary tables, and makes this connection's questions see them until
    /// `dropTemporary`.
    package func buildTemporary(
        _ names: Set<String>, through position: Int64, progress: (Int64) -> Void
    ) throws -> ReplayReport {
        let wanted: [any Projector.Type] = ProjectionSet.all.filter { names.contains($0.name) }
        let slots: [String: Slot] = try temporarySlots(wanted)
        for projector in wanted {
            try registry.createTables(of: projector, in: slots[projector.name] ?? .a, temporary: true)
        }
        let set = ProjectionSet(store: store, slots: slots, decoder: decoder, limits: limits, position: 0)
        try build(set, through: position, committed: position, progress: progress)
        try set.flush()
        for projector in wanted { try registry.point(projector, at: slots[projector.name] ?? .a, temporary: true) }
        return ReplayReport(events: set.position, position: set.position, rows: try count(wanted))
    }

    /// Takes the temporary tables away, so that this connection sees again what stands, and nothing is written into them.
    package func dropTemporary() throws {
        for projector in ProjectionSet.all { try registry.dropTemporary(projector) }
    }

    /// The slot that does not stand: temporary tables there can't be mistaken for those on file.
    func temporarySlots(_ projectors: [any Projector.Type]) throws -> [String: Slot] {
        let rows: [String: Registry.Row] = try registry.rows()
        return Dictionary(
            uniqueKeysWithValues: projectors.map { ($0.name, rows[$0.name]?.slot.other ?? .a) })
    }

    private func count(_ projectors: [any Projector.Type]) throws -> [ReplayReport.RowCount] {
        try projectors.map { projector in
            var rows: Int64 = 0
            for table in projector.tables.prefix(1) {
                let statement = try store.connection.statement("SELECT count(*) FROM \(table.name)")
                defer { statement.reset() }
                if try statement.step() { rows += statement.int64(0) }
            }
            return ReplayReport.RowCount(projection: projector.name, rows: rows)
        }
    }
}
