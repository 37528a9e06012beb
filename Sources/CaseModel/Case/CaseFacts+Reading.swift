extension CaseFacts {
    /// What the decisions on a case say; what its messages say is found where they are gone through.
    init(of state: CaseState, _ present: Episode?) {
        self = []
        if state.standsIn == .isPrivate { insert(.isPrivate) }
        if !state.followUps.isEmpty, state.isWatched { insert(.watched) }
        guard state.liveSince != nil, let present else { return }
        let work: CaseWork = state.work
        if work.investigatedAt != nil { insert(.investigated) }
        if work.hasConsent { insert(.consent) }
        formUnion(Self.done(present.handling))
        let lastReply: Timestamp? = state.timeline.replies.last?.at
        if let assessed = present.handling.assessment?.at, lastReply.map({ $0 >= assessed }) ?? false {
            insert(.answeredSinceAssessed)
        }
        formUnion(Self.ended(present))
    }

    /// What the case was dismissed as, if it was.
    package var dismissedAs: DismissalGround? {
        let grounds: [(CaseFacts, DismissalGround)] = [
            (.dismissedTroll, .troll), (.dismissedSpam, .spam), (.dismissedOffTopic, .offTopic),
            (.dismissedDuplicate, .duplicate),
        ]
        return grounds.first { contains($0.0) }?.1
    }

    private static func done(_ handling: Handling) -> CaseFacts {
        var facts: CaseFacts = []
        if let assessment = handling.assessment {
            facts.insert(.assessed)
            if assessment.founded { facts.insert(.founded) }
        }
        switch handling.forecast {
        case .favourable: facts.insert(.forecastFavourable)
        case .unfavourable: facts.insert(.forecastUnfavourable)
        case .unknown, nil: break
        }
        if handling.problemIdentifiedAt != nil { facts.insert(.problemIdentified) }
        if handling.planExplainedAt != nil { facts.insert(.planExplained) }
        if let helped = handling.helpProvidedAt {
            facts.insert(.helped)
            if let explained = handling.planExplainedAt, explained <= helped { facts.insert(.promiseKept) }
        }
        if handling.guidanceGivenAt != nil { facts.insert(.guided) }
        if handling.acknowledgedAt != nil { facts.insert(.acknowledged) }
        if handling.publishedAt != nil { facts.insert(.published) }
        if handling.escalationLevel != nil { facts.insert(.escalated) }
        return facts
    }

    private static func ended(_ episode: Episode) -> CaseFacts {
        var facts: CaseFacts = []
        if episode.resolvedIssues.contains(.product) { facts.insert(.productResolved) }
        if episode.resolvedIssues.contains(.brand) { facts.insert(.brandResolved) }
        switch episode.dismissedAs {
        case .troll: facts.insert(.dismissedTroll)
        case .spam: facts.insert(.dismissedSpam)
        case .offTopic: facts.insert(.dismissedOffTopic)
        case .duplicate: facts.insert(.dismissedDuplicate)
        case nil: break
        }
        guard episode.resolvedAt != nil else { return facts }
        facts.insert(episode.outcome == .favourable ? .resolvedFavourable : .resolvedUnfavourable)
        switch episode.solved {
        case .yes: facts.insert(.solvedYes)
        case .partly: facts.insert(.solvedPartly)
        case .no: facts.insert(.solvedNo)
        case nil: break
        }
        return facts
    }
}
