/// The rules of looking again (S18).
extension CaseDecider {
    /// A follow-up of one's own replaces the usual one that came with the end of the case.
    static func schedule(
        _ due: Timestamp, _ purpose: FollowUpPurpose, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        try refuseIfClosed(state)
        let step: Step = try followUpStep(due, purpose, state, context)
        return [step] + cancelling(state.openFollowUps.filter(\.isUsual))
    }

    private static func cancelling(_ followUps: [FollowUp]) -> [Step] {
        followUps.map { Step(.followUpCancelled(FollowUpCancelled(followUp: $0.number))) }
    }

    /// The follow-up that comes with the end of a case. It takes the place of those that are open: what ended before,
    /// or was planned on the way, is looked at together with this end.
    static func watch(
        _ plan: FollowUpPlan, after delay: Int64, _ purpose: FollowUpPurpose, _ state: CaseState,
        _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        switch plan {
        case .at(let due, let own):
            return [try followUpStep(due, own ?? purpose, state, context)] + cancelling(state.openFollowUps)
        case .usual:
            return [try followUpStep(context.at.later(by: delay), purpose, state, context, isUsual: true)]
                + cancelling(state.openFollowUps)
        case .unplanned:
            guard context.override == nil else { return [] }
            throw Refusal(
                .needsReason, state.number,
                "a case that ends is looked at again (S18); name the time of its follow-up, "
                    + "or say in override why nobody will look")
        }
    }

    static func followUpStep(
        _ due: Timestamp, _ purpose: FollowUpPurpose, _ state: CaseState, _ context: CommandContext,
        isUsual: Bool = false
    ) throws(Refusal) -> Step {
        let number: Int64 = (state.followUps.map(\.number).max() ?? 0) + 1
        return Step(
            .followUpScheduled(
                FollowUpScheduled(followUp: number, due: due, purpose: purpose, isUsual: isUsual)))
    }

    static func complete(
        _ number: Int64?, _ finding: FollowUpFinding, _ note: String?, _ state: CaseState
    ) throws(Refusal) -> Step {
        let followUp: Int64 = try openFollowUp(number, state)
        return Step(.followUpDone(FollowUpDone(followUp: followUp, finding: finding)), note: note)
    }

    static func cancel(_ number: Int64?, _ reason: String?, _ state: CaseState) throws(Refusal) -> Step {
        let followUp: Int64 = try openFollowUp(number, state)
        let event = Event.followUpCancelled(FollowUpCancelled(followUp: followUp))
        try refuseUnlessLegal(event, in: state, isOverride: false)
        return Step(event, note: reason)
    }
}
