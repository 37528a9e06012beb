/// Follow-ups and guidance (S8, S9, S18).
extension CaseDecider {
    /// Replaces the follow-up that was scheduled automatically with the end of the case.
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

    /// The follow-up scheduled with the end of a case. Replaces all that are open.
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

    /// Guidance schedules its own follow-up.
    static func guide(
        _ steps: String, _ followUpAt: Timestamp?, after delay: Int64, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        let due: Timestamp = followUpAt ?? context.at.later(by: delay)
        let guidance = Step(.guidanceGiven(GuidanceGiven(followUpAt: due)), text: steps)
        try refuseUnlessLegal(guidance.event, in: state, isOverride: context.override != nil)
        if steps.isEmpty {
            throw Refusal(
                .needsText, state.number,
                "guidance says whom to contact and which steps to take; say what you told them")
        }
        return [guidance, try followUpStep(due, .evolution, state, context)]
    }
}
