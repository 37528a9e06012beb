package import CaseModel
internal import EventStore
internal import Projections

/// Up to where the log is believed: what we knew at a moment, or at a position.
package enum Horizon: Hashable, Sendable {
    /// All of it.
    case now
    /// Through a position.
    case until(Position)
    /// What was recorded at or before a moment.
    case asOf(Timestamp)
}

extension CaseDesk {
    /// The last position within a horizon. O(log n).
    func position(of horizon: Horizon) throws -> Int64 {
        let end: Int64 = try store.end().position
        switch horizon {
        case .now: return end
        case .until(let position): return min(position.rawValue, end)
        case .asOf(let moment): return try store.lastPosition(recordedBy: moment.microseconds)
        }
    }

    /// Runs a question on the projections as of a horizon, on one unchanging view of the store.
    ///
    /// For the present the rows on file are read; for the past, or where the rows are another version's, they are built
    /// in temporary tables first, O(events).
    func ask<R>(_ horizon: Horizon, _ question: (_ position: Int64) throws -> R) throws -> R {
        do {
            return try store.read {
                let position: Int64 = try position(of: horizon)
                if try horizon == .now && engine.isReadable() { return try question(position) }
                return try withTemporaryRows(through: position) { try question(position) }
            }
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// Runs a step that needs the present rows, inside a command or a question that may rest on the log alone: what finds
    /// a case by its tracking code, for example. Where the rows can't be read they are built in temporary tables first.
    func onRows<R>(_ step: () throws -> R) throws -> R {
        if try hasRows || engine.isReadable() { return try step() }
        return try withTemporaryRows(through: store.end().position, step)
    }

    private func withTemporaryRows<R>(through position: Int64, _ body: () throws -> R) throws -> R {
        hasRows = true
        defer {
            hasRows = false
            try? engine.dropTemporary()
        }
        let names = Set(ProjectionSet.all.map { $0.name })
        _ = try engine.buildTemporary(names, through: position, progress: { _ in })
        return try body()
    }
}
