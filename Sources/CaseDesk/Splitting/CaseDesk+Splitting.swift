package import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// Splits messages of a case off into a case of their own. Durable when it returns. O(messages of the case).
    ///
    /// - Parameter mentions: the messages, by channel and the network's id.
    /// - Returns: what was recorded, with the number of the new case.
    /// - Throws: `DeskError.refused` with the reason, and nothing is written.
    package func split(
        _ reference: CaseReference, off mentions: [CaseReference], reason: String?, _ context: CommandContext,
        by actor: Actor, key: String? = nil
    ) throws -> CommandReceipt {
        try write(by: actor, now: clock()) { session in
            try split(reference, off: mentions, reason: reason, context, session, key: commandKey(key))
        }
    }

    func split(
        _ reference: CaseReference, off mentions: [CaseReference], reason: String?, _ context: CommandContext,
        _ session: Session, key: CommandKey?
    ) throws -> CommandReceipt {
        let identity = CommandIdentity(
            ["split", reference.description] + mentions.map(\.description), words: [reason], context)
        if let positions = try recorded(under: key, identity),
            let stream = try store.stream(at: positions.lowerBound), case .case(let number) = StreamName(stream)
        {
            return CommandReceipt(
                number: number, positions: positions, types: try types(positions), changes: [], wasKnown: true)
        }
        let cases: CaseProjector = session.projections.cases
        let number: CaseNumber = try cases.survivor(of: number(of: reference))
        guard let own = try cases.state(of: number) else {
            throw Refusal(.noSuchCase, number, "there is no case \(number); `cmcase cases` lists those there are")
        }
        var wanted: [SourceKey] = []
        for mention in mentions {
            guard case .message(let channel, let id) = mention else {
                throw Refusal(.malformed, number, "a mention is named by channel:message, as in twitter:123")
            }
            wanted.append(keys.message(channel, id))
        }
        let homes: [SourceKey: CaseNumber] = try wanted.reduce(into: [:]) { $0[$1] = try self.number(holding: $1) }
        var members: Set<CaseNumber> = [number]
        let whole = try CaseWhole(of: own) { absorbed in
            let state: CaseState? = try cases.state(of: absorbed)
            if state?.mergedInto != nil { members.insert(absorbed) }
            return state
        }
        try refuseUnknownRule(context, of: whole.state)
        let beginning = SplitDecider.Beginning(
            number: CaseNumber(try cases.lastNumber().rawValue + 1), tracking: newTrackingCode())
        let decisions = try SplitDecider.split(
            whole.state, off: wanted, as: beginning, homes: homes, members: members, reason: reason, context)
        guard let first = try session.record(decisions, key: key?.key) else {
            throw DeskError.store(StoreError(.damaged, path: store.path))
        }
        try keep(key, identity, for: first...(first + Int64(decisions.count) - 1), session)
        let after = try cases.combined(beginning.number).map { CaseSummary(of: $0) } ?? .nothing
        return CommandReceipt(
            number: beginning.number, positions: first...(first + Int64(decisions.count) - 1),
            types: decisions.map(\.event.type), changes: CaseSummary.changes(from: nil, to: after))
    }
}
