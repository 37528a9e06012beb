/// Decides merging cases and taking a merge back. Pure. Both streams say it; nothing is deleted.
package enum MergeDecider {
    /// `from` goes on in `into`. A case that is open goes on only in an open one: in another it would be lost. One that
    /// is watched doesn't go on in a closed one, and what has ended and nobody watches is looked at when `from` would have been.
    ///
    /// - Parameter principal: the person as whom a person is known: cases of linked persons are one person's.
    package static func merge(
        _ from: CaseState, into: CaseState, principal: (PersonNumber) -> PersonNumber = { $0 },
        reason: String?, _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        guard from.number != into.number else {
            throw Refusal(.sameCase, into.number, "a case is not merged with itself; name two cases")
        }
        for state in [from, into] {
            try CaseDecider.refuseIfRetracted(state)
            if let goesOnIn = state.mergedInto {
                throw Refusal(
                    .merged, state.number,
                    "case \(state.number) goes on in case \(goesOnIn) already; merge with case \(goesOnIn) instead")
            }
        }
        guard principal(from.person) == principal(into.person) else {
            throw Refusal(
                .otherPerson, from.number,
                "cases \(from.number) and \(into.number) are of two persons; link the identities first if they are one")
        }
        try refuseIfLost(from, in: into)
        let event = Event.casesMerged(CasesMerged(into: into.number, from: from.number))
        return both(from, into, event, reason, context) + (try watch(into, instead: from, context))
    }

    /// `from` goes on by itself again.
    package static func unmerge(
        _ from: CaseState, from into: CaseState, reason: String?, _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        guard from.mergedInto == into.number else {
            throw Refusal(
                .notMerged, from.number,
                "case \(from.number) was not merged into case \(into.number); there is nothing to take back")
        }
        let event = Event.casesUnmerged(CasesUnmerged(into: into.number, from: from.number))
        return both(from, into, event, reason, context)
    }

    /// Somebody will look at the case that goes on where somebody would have looked at the other (S18).
    private static func watch(
        _ into: CaseState, instead from: CaseState, _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        guard let followUp = from.openFollowUps.first, into.lifecycle != .open else { return [] }
        if case .closed = into.lifecycle {
            throw Refusal(
                .closed, into.number,
                "case \(into.number) is closed, and follow-up \(followUp.number) of case \(from.number) is open; "
                    + "reopen case \(into.number) first, or merge it into case \(from.number)")
        }
        if into.isWatched { return [] }
        // What is overdue already is due at once.
        let due: Timestamp = max(followUp.due, context.at.later(by: 1_000_000))
        let scheduled = FollowUpScheduled(
            followUp: (into.followUps.map(\.number).max() ?? 0) + 1, due: due, purpose: followUp.purpose,
            isUsual: followUp.isUsual)
        return [Decision(.case(into.number), .followUpScheduled(scheduled), at: context.at, rule: context.rule)]
    }

    /// What is open is not lost in what has ended.
    static func refuseIfLost(_ from: CaseState, in into: CaseState) throws(Refusal) {
        guard from.lifecycle == .open else { return }
        let (code, ended): (Refusal.Code, String)
        switch into.lifecycle {
        case .open: return
        case .resolved: (code, ended) = (.alreadyResolved, "resolved")
        case .dismissed: (code, ended) = (.alreadyDismissed, "dismissed")
        case .closed: (code, ended) = (.closed, "closed")
        }
        throw Refusal(
            code, into.number,
            "case \(into.number) is \(ended) and case \(from.number) is open; reopen case \(into.number) first, "
                + "or merge it into case \(from.number)")
    }

    private static func both(
        _ from: CaseState, _ into: CaseState, _ event: Event, _ reason: String?, _ context: CommandContext
    ) -> [Decision] {
        func decision(_ state: CaseState, _ content: Content) -> Decision {
            Decision(
                .case(state.number), event, at: context.at, content: content.isEmpty ? nil : content,
                owner: state.person, rule: context.rule)
        }
        // Against a rule is told once, where the case goes on.
        return [
            decision(into, Content(note: reason, override: context.override)), decision(from, Content(note: reason)),
        ]
    }
}
