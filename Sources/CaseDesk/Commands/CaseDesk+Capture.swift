internal import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// Takes one message in as it happens, through the same routes as an import. What it opens, wakes or takes up again
    /// is recorded with it.
    func capture(_ message: SourceMessage, _ session: Session) throws -> CommandReceipt {
        if message.kind == .repost {
            throw Refusal(.nothingChanged, nil, "a repost opens no case (T1); nothing was recorded")
        }
        try CaseDecider.refuseIfInTheFuture(message.occurredAt, now: session.now)
        let head: Int64 = session.transaction.head
        let cases: CaseProjector = session.projections.cases
        let keyed: KeyedMessage = keys.keyed(message)
        let answered: CaseNumber? = try number(holding: keyed.parent ?? keyed.key).map { try cases.survivor(of: $0) }
        let before: CaseSummary? = try answered.flatMap { try cases.combined($0) }.map { CaseSummary(of: $0) }
        var router = MessageRouter(session: session, origin: .live, tracking: newTrackingCode)
        _ = try router.take(keyed)
        let last: Int64 = session.transaction.head
        let number: CaseNumber? = try number(holding: keyed.key).map { try cases.survivor(of: $0) }
        let state: CaseState? = try number.flatMap { try cases.combined($0) }
        guard last > head else { return try repeated(keyed.key, state, at: last) }
        let after: CaseSummary = state.map { CaseSummary(of: $0) } ?? .nothing
        return CommandReceipt(
            number: number, positions: (head + 1)...last, types: try types((head + 1)...last), version: state?.version,
            changes: number == nil ? [] : CaseSummary.changes(from: number == answered ? before : nil, to: after))
    }

    /// The same message again: where it was recorded.
    private func repeated(_ key: SourceKey, _ state: CaseState?, at last: Int64) throws -> CommandReceipt {
        let batch = try store.batch(of: IdempotencyKey(high: key.high, low: key.low))
        let positions: ClosedRange<Int64> = batch.map { $0.first...($0.first + $0.count - 1) } ?? last...last
        return CommandReceipt(
            number: state?.number, positions: positions, types: try types(positions), version: state?.version,
            changes: [], wasKnown: true)
    }
}
