/// Facts about a case that advice and list filters need, one bit each. Stored in the case's row, so that an inbox needs
/// no event stream.
///
/// Facts about work count for the present episode unless they say otherwise. Rows hold the raw value: a bit never
/// changes its meaning.
package struct CaseFacts: OptionSet, Hashable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    private init(bit: Int64) { rawValue = 1 << bit }

    /// Somebody investigated the author, in any episode (S11).
    package static let investigated = CaseFacts(bit: 0)
    /// Somebody assessed whether the complaint is founded (S10).
    package static let assessed = CaseFacts(bit: 1)
    /// The last assessment says that the complaint is founded, even if only a little (S13).
    package static let founded = CaseFacts(bit: 2)
    package static let forecastFavourable = CaseFacts(bit: 3)
    package static let forecastUnfavourable = CaseFacts(bit: 4)
    package static let problemIdentified = CaseFacts(bit: 5)
    package static let planExplained = CaseFacts(bit: 6)
    package static let helped = CaseFacts(bit: 7)
    package static let guided = CaseFacts(bit: 8)
    package static let acknowledged = CaseFacts(bit: 9)
    package static let published = CaseFacts(bit: 10)
    /// The conversation is private at present: `CaseState.currentVisibility`.
    package static let isPrivate = CaseFacts(bit: 11)
    /// At least one mention of any episode is private.
    package static let hasPrivateMention = CaseFacts(bit: 12)
    /// The person agreed to continue in public.
    package static let consent = CaseFacts(bit: 13)
    /// All events are imported history, so no service clock runs for the case.
    package static let isImportedOnly = CaseFacts(bit: 14)
    /// It was escalated.
    package static let escalated = CaseFacts(bit: 15)

    package static let resolvedFavourable = CaseFacts(bit: 16)
    package static let resolvedUnfavourable = CaseFacts(bit: 17)
    package static let solvedYes = CaseFacts(bit: 18)
    package static let solvedPartly = CaseFacts(bit: 19)
    package static let solvedNo = CaseFacts(bit: 20)
    package static let dismissedTroll = CaseFacts(bit: 21)
    package static let dismissedSpam = CaseFacts(bit: 22)
    package static let dismissedOffTopic = CaseFacts(bit: 23)
    package static let dismissedDuplicate = CaseFacts(bit: 24)
    /// The product issue is resolved, whether or not the case is.
    package static let productResolved = CaseFacts(bit: 25)
    /// The brand issue is resolved, whether or not the case is.
    package static let brandResolved = CaseFacts(bit: 26)

    /// We have replied at least once, in any episode.
    package static let anyReply = CaseFacts(bit: 27)
    /// The newest mention is classified.
    package static let newestJudged = CaseFacts(bit: 28)
    /// The newest mention is classified as positive.
    package static let newestPositive = CaseFacts(bit: 29)
    /// The newest mention is classified as a complaint.
    package static let newestComplaint = CaseFacts(bit: 30)
    /// A follow-up is open, or one was done after the case ended (S18).
    package static let watched = CaseFacts(bit: 31)
    /// We replied after the last assessment.
    package static let answeredSinceAssessed = CaseFacts(bit: 32)
    /// A follow-up was done after our last reply.
    package static let lookedSinceReply = CaseFacts(bit: 33)
    /// A follow-up was done after the case ended; for a closed case, after it was closed.
    package static let lookedSinceEnd = CaseFacts(bit: 34)
    /// Help was provided after the plan was last explained.
    package static let promiseKept = CaseFacts(bit: 35)
    /// A public mention of any episode is classified as positive.
    package static let praisedInPublic = CaseFacts(bit: 36)
    /// Our last reply of this episode asks what the problem is (`clarify`), and the person has not answered it.
    package static let asked = CaseFacts(bit: 37)
}

extension CaseFacts {
    /// The facts that follow from decisions. `CaseSummary` adds those that follow from messages while it reads them.
    init(of state: CaseState, _ present: Episode?) {
        self = []
        if state.currentVisibility == .isPrivate { insert(.isPrivate) }
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

    /// The ground on which the case was dismissed.
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
