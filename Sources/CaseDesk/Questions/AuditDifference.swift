package import CaseModel
internal import EventStore
internal import Projections

/// What became different in the state of a case between two moments of the log.
package struct AuditDifference: Sendable {
    /// The case that was asked for.
    package var asked: CaseNumber
    /// The case it goes on in, at the first moment and at the second; nil while it was not there yet.
    package var before: CaseNumber?
    package var after: CaseNumber
    /// The last positions of the log that the two states rest on.
    package var from: Position
    package var to: Position
    /// The events of the case, and of cases it absorbed, between them.
    package var events: [Position]
    /// What differs, by the names that reports use.
    package var changes: [AuditTrail.Change]
}

extension CaseDesk {
    /// Compares the state of a case at two moments. O(events of the case).
    ///
    /// - Throws: `DeskError.refused` where there is no such case at the second, `DeskError.input` where the second lies
    ///   before the first.
    package func difference(of reference: CaseReference, from: Horizon, to: Horizon) throws -> AuditDifference {
        let (first, last) = try read { (try position(of: from), try position(of: to)) }
        if last < first {
            throw DeskError.input(
                "the second of the two moments lies before the first; name the earlier one first (a time counts by when "
                    + "events were recorded, not by when they happened)")
        }
        let trail: AuditTrail = try audit(reference, .until(Position(last)))
        return try read {
            let before: CaseState? = try goesOn(trail.asked, through: first)
            guard let after = try goesOn(trail.asked, through: last) else {
                throw DeskError.refused(Refusal(.noSuchCase, trail.asked, "case \(trail.asked) was not there yet"))
            }
            var changes: [AuditTrail.Change] = CaseSummary.changes(
                from: before.map { CaseSummary(of: $0) }, to: CaseSummary(of: after))
            if let before, before.number != after.number {
                changes.insert(.init(field: "case", before: "\(before.number)", after: "\(after.number)"), at: 0)
            }
            return AuditDifference(
                asked: trail.asked, before: before?.number, after: after.number, from: Position(first),
                to: Position(last), events: trail.steps.map(\.position).filter { $0.rawValue > first },
                changes: changes)
        }
    }

    /// The state of the case in which a case goes on, through a position; nil where it was not there by then.
    private func goesOn(_ number: CaseNumber, through last: Int64) throws -> CaseState? {
        let loader = CaseLoader(store: store)
        var number: CaseNumber = number
        while let next = try loader.state(of: number, through: last)?.mergedInto { number = next }
        return try loader.combined(number, through: last)
    }
}
