/// What lists and reports show of a case: derived from its state, the same whatever order its messages came in.
package struct CaseSummary: Hashable, Sendable {
    package var status: CaseStatus
    package var brand: Brand?
    /// The gravest judgement that stands on one of its mentions: complaint, question, positive, neutral, spam.
    package var polarity: Polarity?
    package var targets: TargetSet
    package var topics: [Topic]
    package var openedAt: Timestamp?
    package var lastMentionAt: Timestamp?
    /// Our first reply at or after the first mention.
    package var firstReplyAt: Timestamp?
    package var lastReplyAt: Timestamp?
    package var mentionCount: Int
    package var replyCount: Int
    package var publicReplyCount: Int
    package var revisionCount: Int
    package var episode: Int64
    /// How the present episode was resolved, if it was.
    package var outcome: Outcome?
    package var nextFollowUpAt: Timestamp?

    package init(
        status: CaseStatus, brand: Brand?, polarity: Polarity?, targets: TargetSet, topics: [Topic],
        openedAt: Timestamp?, lastMentionAt: Timestamp?, firstReplyAt: Timestamp?, lastReplyAt: Timestamp?,
        mentionCount: Int, replyCount: Int, publicReplyCount: Int, revisionCount: Int, episode: Int64,
        outcome: Outcome?, nextFollowUpAt: Timestamp?
    ) {
        self.status = status
        self.brand = brand
        self.polarity = polarity
        self.targets = targets
        self.topics = topics
        self.openedAt = openedAt
        self.lastMentionAt = lastMentionAt
        self.firstReplyAt = firstReplyAt
        self.lastReplyAt = lastReplyAt
        self.mentionCount = mentionCount
        self.replyCount = replyCount
        self.publicReplyCount = publicReplyCount
        self.revisionCount = revisionCount
        self.episode = episode
        self.outcome = outcome
        self.nextFollowUpAt = nextFollowUpAt
    }

    /// Derives it. O(mentions + replies).
    package init(of state: CaseState) {
        openedAt = state.mentions.first?.at
        lastMentionAt = state.mentions.last?.at
        lastReplyAt = state.replies.last?.at
        firstReplyAt = openedAt.flatMap { opened in state.replies.first { $0.at >= opened }?.at }
        mentionCount = state.mentions.count
        replyCount = state.replies.count
        publicReplyCount = state.replies.count { $0.visibility == .isPublic }
        revisionCount = state.mentions.reduce(0) { $0 + $1.revisions.count }
        episode = state.episodes.last?.number ?? 1
        outcome = state.episodes.last.flatMap { $0.resolvedAt == nil ? nil : $0.outcome }
        brand = state.mentions.lazy.compactMap(\.brand).first ?? state.replies.lazy.compactMap(\.brand).first
        targets = state.complainedAbout
        (polarity, topics) = Self.judgement(state.mentions)
        nextFollowUpAt = state.followUps.lazy.filter { $0.state == .open }.map(\.due).min()
        status = Self.status(of: state, isJudged: polarity != nil)
    }

    private static func judgement(_ mentions: [MentionFact]) -> (Polarity?, [Topic]) {
        var gravest: Polarity?
        var topics: [Topic] = []
        for mention in mentions {
            guard let label = mention.label else { continue }
            if gravest.map({ label.polarity.gravity > $0.gravity }) ?? true { gravest = label.polarity }
            for topic in label.topics where !topics.contains(topic) { topics.append(topic) }
        }
        return (gravest, topics.sorted { $0.name < $1.name })
    }

    private static func status(of state: CaseState, isJudged: Bool) -> CaseStatus {
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

extension Polarity {
    /// How much a judgement weighs when a case has several.
    fileprivate var gravity: Int {
        switch self {
        case .complaint: 4
        case .question: 3
        case .positive: 2
        case .neutral: 1
        case .spam: 0
        }
    }
}

extension CaseSummary {
    /// `product`, `brand`, `both`, or nothing.
    package var targetsName: String { targets.name }
}

extension TargetSet {
    /// `product`, `brand`, `both`, or nothing.
    package var name: String {
        switch self {
        case [.product, .brand]: "both"
        case .product: "product"
        case .brand: "brand"
        default: ""
        }
    }

    /// The set of a name; empty for nothing and for what is no name.
    package init(named name: String) {
        switch name {
        case "both": self = [.product, .brand]
        case "product": self = .product
        case "brand": self = .brand
        default: self = []
        }
    }
}
