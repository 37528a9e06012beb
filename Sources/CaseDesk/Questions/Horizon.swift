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
                let isReadable: Bool = try horizon == .now && engine.isReadable()
                if isReadable { return try question(position) }
                defer { try? engine.dropTemporary() }
                let names = Set(ProjectionSet.all.map { $0.name })
                _ = try engine.buildTemporary(names, through: position, progress: { _ in })
                return try question(position)
            }
        } catch {
            throw DeskError(error, path: store.path) ?? error
        }
    }
}
