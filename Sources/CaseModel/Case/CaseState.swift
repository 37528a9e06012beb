/// The state of a case, folded from its stream. Deciders decide on it; projections derive rows from it.
///
/// Does not depend on the order in which messages arrived: they are read in message order (`Timeline`).
package struct CaseState: Hashable, Sendable {
    package var number: CaseNumber
    package var person: PersonNumber
    package var channel: Channel
    package var root: SourceKey
    package var origin: Origin
    package var tracking: String
    /// The version of the last event applied.
    package var version: Int64
    /// The position of the last event applied. In a combined case (`CaseWhole`) the highest position of all its
    /// streams, so that it grows with every event that may change the case, unmerging included; commands are checked
    /// against it.
    package var position: Position
    /// Its messages as they were folded; `mentions` and `replies` give them in message order.
    package var timeline = Timeline()
    package var lifecycle: Lifecycle = .open
    package var episodes: [Episode] = [
        Episode(number: 1, reopenedAt: nil)
    ]
    package var followUps: [FollowUp] = []
    /// Assignment, priority, tags, snooze and consent.
    @Rare package var work: CaseWork
    /// Mentions that were split off from it or into it.
    @Rare package var moves: CaseMoves
    /// The last reopening by a message, while it may still be undone.
    @Rare package var takenUp: TakenUp
    /// The time of its first event that is not imported history; nil if there is none.
    package var liveSince: Timestamp?
    /// The cases that were merged into this one.
    package var absorbed: [CaseNumber] = []
    /// The case that this one was merged into.
    package var mergedInto: CaseNumber?
    /// The event that retracted the import which opened the case, or took the opening back. Such a case keeps nothing
    /// but its number.
    package var retractedAt: Position?

    init(_ opened: CaseOpened, _ moment: EventMoment) {
        number = opened.number
        person = opened.person
        channel = opened.channel
        root = opened.root
        origin = opened.origin
        tracking = opened.tracking
        liveSince = opened.origin == .live ? moment.occurredAt : nil
        version = moment.version
        position = moment.position
    }

    /// Whether it was merged into another case or retracted with its import.
    package var isGone: Bool { mergedInto != nil || retractedAt != nil }

    /// Open follow-ups, the earliest due first.
    package var openFollowUps: [FollowUp] {
        followUps.filter { $0.state == .open }.sorted { ($0.due, $0.number) < ($1.due, $1.number) }
    }

    /// Whether an escalation waits for an answer: we have not replied since.
    package var isAwaitingInternal: Bool {
        guard let escalatedAt else { return false }
        return timeline.replies.last.map { $0.at <= escalatedAt } ?? true
    }

    /// Whether a follow-up is open, or one was done since the case ended (S18). O(follow-ups).
    package var isWatched: Bool { isWatched(without: nil) }

    /// `isWatched` as it would be without one of the follow-ups.
    func isWatched(without number: Int64?) -> Bool {
        followUps.contains { followUp in
            guard followUp.number != number else { return false }
            return switch followUp.state {
            case .open: true
            case .done(_, let at): lifecycle.endedAt.map { at >= $0 } ?? false
            case .cancelled: false
            }
        }
    }

    /// The mention with a key. O(mentions), fast for recent ones.
    package func mention(_ key: SourceKey) -> MentionFact? { timeline.mentions.last { $0.key == key } }

    /// Whether a mention is classified. O(mentions), fast for recent ones.
    package func isLabelled(_ key: SourceKey) -> Bool {
        guard let index = timeline.mentions.lastIndex(where: { $0.key == key }) else { return false }
        return timeline.mentions[index].label != nil
    }

    // MARK: Messages in order

    /// The mentions in message order. O(1) if the state is `settled` or no messages share a time; else O(n) for each
    /// access.
    package var mentions: [MentionFact] {
        timeline.isOrdered ? timeline.mentions : settled.timeline.mentions
    }

    /// Our replies in message order, at the same cost as `mentions`.
    package var replies: [ReplyFact] {
        timeline.isOrdered ? timeline.replies : settled.timeline.replies
    }

    package var messageCount: Int { timeline.count }

    /// The same state with its simultaneous messages in order. Call it once before reading `mentions` or `replies`
    /// several times. O(1) if no messages share a time.
    package var settled: CaseState {
        if timeline.isOrdered { return self }
        var state = self
        state.timeline.orderTies(root: root)
        return state
    }
}
