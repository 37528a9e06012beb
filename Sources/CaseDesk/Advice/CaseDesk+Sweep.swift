package import CaseModel
internal import EventStore
internal import Projections

/// What time alone brought about on a case, recorded.
package struct SweptCase: Hashable, Sendable {
    package var number: CaseNumber
    package var type: EventType
    package var position: Position
    /// When it came about.
    package var at: Timestamp
}

extension CaseDesk {
    /// Records what time alone has brought about by a moment: snoozes that have ended. The same again records nothing.
    ///
    /// Follow-ups that are due and promises that are overdue stay derived: nothing happens to a case by them. One
    /// transaction, O(cases).
    package func sweep(now: Timestamp) throws -> [SweptCase] {
        try write(by: Actor(.system, "sweep"), now: clock()) { session in
            try pass(Sweep(), SentWith(context: CommandContext(at: now)), session).cases
        }
    }
}

/// Recording what time alone has brought about by the time that goes with it.
private struct Sweep: HouseCommand {
    struct Receipt: RecordedReceipt {
        var cases: [SweptCase]
        var recorded: ClosedRange<Int64>? { nil }
    }

    func identity(_ context: CommandContext) -> CommandIdentity { CommandIdentity(["sweep"], words: [], context) }

    /// It comes without a key: a second time it finds nothing.
    func known(
        _ positions: ClosedRange<Int64>, _ context: CommandContext, _ desk: CaseDesk, _ session: Session
    ) throws -> Receipt? { nil }

    func carryOut(_ passed: PassedCommand, _ desk: CaseDesk, _ session: Session) throws -> Receipt {
        // Stricter than other commands: a clock that is hours ahead would end snoozes too early.
        guard passed.context.at <= session.now else {
            throw Refusal(
                .dueInThePast, nil, "time to come has brought nothing about yet; name a time that has been")
        }
        var swept: [SweptCase] = []
        for (number, at) in try CaseRows(desk.store).snoozed(until: passed.context.at) {
            let decision = Decision(.case(number), .caseWoken(CaseWoken(by: .time)), at: at)
            let position: Int64 = try session.record([decision], passed).lowerBound
            swept.append(SweptCase(number: number, type: .caseWoken, position: Position(position), at: at))
        }
        return Receipt(cases: swept)
    }
}
