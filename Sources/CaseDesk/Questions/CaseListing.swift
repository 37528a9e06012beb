package import CaseModel

/// One case as lists show it.
package struct CaseListing: Hashable, Sendable {
    package var number: CaseNumber
    package var tracking: String
    package var person: PersonNumber
    /// The account of the person: the network's id, and the handle, while nobody erased them.
    package var account: String?
    package var handle: String?
    package var channel: Channel
    package var brand: String?
    /// The message the conversation starts from, and the network's id of it, while some content says it.
    package var root: SourceKey
    package var rootID: String?
    package var origin: String
    package var status: CaseStatus
    package var polarity: String?
    package var targets: String
    package var topics: [String]
    package var openedAt: Timestamp?
    package var lastMentionAt: Timestamp?
    package var firstReplyAt: Timestamp?
    package var lastReplyAt: Timestamp?
    package var mentions: Int64
    package var replies: Int64
    package var publicReplies: Int64
    package var revisions: Int64
    package var episode: Int64
    package var outcome: String?
    /// What it was dismissed as, if the present episode was.
    package var dismissedAs: DismissalGround?
    package var nextFollowUpAt: Timestamp?
    /// Who of the house has it.
    package var assignee: String?
    package var priority: Priority
    /// The house's words for it.
    package var tags: [String]
    package var snoozedUntil: Timestamp?
    package var mergedInto: CaseNumber?
    /// The position of the newest event of all the streams that it is made of: what `--expecting` takes.
    package var version: Int64
    /// The words of the first mention, as they were last revised, while nobody erased them.
    package var text: String?

    init(
        number: CaseNumber, tracking: String, person: PersonNumber, account: Content?, channel: Channel,
        root: SourceKey, rootID: String?, origin: String, _ summary: CaseSummary, mergedInto: CaseNumber?,
        version: Position, text: String?
    ) {
        self.number = number
        self.tracking = tracking
        self.person = person
        self.account = account?.id
        handle = account?.handle
        self.channel = channel
        brand = summary.brand?.name
        self.root = root
        self.rootID = rootID
        self.origin = origin
        status = summary.status
        polarity = summary.polarity?.rawValue
        targets = summary.targetsName
        topics = summary.topics.map(\.name)
        openedAt = summary.openedAt
        lastMentionAt = summary.lastMentionAt
        firstReplyAt = summary.firstReplyAt
        lastReplyAt = summary.lastReplyAt
        mentions = Int64(summary.mentionCount)
        replies = Int64(summary.replyCount)
        publicReplies = Int64(summary.publicReplyCount)
        revisions = Int64(summary.revisionCount)
        episode = summary.episode
        outcome = summary.outcome?.rawValue
        dismissedAs = summary.facts.dismissedAs
        nextFollowUpAt = summary.nextFollowUpAt
        assignee = summary.assignee
        priority = summary.priority
        tags = summary.tags
        snoozedUntil = summary.snoozedUntil
        self.mergedInto = mergedInto
        self.version = version.rawValue
        self.text = text
    }
}
