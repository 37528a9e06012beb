package import EventStore
internal import SQLite

/// The result of a replay.
package struct ReplayReport: Hashable, Sendable {
    /// Events folded.
    package var events: Int64
    /// The last event.
    package var position: Int64
    package var rows: [RowCount]

    /// The number of rows in the first table of a projection.
    package struct RowCount: Hashable, Sendable {
        package var projection: String
        package var rows: Int64
    }
}

extension ProjectionEngine {
    /// Rebuilds projections in their other slots and switches to them in this transaction.
    ///
    /// One pass over the log in bounded memory. Until the commit, readers see the old rows; after a kill they are still
    /// there.
    package func rebuild(
        _ names: Set<String>, _ transaction: WriteTransaction, progress: (Int64) -> Void
    ) throws -> ReplayReport {
        forget()
        let rows: [String: Registry.Row] = try registry.rows()
        let wanted: [any Projector.Type] = ProjectionSet.all.filter { names.contains($0.name) }
        // Projections contain no personal data, so freed pages need no overwriting.
        try store.connection.execute("PRAGMA secure_delete = OFF")
        defer { try? store.connection.execute("PRAGMA secure_delete = ON") }
        var slots: [String: Slot] = [:]
        for projector in wanted {
            let slot: Slot = rows[projector.name]?.slot.other ?? .a
            slots[projector.name] = slot
            // Drop the old rows first, so that the new ones reuse their pages. Readers see the snapshot before this
            // transaction, old rows included.
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

    /// Builds projections as of a committed position in temporary tables. This connection's queries see them until
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

    /// Drops the temporary tables, so that this connection sees the stored rows again.
    package func dropTemporary() throws {
        for projector in ProjectionSet.all { try registry.dropTemporary(projector) }
    }

    /// The unused slots, so that temporary tables never have the name of stored ones.
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
