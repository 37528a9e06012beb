internal import CaseModel
internal import EventStore
internal import Intake
internal import Projections

/// Commands on cases, merges and messages that are taken in.
extension DeskCommand: HouseCommand {
    /// A reply that stands on a network is known by its id there, whoever tells us of it first.
    var networkKey: SourceKey? {
        guard case .onCase(_, .reply(let reply), _) = self else { return nil }
        return reply.key
    }

    var happenedAt: [Timestamp] {
        guard case .capture(let message) = self else { return [] }
        return [message.occurredAt]
    }

    func subject(_ desk: CaseDesk, _ session: Session) throws -> CaseState? {
        let cases: CaseProjector = session.projections.cases
        switch self {
        case .onCase(let reference, _, _): return try desk.goingOn(reference, session)
        case .merge(_, let into, _): return try desk.goingOn(into, session)
        case .unmerge(let from, let into, _):
            let from: CaseState = try desk.state(of: desk.number(of: from, session), session)
            guard let number = try into.map({ try desk.number(of: $0, session) }) ?? from.mergedInto else {
                throw Refusal(
                    .notMerged, from.number,
                    "case \(from.number) goes on by itself: it was not merged into another; there is nothing to take back"
                )
            }
            return try desk.state(of: number, session)
        case .capture(let message):
            let keyed: KeyedMessage = desk.keys.keyed(message)
            let number: CaseNumber? = try desk.number(holding: keyed.parent ?? keyed.key)
            return try number.map { try cases.survivor(of: $0) }.flatMap { try cases.combined($0) }
        }
    }

    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> CommandReceipt? {
        // A message that is taken in again is known by its own id, and told by where it is now.
        if case .capture = self { return nil }
        if case .onCase(let reference, .reply(let reply), _) = self, reply.key != nil {
            return try desk.known(reply, to: reference, positions, context, session)
        }
        return try desk.known(positions, session)
    }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> CommandReceipt {
        let context: CommandContext = passed.context
        if case .capture(let message) = self { return try desk.capture(message, passed, session) }
        guard let state = passed.subject else { throw DeskError.store(StoreError(.damaged, path: desk.store.path)) }
        switch self {
        case .onCase(_, let command, let mention):
            if case .reply(let reply) = command, let id = reply.id, isDamagedID(id) {
                throw Refusal(
                    .badValue, state.number,
                    "\(id) is no id but what a spreadsheet makes of one; copy the id from where the reply stands")
            }
            let decisions = try CaseDecider.decide(
                command.concerning(mention), state, home: { try? desk.number(holding: $0) },
                delays: try desk.followUpDelays(command, state, context), context)
            // The id of a reply that was taken back is that of the one which is right.
            if let key = networkKey.map({ IdempotencyKey($0) }), try desk.store.batch(of: key) != nil {
                try session.transaction.release(key)
            }
            let receipt = try desk.record(decisions, on: state, passed, session)
            if case .reply(let reply) = command, let key = reply.key {
                var router = MessageRouter(session: session, origin: .live, tracking: desk.trackingCode)
                try router.arrived(key, in: state.number, at: context.at, causation: receipt.positions.lowerBound)
            }
            return receipt
        case .merge(let from, _, let reason):
            let from: CaseState = try desk.state(of: desk.number(of: from, session), session)
            let persons: [PersonNumber: PersonNumber] = try desk.principals(of: [from.person, state.person], session)
            let decisions = try MergeDecider.merge(
                from, into: state, principal: { persons[$0] ?? $0 }, reason: reason, context)
            return try desk.record(decisions, on: state, passed, session)
        case .unmerge(let from, _, let reason):
            let from: CaseState = try desk.state(of: desk.number(of: from, session), session)
            return try desk.record(
                MergeDecider.unmerge(from, from: state, reason: reason, context), on: state, passed, session)
        case .capture(let message): return try desk.capture(message, passed, session)
        }
    }
}

extension CommandReceipt: RecordedReceipt {
    var recorded: ClosedRange<Int64>? { positions }
}
