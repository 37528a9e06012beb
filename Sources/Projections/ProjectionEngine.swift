internal import CaseModel
package import EventStore
internal import SQLite
internal import Threads

/// Keeps a store's projections up to date with its log, and rebuilds them.
///
/// Recording and replay use the same fold, `ProjectionSet.apply`.
package final class ProjectionEngine {
    let store: EventStore
    let registry: Registry
    let decoder: EventDecoder
    let limits: FoldLimits
    private var standing: (rows: [String: Registry.Row], set: ProjectionSet)?

    package init(store: EventStore, decoder: EventDecoder = EventDecoder(), limits: FoldLimits = FoldLimits()) {
        self.store = store
        self.decoder = decoder
        self.limits = limits
        registry = Registry(connection: store.connection)
    }

    /// The projections, caught up with the log. Call it inside a write transaction, before deciding.
    ///
    /// Cached state is dropped if somebody else has written. O(events since), O(log n) if there are none.
    package func current(_ transaction: WriteTransaction) throws -> ProjectionSet {
        var rows: [String: Registry.Row] = try registry.rows()
        let set: ProjectionSet
        if let standing, standing.rows == rows {
            set = standing.set
        } else {
            let names: Set<String> = try registry.tablesAndViews()
            for projector in ProjectionSet.all where !isUsable(projector, rows[projector.name], names) {
                try rebuildEmpty(projector, &rows)
            }
            set = ProjectionSet(
                store: store, slots: rows.mapValues(\.slot), decoder: decoder, limits: limits,
                position: try settle(&rows))
        }
        if set.position < transaction.head { try catchUp(set, through: transaction.head) }
        standing = (rows, set)
        return set
    }

    /// Writes pending rows and the position; the last step of a write transaction.
    package func finish(_ set: ProjectionSet) throws {
        // Flush last: with the background writer nothing then waits for these rows.
        try registry.advance(to: set.position)
        standing = (try registry.rows(), set)
        try set.flush()
    }

    /// Drops cached state after a rollback.
    package func forget() {
        standing?.set.discard(to: 0)
        standing = nil
    }

    /// Whether the stored projections can be read as they are: all present, of this program's versions, and at the end
    /// of the log.
    package func isReadable() throws -> Bool {
        let rows: [String: Registry.Row] = try registry.rows()
        let head: Int64 = try store.end().position
        return try areUsable(rows) && rows.values.allSatisfy { $0.position == head }
    }

    // MARK: Steps

    private func areUsable(_ rows: [String: Registry.Row]) throws -> Bool {
        let names: Set<String> = try registry.tablesAndViews()
        return ProjectionSet.all.allSatisfy { isUsable($0, rows[$0.name], names) }
    }

    /// Whether a projection has this program's version, and its tables and views exist.
    private func isUsable(_ projector: any Projector.Type, _ row: Registry.Row?, _ names: Set<String>)
        -> Bool
    {
        guard let row, row.version == projector.version else { return false }
        return projector.tables.allSatisfy { table in
            names.contains(table.name) && names.contains("\(table.name)_\(row.slot.rawValue)")
        }
    }

    private func rebuildEmpty(_ projector: any Projector.Type, _ rows: inout [String: Registry.Row]) throws {
        let slot: Slot = rows[projector.name]?.slot.other ?? .a
        try registry.createTables(of: projector, in: slot, temporary: false)
        try registry.createIndexes(of: projector, in: slot)
        try registry.point(projector, at: slot, temporary: false)
        if let old = rows[projector.name]?.slot {
            for table in projector.tables { try registry.dropTable(table, in: old, temporary: false) }
        }
        let row = Registry.Row(version: projector.version, slot: slot, position: 0)
        try registry.set(projector.name, row)
        rows[projector.name] = row
    }

    /// Catches up projections at different positions to the highest of them.
    private func settle(_ rows: inout [String: Registry.Row]) throws -> Int64 {
        let furthest: Int64 = rows.values.map(\.position).max() ?? 0
        for (name, row) in rows where row.position < furthest {
            let behind = ProjectionSet(
                store: store, slots: [name: row.slot], decoder: decoder, limits: limits, position: row.position)
            try catchUp(behind, through: furthest)
            try behind.flush()
            var settled = row
            settled.position = furthest
            try registry.set(name, settled)
            rows[name] = settled
        }
        return furthest
    }

    /// Folds the events after a set's position. Bounded memory: flushes every `eventsBetweenFlushes` events.
    func catchUp(_ set: ProjectionSet, through last: Int64, progress: (Int64) -> Void = { _ in }) throws {
        var pending = 0
        try store.forEachFoldRow(after: set.position, through: last) { row in
            let expected: Int64 = set.position + 1
            guard row.position == expected else {
                throw ReplayError.gap(expected: Position(expected), found: Position(row.position))
            }
            let (event, stream, moment) = try decoder.decode(row)
            try set.apply(event, in: stream, moment)
            pending += 1
            if pending == limits.eventsBetweenFlushes {
                pending = 0
                try set.flush()
                progress(set.position)
            }
        }
    }

    /// Folds the log into an empty set, with background threads if it is long enough. The caller flushes at the end.
    ///
    /// - Parameter committed: the last position that other connections see.
    func build(
        _ set: ProjectionSet, through last: Int64, committed: Int64, progress: (Int64) -> Void
    ) throws {
        let ahead: Int64 = min(last, committed)
        if ahead >= limits.worthASecondCore {
            let folding: Prefetch<FoldAhead.Block> = FoldAhead(
                path: store.path, storeID: store.id, after: set.position, through: ahead, decoder: decoder,
                limits: limits,
                foldsCases: set.hasCases
            ).start()
            defer { folding.cancel() }
            while let block = try folding.next() {
                try set.take(block)
                progress(set.position)
            }
        }
        try catchUp(set, through: last, progress: progress)
    }
}
