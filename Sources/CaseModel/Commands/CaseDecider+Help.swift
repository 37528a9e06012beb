/// The rules of helping, of guiding where we can't help, and of bringing in somebody who can (S7 to S9).
extension CaseDecider {
    static func help(_ what: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfEnded(state)
        return Step(.helpProvided(HelpProvided()), note: what)
    }

    /// Whoever is sent elsewhere is asked again how it went: the follow-up comes with the guidance.
    static func guide(
        _ steps: String, _ followUpAt: Timestamp?, after delay: Int64, _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        try refuseIfEnded(state)
        if steps.isEmpty {
            throw Refusal(
                .needsText, state.number,
                "guidance says whom to contact and which steps to take; say what you told them")
        }
        let due: Timestamp = followUpAt ?? context.at.later(by: delay)
        let followUp: Step = try followUpStep(due, .evolution, state, context)
        return [Step(.guidanceGiven(GuidanceGiven(followUpAt: due)), text: steps), followUp]
    }

    /// Also where the matter ended without a solution: who has more say may still find one (S17).
    static func escalate(
        _ to: String, _ level: Int64, _ reason: String?, _ state: CaseState
    ) throws(Refusal) -> Step {
        if case .resolved = state.lifecycle {} else { try refuseIfEnded(state) }
        try refuseUnlessName(to, "whom a case is escalated to", state)
        guard (1...4).contains(level) else {
            throw Refusal(.badLevel, state.number, "a level is from 1 to 4, the gravest")
        }
        return Step(.caseEscalated(CaseEscalated(to: to, level: level)), note: reason)
    }
}
