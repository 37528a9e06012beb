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
        try write(by: actor, now: clock()) { session in
            try carryOut(command, context, session, key: commandKey(key))
        }
    }

    func carryOut(
        _ command: IncidentCommand, _ context: CommandContext, _ session: Session, key: CommandKey?
    ) throws -> IncidentReceipt {
        let identity: CommandIdentity = command.identity(context)
        if let positions = try recorded(under: key, identity) {
            return try receipt(positions, session, wasKnown: true)
        }
        try CaseDecider.refuseIfInTheFuture(context.at, now: session.now)
        try refuseUnknownRule(context)
        let incidents: [Incident] = try session.projections.incidents.incidents()
        let decision: Decision
        switch command {
        case .declare(let cases, let level, let trigger, let note):
            decision = try IncidentDecider.declare(
                states(of: cases, session), level: level, trigger: trigger, note: note, after: incidents, context)
        case .widen(let number, let cases, let level, let note):
            decision = try IncidentDecider.widen(
                number, by: states(of: cases, session), level: level, note: note, after: incidents, context)
        case .close(let number, let note):
            decision = try IncidentDecider.close(number, note: note, after: incidents, context)
        }
        guard let position = try session.record([decision], key: key?.key) else {
            throw DeskError.store(StoreError(.damaged, path: store.path))
        }
        try keep(key, identity, for: position...position, session)
        return try receipt(position...position, session, wasKnown: false)
    }

    /// Each case as it stands: where it was merged, the one in which it goes on.
    private func states(of references: [CaseReference], _ session: Session) throws -> [CaseState] {
        let cases: CaseProjector = session.projections.cases
        return try references.map { reference in
            let number: CaseNumber = try cases.survivor(of: number(of: reference))
            guard let state = try cases.combined(number) else {
                throw Refusal(.noSuchCase, number, "there is no case \(number); `cmcase cases` lists those there are")
            }
            return state
        }
    }

    private func receipt(
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

extension IncidentCommand {
    /// What makes it the same command when it is sent again.
    fileprivate func identity(_ context: CommandContext) -> CommandIdentity {
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
