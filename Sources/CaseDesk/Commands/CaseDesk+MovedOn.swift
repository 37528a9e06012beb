internal import CaseModel
internal import EventStore

extension CaseDesk {
    /// Refuses a command of somebody who decided on an older state than the case has, and tells what happened since.
    /// O(events of the case) where it is refused, else O(1).
    func refuseIfMovedOn(_ state: CaseState, _ expecting: Int64?) throws {
        guard let expecting, state.version != expecting else { return }
        let number: CaseNumber = state.number
        guard expecting < state.version else {
            throw Refusal(
                .movedOn, number,
                "case \(number) is at version \(state.version), and \(expecting) is yet to come; look at it again")
        }
        throw Refusal(
            .movedOn, number,
            "case \(number) moved on from version \(expecting) to \(state.version): "
                + (try since(expecting, number)) + "; look at it again, then decide")
    }

    /// The events of a case past a version, each with who recorded it: the newest five.
    private func since(_ version: Int64, _ number: CaseNumber) throws -> String {
        var what = ReadSpecification()
        what.stream = StreamName.case(number).description
        var events: [String] = []
        try store.forEachEvent(what) { row in
            if row.version > version { events.append("\(row.type) by \(row.actor) at #\(row.position)") }
            return true
        }
        let shown: String = events.suffix(5).joined(separator: ", ")
        return events.count > 5 ? "\(events.count - 5) earlier, \(shown)" : shown
    }
}
