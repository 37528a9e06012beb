package import CaseModel
internal import EventStore
internal import Projections

/// What was taken back, and what that changed in the state of the case or person it is about.
package struct TakenBackReceipt: Sendable {
    /// The events that are passed over from now on, with their types.
    package var events: [(position: Position, type: EventType)]
    package var subject: CorrectionReceipt.Subject
}

extension CaseDesk {
    /// Takes an event of the house's own back, with what its command recorded together with it: it stays and is shown, and
    /// from now on lists, figures, advice and replays are as if it had never been. Durable when it returns. O(events of
    /// its case).
    ///
    /// - Throws: `DeskError.refused` with the reason, and nothing is written: also where something that came since would
    ///   have no place any more.
    package func takeBack(
        _ position: Position, reason: String?, _ context: CommandContext, by actor: Actor, key: String? = nil,
        expecting: Int64? = nil
    ) throws -> TakenBackReceipt {
        try send(TakeBack(event: position, reason: reason), context, by: actor, key: key, expecting: expecting)
    }
}

/// Taking back what was recorded by mistake.
struct TakeBack {
    var event: Position
    var reason: String?
}

extension TakenBackReceipt: RecordedReceipt {
    var recorded: ClosedRange<Int64>? { subject.positions }
}

extension TakeBack: HouseCommand {
    func identity(_ context: CommandContext) -> CommandIdentity {
        CommandIdentity(["take-back", "\(event)"], words: [reason], context)
    }

    func subject(_ desk: CaseDesk, _ session: Session) throws -> CaseState? {
        guard let number = try desk.caseShowing(desk.recorded(event, session), session) else { return nil }
        return try desk.state(of: number, session)
    }

    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> TakenBackReceipt? {
        let recorded: RecordedEvent = try desk.recorded(event, session)
        let subject: CorrectionReceipt.Subject
        switch recorded.stream {
        case .person(let number):
            subject = .ofPerson(
                PersonReceipt(
                    number: number, positions: positions, types: [.eventTakenBack], changes: [], wasKnown: true))
        case .case(let home):
            let number: CaseNumber = try desk.caseShowing(recorded, session) ?? home
            subject = .ofCase(try desk.known(positions, of: number, session))
        case .book:
            throw DeskError.store(StoreError(.keyConflict(position: positions.lowerBound), path: desk.store.path))
        }
        return TakenBackReceipt(events: [(event, recorded.event.type)], subject: subject)
    }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> TakenBackReceipt {
        let recorded: RecordedEvent = try desk.recorded(event, session)
        let own: [(recorded: TakeBackDecider.Recorded, correlation: Int64)] = try desk.recordedEvents(
            of: recorded.stream)
        guard let asked = own.first(where: { $0.recorded.position == event }) else {
            throw DeskError.store(StoreError(.damaged, path: desk.store.path))
        }
        let owner: PersonNumber? = try desk.owner(of: recorded.stream, session)
        let earlier: Position? = try StreamReader(store: desk.store).takenBack(in: recorded.stream, through: .max)[
            event]
        let decided: Decision = try TakeBackDecider.takeBack(
            asked.recorded, beside: own.filter { $0.correlation == asked.correlation }.map(\.recorded),
            in: recorded.stream, earlier: earlier, reason: reason, owner: owner, passed.context)
        guard case .eventTakenBack(var taken) = decided.event else {
            throw Refusal(.notTakenBack, nil, "nothing was taken back")
        }
        if case .case(let number) = recorded.stream {
            if case .mentionCaptured(let mention) = recorded.event { try extend(&taken, by: mention, in: number, desk) }
            try extend(&taken, by: Set(own.map(\.recorded).filter { $0.actor == .system }), around: number, desk)
        }
        var decision: Decision = decided
        decision.event = .eventTakenBack(taken)
        try desk.refuseIfShown(taken, of: owner)
        let events: [(position: Position, type: EventType)] = own.compactMap { one in
            taken.events.contains(one.recorded.position) ? (one.recorded.position, one.recorded.type) : nil
        }
        switch recorded.stream {
        case .case(let number):
            guard let before = passed.subject else {
                throw Refusal(.noSuchCase, number, "there is no case \(number); `cmcase cases` lists those there are")
            }
            if let home = try session.projections.cases.state(of: number) { try CaseDecider.refuseIfRetracted(home) }
            return TakenBackReceipt(
                events: events, subject: .ofCase(try desk.record([decision], on: before, passed, session)))
        case .person(let number):
            let loader = PersonLoader(store: desk.store)
            let before: PersonState? = try loader.state(of: number)
            try before.map { try refuseIfAnswered($0) }
            let positions: ClosedRange<Int64> = try session.record([decision], passed)
            var changes: [AuditTrail.Change] = []
            if let before, let after = try loader.state(of: number) {
                changes = PersonState.changes(from: before, to: after)
            }
            return TakenBackReceipt(
                events: events,
                subject: .ofPerson(
                    PersonReceipt(number: number, positions: positions, types: [.eventTakenBack], changes: changes)))
        case .book:
            throw Refusal(.notTakenBack, nil, "the book keeps what stands in it; record what is right")
        }
    }

