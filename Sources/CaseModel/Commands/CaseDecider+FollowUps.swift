/// The rules of looking again (S18).
extension CaseDecider {
    static func schedule(
        _ due: Timestamp, _ purpose: FollowUpPurpose, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> Event {
        try refuseIfClosed(state)
        guard due > context.at else {
            throw Refusal(.dueInThePast, state.number, "a follow-up is due after it is planned; name a later time")
        }
        let number: Int64 = (state.followUps.map(\.number).max() ?? 0) + 1
        return .followUpScheduled(FollowUpScheduled(followUp: number, due: due, purpose: purpose))
    }

    static func cancel(_ number: Int64?, _ state: CaseState) throws(Refusal) -> Event {
        let followUp: Int64 = try openFollowUp(number, state)
        guard state.lifecycle == .open || state.isWatched(without: followUp) else {
            throw Refusal(
                .unwatched, state.number,
                "case \(state.number) has ended and this is its only follow-up; "
                    + "schedule another before cancelling (S18)")
        }
        return .followUpCancelled(FollowUpCancelled(followUp: followUp))
    }

    /// The follow-up with a number, or the earliest due; either way it must be open.
    static func openFollowUp(_ number: Int64?, _ state: CaseState) throws(Refusal) -> Int64 {
        let open: [FollowUp] = state.openFollowUps
        guard let found = number.map({ number in open.first { $0.number == number } }) ?? open.first else {
            let numbers: String = open.map { "\($0.number)" }.joined(separator: ", ")
            let which: String = open.isEmpty ? "none is open" : "open: \(numbers)"
            throw Refusal(.noSuchFollowUp, state.number, "case \(state.number) has no such open follow-up; \(which)")
        }
        return found.number
    }
}
