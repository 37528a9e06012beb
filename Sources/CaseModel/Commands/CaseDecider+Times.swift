/// Rules on the time that a command gives.
extension CaseDecider {
    /// How far in the future a time may be, since clocks differ: one day, in microseconds.
    private static let tolerance: Int64 = 86_400_000_000

    /// Refuses a time more than a day in the future.
    package static func refuseIfInTheFuture(_ at: Timestamp, now: Timestamp) throws(Refusal) {
        guard at.microseconds(since: now) > tolerance else { return }
        throw Refusal(
            .inTheFuture, nil,
            "the time given is more than a day in the future; record what has happened when it has, "
                + "or plan it with a follow-up")
    }

    /// Refuses a time before the case, before a step that must come first, or before the present episode.
    static func refuseIfTooEarly(_ command: CaseCommand, _ state: CaseState, _ at: Timestamp) throws(Refusal) {
        if let opened = state.mentions.first?.at, at < opened {
            throw Refusal(
                .beforeTheCase, state.number,
                "case \(state.number) begins after the time given; name a later time with --at, or leave it out")
        }
        for (step, earliest) in steps(before: command, state) where at < earliest {
            throw Refusal(
                .outOfOrder, state.number,
                "case \(state.number) \(step) after the time given; name a later time with --at, or leave it out")
        }
    }

    /// The steps that must come before a command, with their times.
    private static func steps(before command: CaseCommand, _ state: CaseState) -> [(String, Timestamp)] {
        let steps: [(String, Timestamp?)]
        switch command {
        case .reopen, .close, .publish: steps = [("ended", state.lifecycle.endedOrClosedAt)]
        case .wake: steps = [("was snoozed", state.snooze?.since)]
        case .assess: steps = [("was investigated", state.investigatedAt), reopened(state)]
        case .explainPlan:
            steps = [("had its problem identified", state.handling.problemIdentifiedAt), reopened(state)]
        case .resolve, .dismiss, .acknowledge, .forecast, .identifyProblem, .help, .guide, .escalate:
            steps = [reopened(state)]
        default: steps = []
        }
        return steps.compactMap { step, at in at.map { (step, $0) } }
    }

    private static func reopened(_ state: CaseState) -> (String, Timestamp?) {
        ("was reopened", state.episodes.last?.reopenedAt)
    }
}
