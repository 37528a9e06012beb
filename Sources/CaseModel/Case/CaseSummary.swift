/// What lists and reports show of a case: derived from its state, the same whatever order its messages came in.
package struct CaseSummary: Hashable, Sendable {
    package var status: CaseStatus = .new
    package var brand: Brand?
    /// The gravest judgement that stands on one of its mentions: complaint, question, positive, neutral, spam.
    package var polarity: Polarity?
    package var targets: TargetSet = []
    package var topics: [Topic] = []
    /// The gravest that stands on one of its mentions.
    package var severity: Severity?
    package var openedAt: Timestamp?
    package var lastMentionAt: Timestamp?
    /// Our first reply after the first mention.
    package var firstReplyAt: Timestamp?
    package var lastReplyAt: Timestamp?
    /// The first mention after our last reply; nil if we spoke last.
    package var unansweredSince: Timestamp?
    /// The first mention after our last reply that was taken in as it happened: history starts no clock.
    package var liveUnansweredSince: Timestamp?
    package var mentionCount = 0
    package var replyCount = 0
    package var publicReplyCount = 0
    package var revisionCount = 0
    /// The greatest of its mentions.
    package var reach: Int64?
    package var episode: Int64 = 1
    /// When the present episode began, where it is not the first.
    package var reopenedAt: Timestamp?
    /// When the present episode was resolved or dismissed, if it was; closing doesn't change it.
    package var endedAt: Timestamp?
    /// When the case was closed, if it is.
    package var closedAt: Timestamp?
    /// Our replies in the present episode.
    package var turns = 0
    /// How the present episode was resolved, if it was.
    package var outcome: Outcome?
    package var nextFollowUpAt: Timestamp?
    /// What the follow-up that was done last found.
    package var lastFinding: FollowUpFinding?
    package var acknowledgedAt: Timestamp?
    /// By when the plan promised it, in the present episode.
    package var planBy: Timestamp?
    package var assignee: String?
    package var priority: Priority = .normal
    package var tags: [String] = []
    package var snoozedUntil: Timestamp?
    /// The first of its events that was recorded as it happened; nil while all it has is imported history.
    package var liveSince: Timestamp?
    package var facts: CaseFacts = []
    /// The stretches of the present episode in which we waited for the person; none for imported history.
    package var pauses: [Pause] = []
    /// The stretches of the present episode in which it was out of sight, up to the time that was set where it still is.
    package var snoozes: [Range<Timestamp>] = []

    /// A stretch in which the person was to speak: from our reply to their next mention.
    package struct Pause: Hashable, Sendable {
        package var from: Timestamp
        /// Not in it any more; nil while they have not spoken.
        package var until: Timestamp?

        package init(from: Timestamp, until: Timestamp?) {
            self.from = from
            self.until = until
        }
    }

    /// The summary of a case of which nothing is known.
    package init() {}

    /// Derives it. O(mentions + replies).
    package init(of state: CaseState) {
        let state: CaseState = state.settled
        let reopenedAt: Timestamp? = state.episodes.last?.reopenedAt
        readMentions(of: state)
        readReplies(of: state, since: reopenedAt)
        readDecisions(of: state)
        if state.liveSince != nil { pauses = Self.pauses(of: state, since: reopenedAt) }
    }

    /// What the house did, and the status; of the messages it asks for the newest of either side alone. After
    /// `readMentions` and `readReplies`.
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
    /// `product`, `brand`, `both`, or nothing.
    package var targetsName: String { targets.name }

    /// By when the plan promised something that is still owed: the case is open, and no help was provided since (S14).
    package var openPromise: Timestamp? {
        endedAt == nil && !facts.contains(.promiseKept) ? planBy : nil
    }
}
