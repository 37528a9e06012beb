internal import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// Takes one message in as it happens, through the same routes as an import. What it opens, wakes or takes up again
    /// is recorded with it.
    func capture(_ message: SourceMessage, _ passed: PassedCommand, _ session: Session) throws -> CommandReceipt {
        if message.kind == .repost {
            throw Refusal(.nothingChanged, nil, "a repost opens no case (T1); nothing was recorded")
        }
        if message.text.allSatisfy(\.isWhitespace) {
            throw Refusal(.needsText, nil, "a message has words; say what was written")
        }
        let head: Int64 = session.transaction.head
        let cases: CaseProjector = session.projections.cases
        let keyed: KeyedMessage = keys.keyed(message)
        var router = MessageRouter(session: session, origin: .live, tracking: trackingCode)
        router.house = passed.context
        if try router.take(keyed) == .idOfAnother {
            throw Refusal(
                .keyTaken, passed.subject?.number,
                "another author's message on \(message.channel) has this id; an id belongs to one message, so check the id "
                    + "and the author")
        }
        let last: Int64 = session.transaction.head
        let number: CaseNumber? = try number(holding: keyed.key).map { try cases.survivor(of: $0) }
        let state: CaseState? = try number.flatMap { try cases.combined($0) }
        guard last > head else {
            let receipt: CommandReceipt = try repeated(keyed.key, state, at: last)
            try refuseIfLost(passed.context, receipt)
            return receipt
        }
        let after: CaseSummary = state.map { CaseSummary(of: $0) } ?? .nothing
        let before: CaseSummary? = passed.subject.flatMap { $0.number == number ? CaseSummary(of: $0) : nil }
        return CommandReceipt(
            number: number, positions: (head + 1)...last, types: try types((head + 1)...last),
            version: state?.position.rawValue,
            changes: number == nil ? [] : CaseSummary.changes(from: before, to: after), tracking: state?.tracking)
    }

    /// Who sends what stands on a network again may say more of it than was recorded: nobody's words get lost unsaid.
    func refuseIfLost(_ context: CommandContext, _ receipt: CommandReceipt) throws {
        let given: [String] = [context.note, context.override].compactMap(\.self).filter { !$0.isEmpty }
        if given.isEmpty { return }
        var kept: Set<String> = []
        for position in receipt.positions {
            guard let content = try content(at: Position(position)) else { continue }
            kept.formUnion([content.text, content.note, content.override].compactMap(\.self))
        }
        if kept.isEmpty || kept.isSuperset(of: given) { return }
        throw Refusal(
            .nothingChanged, receipt.number,
            "it was recorded before, at position \(receipt.positions.lowerBound), without these words of the house; nothing "
                + "was recorded now: "
                + (receipt.number.map { "`cmcase case note \($0)` adds them" } ?? "send it without them"))
    }

    /// The same message again: where it was recorded.
    private func repeated(_ key: SourceKey, _ state: CaseState?, at last: Int64) throws -> CommandReceipt {
        let batch = try store.batch(of: IdempotencyKey(high: key.high, low: key.low))
        let positions: ClosedRange<Int64> = batch.map { $0.first...($0.first + $0.count - 1) } ?? last...last
        return CommandReceipt(
            number: state?.number, positions: positions, types: try types(positions),
            version: state?.position.rawValue, changes: [], wasKnown: true, tracking: state?.tracking)
    }
}
