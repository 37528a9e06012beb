package import CaseModel
internal import EventStore
internal import Projections

/// What a command on a case recorded.
package struct CommandReceipt: Sendable {
    package var number: CaseNumber
    /// The positions of its events.
    package var positions: ClosedRange<Int64>
    package var types: [EventType]
    /// What it changed in the state of the case.
    package var changes: [AuditTrail.Change]
    /// Whether the same command had been recorded before under its key, so that nothing was recorded now.
    package var wasKnown = false
}

/// A command on a case as it comes in from outside.
package enum DeskCommand: Sendable {
    /// One case, one command; `mention` names the message it concerns by the network's id.
    case onCase(CaseReference, CaseCommand, mention: SourceKey?)
    case merge(from: CaseReference, into: CaseReference, reason: String?)
    case unmerge(from: CaseReference, into: CaseReference?, reason: String?)
    /// Take one message in as it happens.
    case capture(SourceMessage)
}

extension CaseDesk {
    /// Carries out one command: decides on the present state, records, folds. Durable when it returns. O(log n), and
    /// O(messages of the case).
    ///
    /// - Parameter expecting: the version the case had when the person looked at it; nil not to check.
    /// - Throws: `DeskError.refused` with the reason, and nothing is written.
    package func carryOut(
        _ command: DeskCommand, _ context: CommandContext, by actor: Actor, key: String? = nil, expecting: Int64? = nil
    ) throws -> CommandReceipt {
        try write(by: actor, now: clock()) { session in
            try carryOut(command, context, session, key: key.map(commandKey), expecting: expecting)
        }
    }

    func commandKey(_ key: String) -> SourceKey {
        let (high, low) = store.keyedHash.hash("command", key)
        return SourceKey(high: high, low: low)
    }

    func carryOut(
        _ command: DeskCommand, _ context: CommandContext, _ session: Session, key: SourceKey?, expecting: Int64?
    ) throws -> CommandReceipt {
        let key: SourceKey? = command.networkKey ?? key
        if let key, let (first, count) = try store.batch(of: IdempotencyKey(high: key.high, low: key.low)) {
            return try known(first, count)
        }
        switch command {
        case .onCase(let reference, let command, let mention):
            let number: CaseNumber = try session.projections.cases.survivor(of: number(of: reference))
            let state: CaseState = try self.state(number, session)
            if let expecting, state.version != expecting { throw movedOn(number, expecting, state.version) }
            let decisions = try CaseDecider.decide(
                command.concerning(mention), state, home: { try? self.number(holding: $0) }, context)
            let receipt = try record(decisions, on: number, session, key: key)
            if case .reply(let reply) = command, let key = reply.key {
                var router = MessageRouter(session: session, origin: .live, tracking: newTrackingCode)
                try router.arrived(key, in: number, at: context.at, causation: receipt.positions.lowerBound)
            }
            return receipt
        case .merge(let from, let into, let reason):
            let into: CaseNumber = try session.projections.cases.survivor(of: number(of: into))
            let (one, other) = (try state(number(of: from), session), try state(into, session))
            let persons: [PersonNumber: PersonNumber] = try principals(of: [one.person, other.person], session)
            let decisions = try MergeDecider.merge(
                one, into: other, principal: { persons[$0] ?? $0 }, reason: reason, at: context.at)
            return try record(decisions, on: into, session, key: key)
        case .unmerge(let from, let into, let reason):
            let state: CaseState = try self.state(number(of: from), session)
            let into: CaseNumber = try into.map { try number(of: $0) } ?? state.mergedInto ?? state.number
            let decisions = try MergeDecider.unmerge(
                state, from: try self.state(into, session), reason: reason, at: context.at)
            return try record(decisions, on: into, session, key: key)
        case .capture(let message): return try capture(message, session)
        }
    }

    private func state(_ number: CaseNumber, _ session: Session) throws -> CaseState {
        guard let state = try session.projections.cases.combined(number) else {
            throw Refusal(.noSuchCase, number, "there is no case \(number); `cmcase cases` lists those there are")
        }
        return state
    }

    private func principals(
        of persons: [PersonNumber], _ session: Session
    ) throws -> [PersonNumber: PersonNumber] {
        try persons.reduce(into: [:]) { $0[$1] = try session.projections.persons.principal(of: $1) }
    }

    private func movedOn(_ number: CaseNumber, _ expected: Int64, _ actual: Int64) -> DeskError {
        .store(
            StoreError(
                .versionConflict(stream: "case \(number)", expected: expected, actual: actual), path: store.path))
    }

    private func record(
        _ decisions: [Decision], on number: CaseNumber, _ session: Session, key: SourceKey?
    ) throws -> CommandReceipt {
        let before: CaseSummary? = try session.projections.cases.combined(number).map { CaseSummary(of: $0) }
        guard let first = try session.record(decisions, key: key) else {
            throw DeskError.store(StoreError(.damaged, path: store.path))
        }
        let after = try session.projections.cases.combined(number).map { CaseSummary(of: $0) } ?? .nothing
        return CommandReceipt(
            number: number, positions: first...(first + Int64(decisions.count) - 1),
            types: decisions.map(\.event.type), changes: CaseSummary.changes(from: before, to: after))
    }

    /// Takes one message in as it happens, through the same routes as an import.
    private func capture(_ message: SourceMessage, _ session: Session) throws -> CommandReceipt {
        let head: Int64 = session.transaction.head
        var router = MessageRouter(session: session, origin: .live, tracking: newTrackingCode)
        let keyed: KeyedMessage = keys.keyed(message)
        _ = try router.take(keyed)
        let last: Int64 = session.transaction.head
        guard let number = try number(holding: keyed.key) else {
            throw Refusal(
                .nothingChanged, nil,
                message.kind == .repost
                    ? "a repost opens no case; nothing was recorded"
                    : "the message answers no mention we know; capture the one it answers first, or import both")
        }
        let survivor: CaseNumber = try session.projections.cases.survivor(of: number)
        let after = try session.projections.cases.combined(survivor).map { CaseSummary(of: $0) } ?? .nothing
        return CommandReceipt(
            number: survivor, positions: min(head + 1, last)...last, types: [],
            changes: head == last ? [] : CaseSummary.changes(from: nil, to: after), wasKnown: head == last)
    }

    private func known(_ first: Int64, _ count: Int64) throws -> CommandReceipt {
        guard let stream = try store.stream(at: first), case .case(let number) = StreamName(stream) else {
            throw DeskError.store(StoreError(.keyConflict(position: first), path: store.path))
        }
        return CommandReceipt(
            number: number, positions: first...(first + count - 1), types: [], changes: [], wasKnown: true)
    }
}

extension DeskCommand {
    /// A reply that stands on a network is known by its id there, whoever tells us of it first.
    fileprivate var networkKey: SourceKey? {
        guard case .onCase(_, .reply(let reply), _) = self else { return nil }
        return reply.key
    }
}

extension CaseCommand {
    /// The command with the message it concerns filled in, where it says none itself.
    fileprivate func concerning(_ mention: SourceKey?) -> CaseCommand {
        switch self {
        case .classify(nil, let label): return .classify(mention: mention, label)
        case .reply(var reply):
            if reply.inReplyTo == nil { reply.inReplyTo = mention }
            return .reply(reply)
        default: return self
        }
    }
}
