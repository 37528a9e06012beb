package import CaseModel
internal import EventStore
internal import Projections

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
            try carryOut(command, context, session, key: commandKey(key), expecting: expecting)
        }
    }

    /// The one path of every command, alone or in a file.
    func carryOut(
        _ command: DeskCommand, _ context: CommandContext, _ session: Session, key: CommandKey?, expecting: Int64?
    ) throws -> CommandReceipt {
        let key: CommandKey? = command.networkKey.map { CommandKey(key: $0, isChosen: false) } ?? key
        let identity: CommandIdentity = command.identity(context)
        // A message that is taken in again is known by its own id as well, and told by where it is now.
        if let positions = try recorded(under: key, identity), !command.isCapture {
            let receipt: CommandReceipt = try known(positions)
            try refuseIfLost(context, receipt)
            return receipt
        }
        let receipt = try decide(command, context, session, key: key, expecting: expecting)
        try keep(key, identity, for: receipt.positions, session)
        return receipt
    }

    private func decide(
        _ command: DeskCommand, _ context: CommandContext, _ session: Session, key: CommandKey?, expecting: Int64?
    ) throws -> CommandReceipt {
        try CaseDecider.refuseIfInTheFuture(context.at, now: session.now)
        switch command {
        case .onCase(let reference, let command, let mention):
            let number: CaseNumber = try session.projections.cases.survivor(of: number(of: reference))
            let state: CaseState = try self.state(number, session)
            try refuseIfMovedOn(state, expecting)
            try refuseUnknownRule(context, of: state)
            let decisions = try CaseDecider.decide(
                command.concerning(mention), state, home: { try? self.number(holding: $0) },
                delays: try followUpDelays(command, state, context), context)
            let receipt = try record(decisions, on: number, session, key: key)
            if case .reply(let reply) = command, let key = reply.key {
                var router = MessageRouter(session: session, origin: .live, tracking: newTrackingCode)
                try router.arrived(key, in: number, at: context.at, causation: receipt.positions.lowerBound)
            }
            return receipt
        case .merge(let from, let into, let reason):
            let into: CaseState = try state(session.projections.cases.survivor(of: number(of: into)), session)
            try refuseIfMovedOn(into, expecting)
            try refuseUnknownRule(context, of: into)
            let from: CaseState = try state(number(of: from), session)
            let persons: [PersonNumber: PersonNumber] = try principals(of: [from.person, into.person], session)
            let decisions = try MergeDecider.merge(
                from, into: into, principal: { persons[$0] ?? $0 }, reason: reason, context)
            return try record(decisions, on: into.number, session, key: key)
        case .unmerge(let from, let into, let reason):
            let from: CaseState = try self.state(number(of: from), session)
            guard let number = try into.map({ try self.number(of: $0) }) ?? from.mergedInto else {
                throw Refusal(
                    .notMerged, from.number,
                    "case \(from.number) goes on by itself: it was not merged into another; there is nothing to take back"
                )
            }
            let into: CaseState = try self.state(number, session)
            try refuseIfMovedOn(into, expecting)
            try refuseUnknownRule(context, of: into)
            let decisions = try MergeDecider.unmerge(from, from: into, reason: reason, context)
            return try record(decisions, on: number, session, key: key)
        case .capture(let message): return try capture(message, context, session)
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

    private func record(
        _ decisions: [Decision], on number: CaseNumber, _ session: Session, key: CommandKey?
    ) throws -> CommandReceipt {
        let before: CaseSummary? = try session.projections.cases.combined(number).map { CaseSummary(of: $0) }
        guard let first = try session.record(decisions, key: key?.key) else {
            throw DeskError.store(StoreError(.damaged, path: store.path))
        }
        let state = try session.projections.cases.combined(number)
        let after = state.map { CaseSummary(of: $0) } ?? .nothing
        return CommandReceipt(
            number: number, positions: first...(first + Int64(decisions.count) - 1),
            types: decisions.map(\.event.type), version: state?.version,
            changes: CaseSummary.changes(from: before, to: after))
    }

    /// What was recorded before under a command's key.
    private func known(_ positions: ClosedRange<Int64>) throws -> CommandReceipt {
        guard let stream = try store.stream(at: positions.lowerBound), case .case(let number) = StreamName(stream)
        else {
            throw DeskError.store(StoreError(.keyConflict(position: positions.lowerBound), path: store.path))
        }
        return CommandReceipt(
            number: number, positions: positions, types: try types(positions),
            version: try store.version(of: stream), changes: [], wasKnown: true)
    }

    /// The types of the events at some positions.
    func types(_ positions: ClosedRange<Int64>) throws -> [EventType] {
        var what = ReadSpecification()
        what.after = positions.lowerBound - 1
        what.through = positions.upperBound
        var types: [EventType] = []
        try store.forEachEvent(what) { row in
            if let type = EventType(rawValue: row.type) { types.append(type) }
            return true
        }
        return types
    }
}
