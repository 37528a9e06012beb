extension CaseDecider {
    /// How far ahead of our clock the world's clocks may be.
    private static let tolerance: Int64 = 86_400_000_000

    /// What is recorded has happened: clocks differ by hours at most.
    package static func refuseIfInTheFuture(_ at: Timestamp, now: Timestamp) throws(Refusal) {
        guard at.microseconds(since: now) > tolerance else { return }
        throw Refusal(
            .inTheFuture, nil,
            "the time given is more than a day in the future; record what has happened when it has, "
                + "or plan it with a follow-up")
    }

    /// What happens to a case happens after it began, and its episodes don't overlap.
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

    /// What must have happened before, and when it did.
    private static func steps(before command: CaseCommand, _ state: CaseState) -> [(String, Timestamp)] {
        let steps: [(String, Timestamp?)]
        switch command {
        case .reopen, .close, .publish: steps = [("ended", state.lifecycle.restsSince)]
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
