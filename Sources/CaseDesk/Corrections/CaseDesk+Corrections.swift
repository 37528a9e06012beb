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
        by actor: Actor, key: String? = nil
    ) throws -> CorrectionReceipt {
        try write(by: actor, now: clock()) { session in
            try correct(position, settings, reason: reason, context, session, key: commandKey(key))
        }
    }

    func correct(
        _ position: Position, _ settings: [CorrectionDecider.Setting], reason: String?, _ context: CommandContext,
        _ session: Session, key: CommandKey?
    ) throws -> CorrectionReceipt {
        guard let name = try store.stream(at: position.rawValue), let stream = StreamName(name),
            let recorded = try StreamReader(store: store).event(at: position, in: stream, through: .max)
        else {
            throw Refusal(
                .noSuchEvent, nil,
                "the log has no event at position \(position); it goes up to \(session.transaction.head)")
        }
        let identity = CommandIdentity(
            ["correct", "\(position)"] + settings.flatMap { [$0.field, $0.text] }, words: [reason], context)
        let earlier: ClosedRange<Int64>? = try self.recorded(under: key, identity)
        let isKnown: Bool = earlier != nil
        if !isKnown { try refuseUnknownRule(context) }
        switch stream {
        case .case(let number):
            let home: CaseState? = try session.projections.cases.state(of: number)
            if let home { try CaseDecider.refuseIfRetracted(home) }
            let subject: CaseNumber = try session.projections.cases.survivor(of: number)
            let before: CaseSummary? = try session.projections.cases.combined(subject).map { CaseSummary(of: $0) }
            let (places, fields) = try record(
                recorded, settings, reason, owner: home?.person, context, session, key, identity, earlier)
            let after: CaseSummary =
                try session.projections.cases.combined(subject).map { CaseSummary(of: $0) } ?? .nothing
            return CorrectionReceipt(
                event: position, type: recorded.event.type, fields: fields,
                subject: .ofCase(
                    CommandReceipt(
                        number: subject, positions: places, types: [.eventCorrected],
                        changes: CaseSummary.changes(from: before, to: after), wasKnown: isKnown)))
        case .person(let number):
            let loader = PersonLoader(store: store)
            let before: PersonState? = try loader.state(of: number)
            let (places, fields) = try record(
                recorded, settings, reason, owner: number, context, session, key, identity, earlier)
            var changes: [AuditTrail.Change] = []
            if let before, let after = try loader.state(of: number) {
                changes = PersonState.changes(from: before, to: after)
            }
            return CorrectionReceipt(
                event: position, type: recorded.event.type, fields: fields,
                subject: .ofPerson(
                    PersonReceipt(
                        number: number, positions: places, types: [.eventCorrected], changes: changes,
                        wasKnown: isKnown)))
        case .book:
            _ = try CorrectionDecider.correct(recorded, settings, reason: reason, owner: nil, context)
            throw Refusal(
                .notCorrectable, nil, "the book is not corrected; record what is right, or take back what is wrong")
        }
    }

    private func record(
        _ recorded: RecordedEvent, _ settings: [CorrectionDecider.Setting], _ reason: String?, owner: PersonNumber?,
        _ context: CommandContext, _ session: Session, _ key: CommandKey?, _ identity: CommandIdentity,
        _ earlier: ClosedRange<Int64>?
    ) throws -> (places: ClosedRange<Int64>, fields: [AuditTrail.Change]) {
        if let earlier { return (earlier, []) }
        let decision = try CorrectionDecider.correct(recorded, settings, reason: reason, owner: owner, context)
        guard case .eventCorrected(let correction) = decision.event,
            let first = try session.record([decision], key: key?.key)
        else { throw DeskError.store(StoreError(.damaged, path: store.path)) }
        try keep(key, identity, for: first...first, session)
        return (first...first, recorded.changes(by: correction))
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
