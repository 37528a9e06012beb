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
        by actor: Actor, key: String? = nil, expecting: Int64? = nil
    ) throws -> CommandReceipt {
        try send(
            Split(reference: reference, mentions: mentions, reason: reason), context, by: actor, key: key,
            expecting: expecting)
    }
}

/// Splitting messages off into a case of their own.
struct Split {
    var reference: CaseReference
    /// By channel and the network's id.
    var mentions: [CaseReference]
    var reason: String?
}

extension Split: HouseCommand {
    func identity(_ context: CommandContext) -> CommandIdentity {
        CommandIdentity(["split", reference.description] + mentions.map(\.description), words: [reason], context)
    }

    func subject(_ desk: CaseDesk, _ session: Session) throws -> CaseState? { try desk.goingOn(reference, session) }

    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> CommandReceipt? {
        try desk.known(positions, session)
    }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> CommandReceipt {
        let cases: CaseProjector = session.projections.cases
        guard let subject = passed.subject, let own = try cases.state(of: subject.number) else {
            throw DeskError.store(StoreError(.damaged, path: desk.store.path))
        }
        var wanted: [SourceKey] = []
        for mention in mentions {
            guard case .message(let channel, let id) = mention else {
                throw Refusal(.malformed, own.number, "a mention is named by channel:message, as in twitter:123")
            }
            wanted.append(desk.keys.message(channel, id))
        }
        let homes: [SourceKey: CaseNumber] = try wanted.reduce(into: [:]) { $0[$1] = try desk.number(holding: $1) }
        var members: Set<CaseNumber> = [own.number]
        let whole = try CaseWhole(of: own) { absorbed in
            let state: CaseState? = try cases.state(of: absorbed)
            if state?.mergedInto != nil { members.insert(absorbed) }
            return state
        }
        let new = CaseNumber(try cases.lastNumber().rawValue + 1)
        let beginning = SplitDecider.Beginning(number: new, tracking: desk.trackingCode(of: new))
        let decisions = try SplitDecider.split(
            whole.state, off: wanted, as: beginning, homes: homes, members: members, reason: reason, passed.context)
        let positions: ClosedRange<Int64> = try session.record(decisions, passed)
        let after: CaseState = try desk.state(of: beginning.number, session)
        return CommandReceipt(
            number: beginning.number, positions: positions, types: decisions.map(\.event.type),
            version: after.position.rawValue, changes: CaseSummary.changes(from: nil, to: CaseSummary(of: after)))
    }
}
