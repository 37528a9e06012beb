package import CaseModel
internal import EventStore
internal import Projections

/// A command on an incident as it comes in from outside.
package enum IncidentCommand: Sendable {
    case declare([CaseReference], level: Int64, trigger: String?, note: String?)
    case widen(Int64, by: [CaseReference], level: Int64?, note: String?)
    case close(Int64, note: String?)
}

/// What a command on an incident recorded.
package struct IncidentReceipt: Sendable {
    package var incident: Incident
    package var positions: ClosedRange<Int64>
    package var types: [EventType]
    /// Whether the same command had been recorded before under its key, so that nothing was recorded now.
    package var wasKnown = false
}

extension CaseDesk {
    /// Carries out one command on an incident. Durable when it returns. O(incidents), and O(messages) of each case.
    ///
    /// - Throws: `DeskError.refused` with the reason, and nothing is written.
    package func carryOut(
        _ command: IncidentCommand, _ context: CommandContext, by actor: Actor, key: String? = nil
    ) throws -> IncidentReceipt {
        try send(command, context, by: actor, key: key)
    }

    fileprivate func carryOut(
        _ command: IncidentCommand, _ passed: PassedCommand, _ session: Session
    ) throws -> IncidentReceipt {
        let context: CommandContext = passed.context
        let incidents: [Incident] = try session.projections.incidents.incidents()
        let decision: Decision
        switch command {
        case .declare(let cases, let level, let trigger, let note):
            decision = try IncidentDecider.declare(
                cases.map { try goingOn($0, session) }, level: level, trigger: trigger, note: note, after: incidents,
                context)
        case .widen(let number, let cases, let level, let note):
            decision = try IncidentDecider.widen(
                number, by: cases.map { try goingOn($0, session) }, level: level, note: note, after: incidents, context)
        case .close(let number, let note):
            decision = try IncidentDecider.close(number, note: note, after: incidents, context)
        }
        return try receipt(session.record([decision], passed), session, wasKnown: false)
    }

    fileprivate func receipt(
        _ positions: ClosedRange<Int64>, _ session: Session, wasKnown: Bool
    ) throws -> IncidentReceipt {
        let event: Event? = try StreamReader(store: store).event(
            at: Position(positions.lowerBound), in: .book, through: .max)?.event
        let number: Int64
        switch event {
        case .incidentDeclared(let event): number = event.incident
        case .incidentClosed(let event): number = event.incident
        default: throw DeskError.store(StoreError(.keyConflict(position: positions.lowerBound), path: store.path))
        }
        guard let incident = try session.projections.incidents.incidents().first(where: { $0.number == number }) else {
            throw DeskError.store(StoreError(.damaged, path: store.path))
        }
        return IncidentReceipt(
            incident: incident, positions: positions, types: try types(positions), wasKnown: wasKnown)
    }
}

extension IncidentReceipt: RecordedReceipt {
    var recorded: ClosedRange<Int64>? { positions }
}

extension IncidentCommand: HouseCommand {
    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> IncidentReceipt? {
        try desk.receipt(positions, session, wasKnown: true)
    }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> IncidentReceipt {
        try desk.carryOut(self, passed, session)
    }

    /// What makes it the same command when it is sent again.
    func identity(_ context: CommandContext) -> CommandIdentity {
        switch self {
        case .declare(let cases, let level, let trigger, let note):
            CommandIdentity(
                ["declare-incident", "\(level)", trigger] + cases.map(\.description), words: [note], context)
        case .widen(let number, let cases, let level, let note):
            CommandIdentity(
                ["widen-incident", "\(number)", level.map { "\($0)" }] + cases.map(\.description), words: [note],
                context)
        case .close(let number, let note):
            CommandIdentity(["close-incident", "\(number)"], words: [note], context)
        }
    }
}
