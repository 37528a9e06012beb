package import CaseModel
internal import EventStore
internal import Projections

/// What a correction changed in the event, and in the state of the case or person it is about.
package struct CorrectionReceipt: Sendable {
    package enum Subject: Sendable {
        case ofCase(CommandReceipt)
        case ofPerson(PersonReceipt)
    }

    /// The event that is corrected.
    package var event: Position
    package var type: EventType
    /// Its fields, as JSON texts.
    package var fields: [AuditTrail.Change]
    package var subject: Subject
}

extension CaseDesk {
    /// Corrects fields of an event: the original stays and is shown, and from now on the corrected fields hold. Durable
    /// when it returns. O(events of its stream).
    ///
    /// - Throws: `DeskError.refused` with the reason, and nothing is written.
    package func correct(
        _ position: Position, _ settings: [CorrectionDecider.Setting], reason: String?, _ context: CommandContext,
        by actor: Actor, key: String? = nil, expecting: Int64? = nil
    ) throws -> CorrectionReceipt {
        try send(
            Correction(event: position, settings: settings, reason: reason), context, by: actor, key: key,
            expecting: expecting)
    }
}

/// Setting right what an event says.
struct Correction {
    var event: Position
    var settings: [CorrectionDecider.Setting]
    var reason: String?
}

extension CorrectionReceipt: RecordedReceipt {
    var recorded: ClosedRange<Int64>? {
        switch subject {
        case .ofCase(let receipt): receipt.positions
        case .ofPerson(let receipt): receipt.positions
        }
    }
}

extension Correction: HouseCommand {
    func identity(_ context: CommandContext) -> CommandIdentity {
        CommandIdentity(["correct", "\(event)"] + settings.flatMap { [$0.field, $0.text] }, words: [reason], context)
    }

    func subject(_ desk: CaseDesk, _ session: Session) throws -> CaseState? {
        guard let number = try desk.caseShowing(desk.recorded(event, session), session) else { return nil }
        return try desk.state(of: number, session)
    }

    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> CorrectionReceipt? {
        let recorded: RecordedEvent = try desk.recorded(event, session)
        let subject: CorrectionReceipt.Subject
        switch recorded.stream {
        case .person(let number):
            subject = .ofPerson(
                PersonReceipt(
                    number: number, positions: positions, types: [.eventCorrected], changes: [], wasKnown: true))
        case .case(let home):
            let number: CaseNumber = try desk.caseShowing(recorded, session) ?? home
            subject = .ofCase(try desk.known(positions, of: number, session))
        case .book:
            throw DeskError.store(StoreError(.keyConflict(position: positions.lowerBound), path: desk.store.path))
        }
        return CorrectionReceipt(event: event, type: recorded.event.type, fields: [], subject: subject)
    }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> CorrectionReceipt {
        let recorded: RecordedEvent = try desk.recorded(event, session)
        if let earlier = try StreamReader(store: desk.store).takenBack(in: recorded.stream, through: .max)[event] {
            throw Refusal(
                .notCorrectable, nil,
                "event \(event) was taken back at position \(earlier) and says nothing any more; record what is right anew"
            )
        }
        var receipt: CorrectionReceipt
        switch recorded.stream {
        case .case(let number):
            guard let home = try session.projections.cases.state(of: number), let before = passed.subject else {
                throw Refusal(.noSuchCase, number, "there is no case \(number)")
            }
            try CaseDecider.refuseIfRetracted(home)
            let decision = try decide(recorded, owner: home.person, passed.context)
            try refuseIfBroken(recorded, decision.correction, number, desk)
            receipt = CorrectionReceipt(
                event: event, type: recorded.event.type, fields: recorded.changes(by: decision.correction),
                subject: .ofCase(try desk.record([decision.decision], on: before, passed, session)))
        case .person(let number):
            let loader = PersonLoader(store: desk.store)
            let before: PersonState? = try loader.state(of: number)
            let decision = try decide(recorded, owner: number, passed.context)
            let positions: ClosedRange<Int64> = try session.record([decision.decision], passed)
            var changes: [AuditTrail.Change] = []
            if let before, let after = try loader.state(of: number) {
                changes = PersonState.changes(from: before, to: after)
            }
            receipt = CorrectionReceipt(
                event: event, type: recorded.event.type, fields: recorded.changes(by: decision.correction),
                subject: .ofPerson(
                    PersonReceipt(number: number, positions: positions, types: [.eventCorrected], changes: changes)))
        case .book:
            _ = try decide(recorded, owner: nil, passed.context)
            throw Refusal(
                .notCorrectable, nil, "the book is not corrected; record what is right, or take back what is wrong")
        }
        return receipt
    }

    /// Refuses what the deciders would not have let happen then, or would not let happen that came since.
    private func refuseIfBroken(
        _ recorded: RecordedEvent, _ correction: EventCorrected, _ number: CaseNumber, _ desk: CaseDesk
    ) throws {
        var corrected: RecordedEvent = recorded
        try corrected.apply(correction)
        let held: [Hindsight.Entry] = try CaseLoader(store: desk.store).history(around: number)
        let changed: [Hindsight.Entry] = held.map { entry in
            guard entry.moment.position == event else { return entry }
            var entry = entry
            entry.event = corrected.event
            return entry
        }
        try Hindsight.refuseIfBroken(held, changed, at: event)
    }

    private func decide(
        _ recorded: RecordedEvent, owner: PersonNumber?, _ context: CommandContext
    ) throws -> (decision: Decision, correction: EventCorrected) {
        let decision = try CorrectionDecider.correct(recorded, settings, reason: reason, owner: owner, context)
        guard case .eventCorrected(let correction) = decision.event else {
            throw Refusal(.notCorrectable, nil, "nothing was corrected")
        }
        return (decision, correction)
    }
}

extension CaseDesk {
    /// An event as it holds now, corrections included. O(events of its stream).
    func recorded(_ position: Position, _ session: Session) throws -> RecordedEvent {
        guard let name = try store.stream(at: position.rawValue), let stream = StreamName(name),
            let recorded = try StreamReader(store: store).event(at: position, in: stream, through: .max)
        else {
            throw Refusal(
                .noSuchEvent, nil,
                "the log has no event at position \(position); it goes up to \(session.transaction.head)")
        }
        return recorded
    }

    /// The case that shows what an event says, where its stream is a case's: the one in which that goes on, or the one for
    /// which its message was split off.
    func caseShowing(_ recorded: RecordedEvent, _ session: Session) throws -> CaseNumber? {
        guard case .case(let number) = recorded.stream else { return nil }
        let cases: CaseProjector = session.projections.cases
        let holder: CaseNumber? = try cases.state(of: number).flatMap { state in
            recorded.event.message.map { state.holder(of: $0) }
        }
        return try cases.survivor(of: holder ?? number)
    }
}

extension Event {
    /// The message that the event is about: its own, the one it judges, or the one it answers.
    fileprivate var message: SourceKey? {
        switch self {
        case .mentionCaptured(let event): event.key
        case .mentionRevised(let event): event.key
        case .mentionWithdrawn(let event): event.key
        case .mentionClassified(let event): event.mention
        case .replySent(let event): event.key ?? event.parent
        case .messageAttached(let event): event.key
        default: nil
        }
    }
}

extension RecordedEvent {
    /// What a correction changes of the event, as JSON texts.
    func changes(by correction: EventCorrected) -> [AuditTrail.Change] {
        zip(correction.fields, correction.values).map { field, value in
            AuditTrail.Change(field: field, before: text(of: field), after: value == "null" ? nil : value)
        }
    }
}
