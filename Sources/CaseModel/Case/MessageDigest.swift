/// The part of a summary that a block of consecutive messages contributes. Digests of adjacent blocks are merged
/// without their messages; `RunningSummary` does so.
struct MessageDigest {
    /// The summary of a case that had only these messages, in one episode.
    private(set) var summary = CaseSummary()
    private var mentionBrand: Brand?
    private var replyBrand: Brand?
    private var firstReplyAt: Timestamp?
    /// The first mention that is not imported.
    private var firstLiveAt: Timestamp?

    /// Reads the messages of a settled state. O(messages).
    init(of state: CaseState) {
        summary.readMentions(of: state)
        mentionBrand = summary.brand
        summary.readReplies(of: state, since: nil)
        replyBrand = state.replies.lazy.compactMap(\.brand).first
        firstReplyAt = state.replies.first?.at
        firstLiveAt = state.mentions.first { $0.isLive }?.at
    }

    /// Merges this digest with that of the next block, whose messages are all later. O(topics).
    func followed(by next: MessageDigest) -> MessageDigest {
        var result: MessageDigest = self
        result.mentionBrand = mentionBrand ?? next.mentionBrand
        result.replyBrand = replyBrand ?? next.replyBrand
        result.firstReplyAt = firstReplyAt ?? next.firstReplyAt
        result.firstLiveAt = firstLiveAt ?? next.firstLiveAt
        result.summary.addMentions(of: next.summary)
        result.summary.addReplies(of: next.summary)
        result.summary.brand = result.mentionBrand ?? result.replyBrand
        result.summary.firstReplyAt =
            summary.openedAt == nil ? next.summary.firstReplyAt : summary.firstReplyAt ?? next.firstReplyAt
        if next.summary.facts.contains(.anyReply) {
            result.summary.unansweredSince = next.summary.unansweredSince
            result.summary.liveUnansweredSince = next.summary.liveUnansweredSince
        } else {
            result.summary.unansweredSince = summary.unansweredSince ?? next.summary.openedAt
            result.summary.liveUnansweredSince = summary.liveUnansweredSince ?? next.firstLiveAt
        }
        return result
    }
}

extension CaseSummary {
    fileprivate mutating func addMentions(of next: CaseSummary) {
        openedAt = openedAt ?? next.openedAt
        lastMentionAt = next.lastMentionAt ?? lastMentionAt
        mentionCount += next.mentionCount
        revisionCount += next.revisionCount
        if let seen = next.reach, seen > reach ?? .min { reach = seen }
        if let other = next.polarity, polarity.map({ other.gravity > $0.gravity }) ?? true { polarity = other }
        targets.formUnion(next.targets)
        if topics != next.topics {
            let known = Set(topics)
            topics += next.topics.filter { !known.contains($0) }
            topics.sort { $0.name < $1.name }
        }
        if let grave = next.severity, grave.gravity > severity?.gravity ?? -1 { severity = grave }
        facts.formUnion(next.facts.intersection([.hasPrivateMention, .praisedInPublic]))
        guard next.mentionCount > 0 else { return }
        let newest: CaseFacts = [.newestJudged, .newestPositive, .newestComplaint]
        facts = facts.subtracting(newest).union(next.facts.intersection(newest))
    }

    fileprivate mutating func addReplies(of next: CaseSummary) {
        lastReplyAt = next.lastReplyAt ?? lastReplyAt
        replyCount += next.replyCount
        publicReplyCount += next.publicReplyCount
        turns += next.turns
        facts.formUnion(next.facts.intersection(.anyReply))
        // `asked` holds only if the last message of all is our question.
        guard next.mentionCount + next.replyCount > 0 else { return }
        facts.remove(.asked)
        facts.formUnion(next.facts.intersection(.asked))
    }
}
