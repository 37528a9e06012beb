internal import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// Refuses a command of somebody who decided on an older state than the case has, and tells what happened since, in
    /// whichever of the streams that the case is made of. O(events of the case) where it is refused, else O(1).
    ///
    /// - Parameter state: the case as it goes on; nil for a command that is about no one case.
    func refuseIfMovedOn(_ state: CaseState?, _ expecting: Int64?, _ session: Session) throws {
        guard let expecting else { return }
        guard let state else {
            throw Refusal(
                .noSuchCase, nil,
                "version \(expecting) is expected, and this is about no case that is there yet; leave expecting out")
        }
        let (number, version): (CaseNumber, Int64) = (state.number, state.position.rawValue)
        if version == expecting { return }
        guard expecting < version else {
            let isToCome: Bool = expecting > session.transaction.head
            throw Refusal(
                .movedOn, number,
                "case \(number) is at version \(version), and \(expecting) "
                    + (isToCome ? "is yet to come" : "is none of its own any more") + "; look at it again")
        }
        let since: String = try self.since(expecting, number, session)
        throw Refusal(
            .movedOn, number,
            "case \(number) moved on from version \(expecting) to \(version): \(since); look at it again, then decide")
    }

    /// The events of a case past a version, each with who recorded it: the newest five.
    private func since(_ version: Int64, _ number: CaseNumber, _ session: Session) throws -> String {
        let cases: CaseProjector = session.projections.cases
        guard let own = try cases.state(of: number) else { return "" }
        var events: [(position: Int64, text: String)] = []
        for stream in try CaseWhole(of: own, { try cases.state(of: $0) }).streams {
            var what = ReadSpecification()
            what.stream = StreamName.case(stream).description
            what.after = version
            try store.forEachEvent(what) { row in
                events.append((row.position, "\(row.type) by \(row.actor) at #\(row.position)"))
                return true
            }
        }
        events.sort { $0.position < $1.position }
        let shown: String = events.suffix(5).map(\.text).joined(separator: ", ")
        return events.count > 5 ? "\(events.count - 5) earlier, \(shown)" : shown
    }
}
