/// What lists and reports show of a case, derived from its state. Independent of the order in which messages arrived.
package struct CaseSummary: Hashable, Sendable {
    package var status: CaseStatus = .new
    package var brand: Brand?
    /// The gravest current polarity among its mentions: complaint, question, positive, neutral, spam.
    package var polarity: Polarity?
    package var targets: TargetSet = []
    package var topics: [Topic] = []
    /// The gravest current severity among its mentions.
    package var severity: Severity?
    package var openedAt: Timestamp?
    package var lastMentionAt: Timestamp?
    /// Our first reply after the first mention.
    package var firstReplyAt: Timestamp?
    package var lastReplyAt: Timestamp?
    /// The first mention after our last reply; nil if the last message is ours.
    package var unansweredSince: Timestamp?
    /// The first mention after our last reply that is not imported: imported messages start no clock.
    package var liveUnansweredSince: Timestamp?
    package var mentionCount = 0
    package var replyCount = 0
    package var publicReplyCount = 0
    package var revisionCount = 0
    /// The greatest reach of its mentions.
    package var reach: Int64?
    package var episode: Int64 = 1
    /// When the present episode began; nil in the first one.
    package var reopenedAt: Timestamp?
    /// When the present episode was resolved or dismissed. Closing doesn't change it.
    package var endedAt: Timestamp?
    /// When the case was closed.
    package var closedAt: Timestamp?
    /// Our replies in the present episode.
    package var turns = 0
    /// The outcome of the present episode, once it is resolved.
    package var outcome: Outcome?
    package var nextFollowUpAt: Timestamp?
    /// The finding of the follow-up that was done last.
    package var lastFinding: FollowUpFinding?
    package var acknowledgedAt: Timestamp?
    /// The date that the plan of the present episode promises.
    package var planBy: Timestamp?
    package var assignee: String?
    package var priority: Priority = .normal
    package var tags: [String] = []
    package var snoozedUntil: Timestamp?
    /// The time of its first event that is not imported history; nil if there is none.
    package var liveSince: Timestamp?
    package var facts: CaseFacts = []
    /// Intervals of the present episode in which we waited for the person; empty for imported history.
    package var pauses: [Pause] = []
    /// Intervals of the present episode in which it was snoozed; the last may extend into the future.
    package var snoozes: [Range<Timestamp>] = []

    /// An interval from our reply to the person's next mention.
    package struct Pause: Hashable, Sendable {
        package var from: Timestamp
        /// Exclusive; nil while they have not written.
        package var until: Timestamp?

        package init(from: Timestamp, until: Timestamp?) {
            self.from = from
            self.until = until
        }
    }

    package init() {}

    /// Derives the summary. O(mentions + replies).
    package init(of state: CaseState) {
        let state: CaseState = state.settled
        let reopenedAt: Timestamp? = state.episodes.last?.reopenedAt
        readMentions(of: state)
        readReplies(of: state, since: reopenedAt)
        readDecisions(of: state)
        if state.liveSince != nil { pauses = Self.pauses(of: state, since: reopenedAt) }
    }

    /// Everything that depends on decisions, and the status. Call it after `readMentions` and `readReplies`. Of the
    /// messages it needs only the newest mention and the newest reply.
    mutating func readDecisions(of state: CaseState) {
        let present: Episode? = state.episodes.last
        episode = present?.number ?? 1
        reopenedAt = present?.reopenedAt
        endedAt = state.lifecycle.endedAt
        closedAt = state.lifecycle.closedAt
        outcome = present.flatMap { $0.resolvedAt == nil ? nil : $0.outcome }
        readFollowUps(of: state)
        liveSince = state.liveSince
        if state.liveSince == nil {
            facts.insert(.isImportedOnly)
        } else {
            readWork(of: state, present?.handling ?? Handling())
        }
        status = Self.status(of: state, isJudged: polarity != nil)
        facts.formUnion(CaseFacts(of: state, present))
    }

    private static func status(of state: CaseState, isJudged: Bool) -> CaseStatus {
        if state.retractedAt != nil { return .retracted }
        if state.mergedInto != nil { return .merged }
        switch state.lifecycle {
        case .closed: return .closed
        case .resolved: return state.isWatched ? .monitoring : .resolved
        case .dismissed: return state.isWatched ? .monitoring : .dismissed
        case .open: break
        }
        if state.isAwaitingInternal { return .awaitingInternal }
        if state.isGuided { return .guided }
        guard let lastReply = state.replies.last else {
            return isJudged || state.episodes.count > 1 ? .evaluating : .new
        }
        if let reopened = state.episodes.last?.reopenedAt, lastReply.at < reopened { return .evaluating }
        guard let lastMention = state.mentions.last else { return .awaitingCustomer }
        return lastMention.worldOrder < lastReply.worldOrder ? .awaitingCustomer : .engaging
    }
}

extension CaseSummary {
    /// `product`, `brand`, `both` or empty.
    package var targetsName: String { targets.name }

    /// The date that the plan promised, while the case is open and no help was provided since (S14).
    package var openPromise: Timestamp? {
        endedAt == nil && !facts.contains(.promiseKept) ? planBy : nil
    }
}
