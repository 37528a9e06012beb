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
        try send(command, context, by: actor, key: key, expecting: expecting)
    }

    /// The case that a reference leads to, as it goes on.
    func goingOn(_ reference: CaseReference, _ session: Session) throws -> CaseState {
        try state(of: session.projections.cases.survivor(of: number(of: reference, session)), session)
    }

    /// A case with everything that it absorbed, whether or not it was merged into another.
    func state(of number: CaseNumber, _ session: Session) throws -> CaseState {
        guard let state = try session.projections.cases.combined(number) else {
            throw Refusal(.noSuchCase, number, "there is no case \(number); `cmcase cases` lists those there are")
        }
        return state
    }

    func principals(
        of persons: [PersonNumber], _ session: Session
    ) throws -> [PersonNumber: PersonNumber] {
        try persons.reduce(into: [:]) { $0[$1] = try session.projections.persons.principal(of: $1) }
    }

    /// Records what a command on a case comes to, and tells what it changed.
    func record(
        _ decisions: [Decision], on before: CaseState, _ passed: PassedCommand, _ session: Session
    ) throws -> CommandReceipt {
        var positions: ClosedRange<Int64> = try session.record(decisions, passed)
        var recorded: [Decision] = decisions
        if decisions.contains(where: { $0.event.type == .mentionClassified }) {
            recorded += try session.takeUpAgain(before.number, causation: positions.lowerBound)
            positions = positions.lowerBound...(positions.lowerBound + Int64(recorded.count) - 1)
        }
        let after: CaseState = try state(of: before.number, session)
        return CommandReceipt(
            number: before.number, positions: positions, types: recorded.map(\.event.type),
            version: after.position.rawValue,
            changes: CaseSummary.changes(from: CaseSummary(of: before), to: CaseSummary(of: after)))
    }

    /// What was recorded before under a command's key.
    func known(_ positions: ClosedRange<Int64>, _ session: Session) throws -> CommandReceipt {
        guard let stream = try store.stream(at: positions.lowerBound), case .case(let number) = StreamName(stream)
        else {
            throw DeskError.store(StoreError(.keyConflict(position: positions.lowerBound), path: store.path))
        }
        return try known(positions, of: number, session)
    }

    func known(
        _ positions: ClosedRange<Int64>, of number: CaseNumber, _ session: Session
    ) throws -> CommandReceipt {
        CommandReceipt(
            number: number, positions: positions, types: try types(positions),
            version: try session.projections.cases.combined(number)?.position.rawValue, changes: [], wasKnown: true)
    }

    /// The types of the events at some positions.
    func types(_ positions: ClosedRange<Int64>) throws -> [EventType] {
        var what = ReadSpecification()
        what.after = positions.lowerBound &- 1
        what.through = positions.upperBound
        var types: [EventType] = []
        try store.forEachEvent(what) { row in
            if let type = EventType(rawValue: row.type) { types.append(type) }
            return true
        }
        return types
    }
}
