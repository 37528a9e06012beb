/// The rules of ending a matter, showing how it ended, and taking it up again (S12, S15 to S17).
extension CaseDecider {
    static func resolve(
        _ resolved: CaseResolved, _ note: String?, _ followUp: FollowUpPlan, _ delays: FollowUpDelays,
        _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        try refuseIfEnded(state)
        let issues: TargetSet = resolved.issues
        let unknown: [Target] = issues.subtracting(state.complainedAbout).members
        if !unknown.isEmpty {
            let named: String = unknown.map { "the \($0.rawValue)" }.joined(separator: " or ")
            throw Refusal(
                .noSuchIssue, state.number,
                "case \(state.number) holds no complaint about \(named); classify its mention first, "
                    + "or resolve the case as a whole")
        }
        let ended: TargetSet = state.episodes.last?.resolvedIssues ?? []
        if !issues.isEmpty, ended.isSuperset(of: issues) {
            throw Refusal(
                .alreadyResolved, state.number,
                "that issue of case \(state.number) is resolved already in this episode; name the other issue, "
                    + "or resolve the case as a whole")
        }
        let step = Step(.caseResolved(resolved), note: note)
        // One of two issues: the case goes on, and whoever has it looks after it. What goes on only because of another
        // case's messages has ended when these leave it again, and is watched from now on.
        let isLast: Bool = issues.isEmpty || state.complainedAbout.isSubset(of: ended.union(issues))
        let isWhole: Bool = state.absorbed.isEmpty && state.$moves.isBlank
        if !isLast, isWhole, followUp == .usual { return [step] }
        // What one issue was left with counts for the whole.
        let solved: Solved = resolved.solved.less(than: state.episodes.last?.solved)
        let delay: Int64 = solved == .yes ? delays.solved : delays.notSolved
        return [step] + (try watch(followUp, after: delay, .evolution, state, context))
    }

    static func dismiss(
        _ ground: DismissalGround, _ reason: String?, _ followUp: FollowUpPlan, _ delays: FollowUpDelays,
        _ state: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Step] {
        try refuseIfEnded(state)
        let step = Step(.caseDismissed(CaseDismissed(ground: ground)), note: reason)
        return [step] + (try watch(followUp, after: delays.dismissed, .recurrence, state, context))
    }

    /// Showing how well it ended; a private matter is shown only with consent, or in our own words alone (S16).
    static func publish(_ note: String?, _ state: CaseState, _ context: CommandContext) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        guard case .resolved(let outcome, _, _) = state.lifecycle else {
            throw Refusal(
                .notResolved, state.number,
                "case \(state.number) is \(CaseSummary(of: state).status.rawValue), not resolved; "
                    + "resolve it before its resolution is published")
        }
        if state.handling.publishedAt != nil {
            throw Refusal(
                .alreadyPublished, state.number,
                "the resolution of case \(state.number) is published already; there is nothing to record")
        }
        guard context.override == nil else {
            return Step(.resolutionPublished(ResolutionPublished()), note: note)
        }
        if outcome == .unfavourable {
            throw Refusal(
                .notFavourable, state.number,
                "case \(state.number) ended unfavourably, which stays in private (S17); "
                    + "say in override why others should see it")
        }
        if state.standsIn == .isPrivate, !state.hasConsent {
            throw Refusal(
                .needsConsent, state.number,
                "case \(state.number) was resolved in private; ask the person and record their consent by moving the "
                    + "conversation, or say in override that our own words alone are shown")
        }
        return Step(.resolutionPublished(ResolutionPublished()), note: note)
    }

    static func reopen(_ trigger: ReopeningTrigger, _ reason: String?, _ state: CaseState) throws(Refusal) -> Step {
        guard state.lifecycle != .open else {
            throw Refusal(
                .notEnded, state.number,
                "case \(state.number) is \(CaseSummary(of: state).status.rawValue), not ended; go on with it as it is")
        }
        return Step(.caseReopened(reopened(trigger, state)), note: reason)
    }

    static func close(_ reason: String?, _ state: CaseState) throws(Refusal) -> Step {
        try refuseIfClosed(state)
        guard state.lifecycle != .open else {
            throw Refusal(
                .notEnded, state.number,
                "case \(state.number) is \(CaseSummary(of: state).status.rawValue); "
                    + "resolve or dismiss it before closing")
        }
        if let followUp = state.openFollowUps.first {
            throw Refusal(
                .openFollowUp, state.number,
                "follow-up \(followUp.number) of case \(state.number) is open; do it or cancel it before closing (S18)")
        }
        guard state.isWatched else {
            throw Refusal(
                .unwatched, state.number,
                "nobody has looked at case \(state.number) since it ended; schedule a follow-up and do it first (S18)")
        }
        return Step(.caseClosed(CaseClosed()), note: reason)
    }

    private static func reopened(_ trigger: ReopeningTrigger, _ state: CaseState) -> CaseReopened {
        CaseReopened(trigger: trigger, episode: (state.episodes.last?.number ?? 1) + 1)
    }

    /// What a message that comes in as it happens does to its case: it wakes a snoozed one that waits for it, and takes
    /// an ended one up again.
    ///
    /// Thanks don't: a follow-up survives a thank-you; what nobody has judged yet does, until it turns out to be thanks. Nor
    /// does what a troll or spammer adds; that case is watched (S12) until it is closed, and nobody would see it afterwards.
    package static func arrived(_ label: Label?, at: Timestamp, in state: CaseState) -> [Decision] {
        let isEnded: Bool =
            switch state.lifecycle {
            case .open, .dismissed(.troll, _), .dismissed(.spam, _): false
            case .resolved, .dismissed, .closed: true
            }
        let event: Event
        if isEnded, label?.polarity != .positive {
            event = .caseReopened(reopened(.mention, state))
        } else if state.snooze?.wakesOnReply == true {
            event = .caseWoken(CaseWoken(by: .reply))
        } else {
            return []
        }
        // What was written before we ended the case was not known then: the new episode begins when it is.
        let begins: Timestamp = max(at, state.lifecycle.restsSince ?? at)
        return [Decision(.case(state.number), event, at: begins)]
    }
}
