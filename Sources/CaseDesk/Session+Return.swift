internal import CaseModel
internal import EventStore
internal import Projections

extension Session {
    /// Takes an ended case up again where a message that is later than the end turns out to be no thanks: after it was judged
    /// anew. O(messages), where the case has ended.
    ///
    /// - Returns: what was recorded for it.
    @discardableResult
    func takeUpAgain(_ number: CaseNumber, causation: Int64?) throws -> [Decision] {
        guard let own = try projections.cases.state(of: number), own.lifecycle != .open,
            let state = try projections.cases.combined(number)
        else { return [] }
        let decisions = CaseDecider.returned(in: state)
        if decisions.isEmpty { return [] }
        try record(decisions, by: Actor(.system, "intake"), causation: causation)
        return decisions
    }
}