    /// What the program recorded by itself because of these, as it takes an ended case up again, goes with them; whatever
    /// else has no place any more speaks against it.
    private func extend(
        _ taken: inout EventTakenBack, by own: Set<TakeBackDecider.Recorded>, around number: CaseNumber,
        _ desk: CaseDesk
    ) throws {
        let held: [Hindsight.Entry] = try CaseLoader(store: desk.store).history(around: number)
        while true {
            let gone = Set(taken.events)
            let changed: [Hindsight.Entry] = held.filter { !gone.contains($0.moment.position) }
            guard let objection = Hindsight.objection(held, changed, at: taken.events.first ?? event) else { return }
            guard let position = objection.position,
                own.contains(where: { $0.position == position && $0.type.canBeTakenBack })
            else { throw objection.refusal }
            taken.events.append(position)
        }
    }

    /// A message that was captured by mistake is taken back once nothing stands on it; the case that it opened goes with it.
    private func extend(
        _ taken: inout EventTakenBack, by mention: MentionCaptured, in number: CaseNumber, _ desk: CaseDesk
    ) throws {
        let gone = Set(taken.events)
        let rest: [Hindsight.Entry] = try CaseLoader(store: desk.store).history(around: number).filter {
            !gone.contains($0.moment.position)
        }
        let own: [Hindsight.Entry] = rest.filter { $0.stream == number }
        let isOnly: Bool = !own.contains { $0.event.type == .mentionCaptured }
        let further: Hindsight.Entry? = isOnly ? own.first { !$0.event.staysWithoutMessages } : nil
        if let entry = rest.first(where: { $0.event.concerns(mention.key) }) ?? further {
            let position: Position = entry.moment.position
            throw Refusal(
                .builtUpon, number,
                "take event \(position), \(entry.event.type.rawValue), back first: it is about the message, or about the "
                    + "case that would go with it")
        }
        guard isOnly, let opened = own.first(where: { $0.event.type == .caseOpened }) else { return }
        taken.events = ([opened.moment.position] + taken.events).sorted()
    }

    /// An answer needs the offer that it answers.
    private func refuseIfAnswered(_ state: PersonState) throws(Refusal) {
        guard let answer = state.surveys.first(where: { $0.position == event })?.answer else { return }
        throw Refusal(
            .builtUpon, nil,
            "event \(answer.position), SurveyAnswered, answers it; take event \(answer.position) back first")
    }
}

extension CaseDesk {
    /// The events of a stream, as far as taking one back asks. O(its events).
    fileprivate func recordedEvents(
        of stream: StreamName
    ) throws -> [(recorded: TakeBackDecider.Recorded, correlation: Int64)] {
        var events: [(recorded: TakeBackDecider.Recorded, correlation: Int64)] = []
        try store.forEachRow(of: stream, through: .max) { row in
            guard let type = EventType(bytes: row.typeBytes) else { return }
            let recorded = TakeBackDecider.Recorded(
                position: Position(row.position), type: type, actor: Actor(row.actor)?.kind ?? .human)
            events.append((recorded, row.correlation))
        }
        return events
    }

    fileprivate func owner(of stream: StreamName, _ session: Session) throws -> PersonNumber? {
        switch stream {
        case .case(let number): try session.projections.cases.state(of: number)?.person
        case .person(let number): number
        case .book: nil
        }
    }

    /// What shows where a person stands is not taken from under that.
    fileprivate func refuseIfShown(_ taken: EventTakenBack, of person: PersonNumber?) throws {
        guard let person else { return }
        let loader = PersonLoader(store: store)
        let principal: PersonNumber = try loader.lineage(of: person).last ?? person
        for state in try loader.circle(of: principal) {
            guard
                let evidence = state.evidence.first(where: { shown in
                    shown.event.map { taken.events.contains($0) } ?? false
                })
            else { continue }
            throw Refusal(
                .builtUpon, nil,
                "event \(evidence.position), StanceEvidenced of person \(state.number), names it as what shows their "
                    + "stance; take event \(evidence.position) back first")
        }
    }
}

extension Event {
    /// Whether it is left behind in a case of which all messages are taken back.
    fileprivate var staysWithoutMessages: Bool {
        switch self {
        case .caseOpened, .eventTakenBack, .eventCorrected: true
        default: false
        }
    }

    /// Whether it says something of a message, or answers it.
    fileprivate func concerns(_ key: SourceKey) -> Bool {
        switch self {
        case .mentionClassified(let event): event.mention == key
        case .mentionRevised(let event): event.key == key
        case .mentionWithdrawn(let event): event.key == key
        case .mentionCaptured(let event): event.parent == key
        case .replySent(let event): event.parent == key
        case .messageAttached(let event): event.parent == key
        case .conversationRerooted(let event): event.to == key
        case .caseSplit(let event): event.mentions.contains(key)
        default: false
        }
    }
}

extension CorrectionReceipt.Subject {
    var positions: ClosedRange<Int64> {
        switch self {
        case .ofCase(let receipt): receipt.positions
        case .ofPerson(let receipt): receipt.positions
        }
    }
}

extension TakeBack: LineCommand {}

extension TakenBackReceipt: LineReceipt {
    var applied: AppliedLine.Result {
        switch subject {
        case .ofCase(let receipt): receipt.applied
        case .ofPerson(let receipt): receipt.applied
        }
    }
}
