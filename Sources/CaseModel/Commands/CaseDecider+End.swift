/// Resolving, dismissing and reopening (S12, S15).
extension CaseDecider {
    static func resolve(
        _ resolved: CaseResolved, _ note: String?, _ followUp: FollowUpPlan, _ delays: FollowUpDelays,
        _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        try refuseUnlessLegal(.caseResolved(resolved), in: state, isOverride: context.override != nil)
        let issues: TargetSet = resolved.issues
        let ended: TargetSet = state.episodes.last?.resolvedIssues ?? []
        let step = Step(.caseResolved(resolved), note: note)
        // One of two issues: the case stays open and needs no follow-up. If it stays open only because of merged or split
        // messages, it is ended once they leave it again, so a follow-up is scheduled.
        let isLast: Bool = issues.isEmpty || state.complainedAbout.isSubset(of: ended.union(issues))
        let isWhole: Bool = state.absorbed.isEmpty && state.$moves.isBlank
        if !isLast, isWhole, followUp == .usual { return [step] }
        // The issue that was solved least decides the delay.
        let solved: Solved = resolved.solved.least(with: state.episodes.last?.solved)
        let delay: Int64 = solved == .yes ? delays.solved : delays.notSolved
        return [step] + (try watch(followUp, after: delay, .evolution, state, context))
    }

    static func dismiss(
        _ ground: DismissalGround, _ reason: String?, _ followUp: FollowUpPlan, _ delays: FollowUpDelays,
        _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        try refuseUnlessLegal(
            .caseDismissed(CaseDismissed(ground: ground)), in: state, isOverride: context.override != nil)
        let step = Step(.caseDismissed(CaseDismissed(ground: ground)), note: reason)
        return [step] + (try watch(followUp, after: delays.dismissed, .recurrence, state, context))
    }

    static func reopened(_ trigger: ReopeningTrigger, _ state: CaseState) -> CaseReopened {
        CaseReopened(trigger: trigger, episode: (state.episodes.last?.number ?? 1) + 1)
    }
}
