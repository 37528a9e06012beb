/// Decides merging and unmerging cases. Pure. Both streams record it; nothing is deleted.
package enum MergeDecider {
    /// Merges `from` into `into`.
    ///
    /// An open case is merged only into an open one, or its matter would be lost. If a case with an open follow-up is
    /// merged into an ended one that has none, the follow-up is scheduled there.
    ///
    /// - Parameter principal: the person that a linked person is known as: cases of linked persons may be merged.
    package static func merge(
        _ from: CaseState, into: CaseState, principal: (PersonNumber) -> PersonNumber = { $0 },
        reason: String?, _ context: CommandContext
    ) throws(Refusal) -> [Decision] {
        guard from.number != into.number else {
            throw Refusal(.sameCase, into.number, "a case is not merged with itself; name two cases")
        }
        for state in [from, into] {
            try CaseDecider.refuseIfRetracted(state)
            if let other = state.mergedInto {
                throw Refusal(
                    .merged, state.number,
                    "case \(state.number) goes on in case \(other) already; merge with case \(other) instead")
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

    /// Undoes a merge.
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

    /// Carries the follow-up of `from` over to `into` if `into` has ended and has none (S18).
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
        // An overdue one is due at once.
        let due: Timestamp = max(followUp.due, context.at.later(by: 1_000_000))
        let scheduled = FollowUpScheduled(
            followUp: (into.followUps.map(\.number).max() ?? 0) + 1, due: due, purpose: followUp.purpose,
            isUsual: followUp.isUsual)
        return [Decision(.case(into.number), .followUpScheduled(scheduled), at: context.at, rule: context.rule)]
    }

    /// Refuses to merge an open case into an ended one.
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
                .case(state.number), event, at: context.at, content: content,
                owner: state.person, rule: context.rule)
        }
        // The override is recorded once, in the stream of the remaining case.
        return [
            decision(into, Content(note: reason, override: context.override)), decision(from, Content(note: reason)),
        ]
    }
}
