/// The rules of guiding where we can't help (S8, S9).
extension CaseDecider {
    /// Whoever is sent elsewhere is asked again how it went: the follow-up comes with the guidance.
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
