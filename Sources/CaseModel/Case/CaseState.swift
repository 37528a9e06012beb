/// Everything a case's own stream says, folded: what deciders decide on and projections show.
///
/// Messages are read in the order of the world, so every order of arrival ends in the same state.
package struct CaseState: Hashable, Sendable {
    package var number: CaseNumber
    package var person: PersonNumber
    package var channel: Channel
    package var root: SourceKey
    package var origin: Origin
    package var tracking: String
    /// The events of the stream so far.
    package var version: Int64
    /// The newest of them; of a case as it goes on the newest of all the streams that it is made of, so that this is the
    /// version which people decide on: it grows with whatever changes the case, merges taken back included.
    package var position: Position
    /// Its messages as they were folded. `mentions` and `replies` give them in the order of the world.
    package var timeline = Timeline()
    package var lifecycle: Lifecycle = .open
    package var episodes: [Episode] = [
        Episode(number: 1, reopenedAt: nil)
    ]
    package var followUps: [FollowUp] = []
    /// What the house arranged for it.
    @Rare package var work: CaseWork
    /// What it shares with others since one of them was split.
    @Rare package var moves: CaseMoves
    /// What took it up again, as long as it may turn out to be thanks.
    @Rare package var takenUp: TakenUp
    /// The first of its events that was recorded as it happened; nil while all it has is imported history.
    package var liveSince: Timestamp?
    /// The cases that were merged into this one and go on here.
    package var absorbed: [CaseNumber] = []
    /// The case this one goes on in.
    package var mergedInto: CaseNumber?
    /// The event that took back the import by which the case was opened: its number alone is left.
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

    /// Whether nothing more happens to it under this number: it goes on in another case, or was taken back.
    package var isGone: Bool { mergedInto != nil || retractedAt != nil }

    /// The follow-ups nobody has done or cancelled, the earliest due first.
    package var openFollowUps: [FollowUp] {
        followUps.filter { $0.state == .open }.sorted { ($0.due, $0.number) < ($1.due, $1.number) }
    }

    /// Whether somebody in the house has to act first: we have said nothing since they were asked to.
    package var isAwaitingInternal: Bool {
        guard let escalatedAt else { return false }
        return timeline.replies.last.map { $0.at <= escalatedAt } ?? true
    }

    /// Whether somebody will look again, or has looked since the case ended (S18). O(follow-ups).
    package var isWatched: Bool { isWatched(without: nil) }

    /// Whether the case is watched also where one of its follow-ups is left out.
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

    /// Whether a mention has a judgement. O(mentions), fast for recent ones.
    package func isLabelled(_ key: SourceKey) -> Bool {
        guard let index = timeline.mentions.lastIndex(where: { $0.key == key }) else { return false }
        return timeline.mentions[index].label != nil
    }

    // MARK: The order of the world

    /// The mentions in the order of the world. O(1); O(n) where some messages of the case carry the same time, unless the
    /// state is `settled`: whoever reads more than once settles it first.
    package var mentions: [MentionFact] {
        timeline.isSettled ? timeline.mentions : settled.timeline.mentions
    }

    /// Our replies in the order of the world, at the cost of `mentions`.
    package var replies: [ReplyFact] {
        timeline.isSettled ? timeline.replies : settled.timeline.replies
    }

    /// How many messages it has. O(1).
    package var messageCount: Int { timeline.count }

    /// The same case with its messages of the same instant in their order. O(1) where no two carry the same time.
    package var settled: CaseState {
        if timeline.isSettled { return self }
        var state = self
        state.timeline.settle(root: root)
        return state
    }
}
