internal import CaseModel
internal import EventStore
internal import Projections

extension CaseDesk {
    /// What was recorded before under a reply's id on its network: the same words on the same case are the same reply.
    /// Others under that id are another message, and nobody's words get lost unsaid.
    ///
    /// - Throws: `Refusal` with `.keyTaken` where the id is that of another message, or the reply says something else.
    func known(
        _ reply: CaseCommand.Reply, to reference: CaseReference, _ positions: ClosedRange<Int64>,
        _ context: CommandContext, _ session: Session
    ) throws -> CommandReceipt? {
        let cases: CaseProjector = session.projections.cases
        let position: Int64 = positions.lowerBound
        let type: EventType? = try types(position...position).first
        let wanted: CaseNumber = try cases.survivor(of: number(of: reference, session))
        // What was taken back stood where it did by mistake: the same message may be recorded where it belongs.
        if try isTakenBack(Position(position)) { return nil }
        func taken(_ what: String) -> Refusal {
            Refusal(
                .keyTaken, wanted,
                "that id is known: \(what); nothing was recorded now. Check the id, or leave it out")
        }
        guard type == .replySent || type == .messageAwaited else {
            throw taken("it is another message's, recorded at position \(position)")
        }
        let key: SourceKey? = reply.key
        guard let home = try key.flatMap({ try number(holding: $0) }) else {
            throw taken("a message of ours that waits for the one it answers, recorded at position \(position)")
        }
        let holder: CaseNumber = try cases.state(of: home).flatMap { state in key.map { state.holder(of: $0) } } ?? home
        let shownIn: CaseNumber = try cases.survivor(of: holder)
        guard shownIn == wanted else {
            throw taken("a reply in case \(shownIn), recorded at position \(position)")
        }
        guard try says(reply, at: Position(position)) else {
            throw taken(
                "a reply in this case with other words, or said otherwise, recorded at position \(position) "
                    + "(`cmcase case correct \(position)` corrects who could read it, and what it was for)")
        }
        let receipt: CommandReceipt = try known(positions, of: shownIn, session)
        try refuseIfLost(context, receipt)
        return receipt
    }

    /// Whether an event was taken back. O(events of its stream).
    func isTakenBack(_ position: Position) throws -> Bool {
        guard let name = try store.stream(at: position.rawValue), let stream = StreamName(name) else { return false }
        return try StreamReader(store: store).takenBack(in: stream, through: .max)[position] != nil
    }

    /// Whether an event is a reply with these words; erased ones count as the same. What a network told us of a reply
    /// doesn't say what it was for.
    private func says(_ reply: CaseCommand.Reply, at position: Position) throws -> Bool {
        guard let name = try store.stream(at: position.rawValue), let stream = StreamName(name) else { return false }
        if case .replySent(let sent) = try StreamReader(store: store).event(at: position, in: stream, through: .max)?
            .event,
            let purpose = sent.purpose, purpose != reply.purpose || sent.visibility != reply.visibility
        {
            return false
        }
        return try content(at: position)?.text.map { $0 == reply.text } ?? true
    }
}
