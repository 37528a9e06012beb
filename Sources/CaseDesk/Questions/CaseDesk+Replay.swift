package import CaseModel
internal import EventStore
package import Projections

/// What a replay found or did.
package struct ReplayOutcome: Sendable {
    package var report: ReplayReport
    /// The first differences between the rows on file and what the log says; empty where nothing was compared.
    package var differences: [RowDifference] = []
    /// How many cases are in which state, as of the last event folded.
    package var statuses: [(status: CaseStatus, cases: Int64)] = []
}

extension CaseDesk {
    /// The projections there are, by name.
    package static var projectionNames: [String] { ProjectionSet.all.map { $0.name } }

    /// Builds projections anew from the log and puts them in the place of those on file, in one transaction.
    package func replay(_ names: Set<String>, progress: (Int64, Int64) -> Void) throws -> ReplayOutcome {
        do {
            let report = try store.write { transaction in
                try engine.rebuild(names, transaction) { progress($0, transaction.head) }
            }
            return ReplayOutcome(report: report, statuses: names.contains(CaseProjector.name) ? try statuses() : [])
        } catch {
            engine.forget()
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// Builds projections beside those on file and compares row by row; changes nothing.
    package func checkReplay(_ names: Set<String>, progress: (Int64, Int64) -> Void) throws -> ReplayOutcome {
        try read {
            defer { try? engine.dropTemporary() }
            let end: Int64 = try store.end().position
            let (report, differences) = try engine.check(names) { progress($0, end) }
            return ReplayOutcome(report: report, differences: differences)
        }
    }

    /// Builds projections as of a horizon in temporary tables; changes nothing.
    package func replay(
        _ names: Set<String>, through horizon: Horizon, progress: (Int64, Int64) -> Void
    ) throws -> ReplayOutcome {
        try read {
            defer { try? engine.dropTemporary() }
            let end: Int64 = try position(of: horizon)
            let report = try engine.buildTemporary(names, through: end) { progress($0, end) }
            return ReplayOutcome(report: report, statuses: names.contains(CaseProjector.name) ? try statuses() : [])
        }
    }

    private func statuses() throws -> [(status: CaseStatus, cases: Int64)] {
        let counts: [CaseStatus: Int64] = try CaseRows(store).statuses()
        return CaseStatus.allCases.compactMap { status in counts[status].map { (status, $0) } }
    }
}
