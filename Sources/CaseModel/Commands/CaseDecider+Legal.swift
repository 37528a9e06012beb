/// The rules on which events are legal in which state. Deciders ask before they decide; `Hindsight` asks for all later
/// events when one is corrected or taken back.
extension CaseDecider {
    /// Refuses an event that the state does not allow.
    ///
    /// - Parameters:
    ///   - state: the combined case before the event.
    ///   - isOverride: whether a reason for overriding the rule is given.
    /// - Throws: `Refusal`; never for events that are no decisions, such as imported messages.
    package static func refuseUnlessLegal(
        _ event: Event, in state: CaseState, isOverride: Bool
    ) throws(Refusal) {
        switch event {
        case .caseAssigned, .caseUnassigned, .prioritySet, .tagAdded, .tagRemoved, .noteAdded, .caseSnoozed,
            .authorInvestigated, .followUpScheduled:
            try refuseIfClosed(state)
        case .outcomeForecast, .helpProvided, .guidanceGiven, .caseDismissed: try refuseIfEnded(state)
        case .caseEscalated:
            // A resolved case too: it may have ended without a solution, which a higher level may still find (S17).
            if case .resolved = state.lifecycle {} else { try refuseIfEnded(state) }
        case .replySent(let reply): try refuseUnlessLegal(reply, state, isOverride)
        case .conversationMoved(let moved): try refuseUnlessLegal(moved, state, isOverride)
        case .caseResolved(let resolved): try refuseUnlessLegal(resolved, state)
        case .resolutionPublished: try refuseIfUnpublishable(state, isOverride)
        case .caseReopened:
            guard state.lifecycle == .open else { return }
            throw Refusal(
                .notEnded, state.number,
                "case \(state.number) is \(CaseSummary(of: state).status.rawValue), not ended; go on with it as it is")
        case .caseClosed: try refuseIfUnclosable(state)
        case .followUpDone(let done): _ = try openFollowUp(done.followUp, state)
        case .followUpCancelled(let cancelled):
            _ = try openFollowUp(cancelled.followUp, state)
            try refuseIfUnwatched(without: cancelled.followUp, state)
        default: try refuseUnlessComplaintAllows(event, state)
        }
    }

    private static func refuseUnlessComplaintAllows(_ event: Event, _ state: CaseState) throws(Refusal) {
        switch event {
        case .complaintAcknowledged:
            try refuseIfEnded(state)
            try refuseUnlessComplaint(state)
            if state.handling.acknowledgedAt != nil {
                throw Refusal(
                    .alreadyAcknowledged, state.number,
                    "the complaint of case \(state.number) is acknowledged already; record what you say next as a reply"
                )
            }
        case .complaintAssessed:
            try refuseIfEnded(state)
            try refuseUnlessComplaint(state)
            guard state.complainedAbout.contains(.brand) else {
                throw Refusal(
                    .notAboutBrand, state.number,
                    "case \(state.number) complains about the product alone, which is helped and not judged (S7); "
                        + "classify its mention as about the brand too, if it is")
            }
            guard state.investigatedAt != nil else {
                throw Refusal(
                    .notInvestigated, state.number,
                    "nobody has looked into who writes in case \(state.number); investigate first, then assess (S11)")
            }
        case .problemIdentified:
            try refuseIfEnded(state)
            try refuseUnlessComplaint(state)
        case .planExplained:
            try refuseIfEnded(state)
            guard state.handling.problemIdentifiedAt != nil else {
                throw Refusal(
                    .problemUnknown, state.number,
                    "the problem of case \(state.number) is not identified in this episode; "
                        + "identify it before you explain what will be done (S13)")
            }
        default: break
        }
    }

    /// A private mention is answered in public only with the person's consent or an override.
    private static func refuseUnlessLegal(
        _ reply: ReplySent, _ state: CaseState, _ isOverride: Bool
    ) throws(Refusal) {
        // Imported replies have no purpose and are never refused.
        if reply.purpose == nil { return }
        try refuseIfClosed(state)
        if case .dismissed(.troll, _) = state.lifecycle {
            throw Refusal(
                .dismissedAsTroll, state.number,
                "case \(state.number) was dismissed as a troll's and is let be (S12); reopen it before you answer")
        }
        let answered: MentionFact? = reply.parent.flatMap { state.mention($0) }
        if answered?.visibility == .isPrivate, reply.visibility == .isPublic, !state.hasConsent, !isOverride {
            throw Refusal(
                .privateToPublic, state.number,
                "a private message is not answered in public; answer in private, "
                    + "or say in override why the person agrees")
        }
    }

    /// Moving to public needs the person's consent, or an override: only our own words will be public.
    private static func refuseUnlessLegal(
        _ moved: ConversationMoved, _ state: CaseState, _ isOverride: Bool
    ) throws(Refusal) {
        try refuseIfClosed(state)
        if moved.to == .isPublic, !moved.consent, !state.hasConsent, !isOverride {
            throw Refusal(
                .needsConsent, state.number,
                "case \(state.number) goes on in private, and nobody says that the person agrees to go on in public; "
                    + "ask, and say so with consent, or say in override that our own words alone will stand there")
        }
    }

    private static func refuseUnlessLegal(_ resolved: CaseResolved, _ state: CaseState) throws(Refusal) {
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
    }

    /// Publishing is for favourable outcomes; of a private conversation only with the person's consent (S16).
    private static func refuseIfUnpublishable(_ state: CaseState, _ isOverride: Bool) throws(Refusal) {
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
        if isOverride { return }
        if outcome == .unfavourable {
            throw Refusal(
                .notFavourable, state.number,
                "case \(state.number) ended unfavourably, which stays in private (S17); "
                    + "say in override why others should see it")
        }
        if state.currentVisibility == .isPrivate, !state.hasConsent {
            throw Refusal(
                .needsConsent, state.number,
                "case \(state.number) was resolved in private; ask the person and record their consent by moving the "
                    + "conversation, or say in override that our own words alone are shown")
        }
    }

    private static func refuseIfUnclosable(_ state: CaseState) throws(Refusal) {
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
    }

    private static func refuseIfUnwatched(without followUp: Int64, _ state: CaseState) throws(Refusal) {
        guard state.lifecycle == .open || state.isWatched(without: followUp) else {
            throw Refusal(
                .unwatched, state.number,
                "case \(state.number) has ended and this is its only follow-up; "
                    + "schedule another before cancelling (S18)")
        }
    }

    /// The open follow-up with a number, by default the one due first.
    static func openFollowUp(_ number: Int64?, _ state: CaseState) throws(Refusal) -> Int64 {
        let open: [FollowUp] = state.openFollowUps
        guard let found = number.map({ number in open.first { $0.number == number } }) ?? open.first else {
            let numbers: String = open.map { "\($0.number)" }.joined(separator: ", ")
            let which: String = open.isEmpty ? "none is open" : "open: \(numbers)"
            throw Refusal(.noSuchFollowUp, state.number, "case \(state.number) has no such open follow-up; \(which)")
        }
        return found.number
    }
}
