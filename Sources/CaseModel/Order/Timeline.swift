/// The messages of a case in message order: by time, simultaneous ones by `InstantOrder` (DOMAIN, section 8, rule 4).
///
/// The order of simultaneous messages depends on labels and messages that come later. So folding only marks ties;
/// `orderTies` orders them when the case is read.
package struct Timeline: Hashable, Sendable {
    /// By time; ties in order after `orderTies`, until then in the order of arrival.
    package private(set) var mentions: [MentionFact] = []
    package private(set) var replies: [ReplyFact] = []
    /// Whether any two messages have ever had the same time.
    private var hasTies = false
    /// Whether ties are in order and have their ranks.
    package private(set) var isOrdered = true

    package init() {}

    /// Combines messages of several streams. O(n log n).
    package init(mentions: [MentionFact], replies: [ReplyFact]) {
        self.mentions = mentions.sorted { ($0.at, $0.position) < ($1.at, $1.position) }
        self.replies = replies.sorted { ($0.at, $0.position) < ($1.at, $1.position) }
        hasTies =
            zip(self.mentions, self.mentions.dropFirst()).contains { $0.at == $1.at }
            || zip(self.replies, self.replies.dropFirst()).contains { $0.at == $1.at }
            || self.replies.contains { self.mentions.hasElement(at: $0.at) }
        isOrdered = !hasTies
    }

    package var count: Int { mentions.count + replies.count }

    // MARK: Folding

    /// O(1) at the end, the common case; else O(n).
    mutating func insert(_ mention: MentionFact) {
        if mentions.insertByTime(mention) || replies.hasElement(at: mention.at) { tie() }
    }

    /// O(1) at the end, the common case; else O(n).
    mutating func insert(_ reply: ReplyFact) {
        if replies.insertByTime(reply) || mentions.hasElement(at: reply.at) { tie() }
    }

    private mutating func tie() {
        hasTies = true
        isOrdered = false
    }

    /// Changes a mention, but not its time. O(mentions), fast for recent ones.
    mutating func change(_ key: SourceKey, _ change: (inout MentionFact) -> Void) {
        guard let index = mentions.lastIndex(where: { $0.key == key }) else { return }
        change(&mentions[index])
        if hasTies { isOrdered = false }
    }

    // MARK: Reading

    /// Orders ties and sets their ranks. O(n), and O(g log g) for g simultaneous messages.
    ///
    /// - Parameter root: the first message of the conversation. Answers to unknown messages come after it.
    mutating func orderTies(root: SourceKey) {
        if isOrdered { return }
        var mention = 0
        var reply = 0
        while mention < mentions.count || reply < replies.count {
            let theirs: Timestamp? = mention < mentions.count ? mentions[mention].at : nil
            let ours: Timestamp? = reply < replies.count ? replies[reply].at : nil
            guard let at = theirs.map({ min($0, ours ?? $0) }) ?? ours else { break }
            let (firstMention, firstReply): (Int, Int) = (mention, reply)
            while mention < mentions.count, mentions[mention].at == at { mention += 1 }
            while reply < replies.count, replies[reply].at == at { reply += 1 }
            orderTies(firstMention..<mention, firstReply..<reply, root)
        }
        isOrdered = true
    }

    private mutating func orderTies(_ theirs: Range<Int>, _ ours: Range<Int>, _ root: SourceKey) {
        let instant = Instant(mentions[theirs], replies[ours], root: root)
        let ranks: [Int32] = instant.ranks
        for (index, rank) in zip(theirs, ranks) { mentions[index].rank = rank }
        for (index, rank) in zip(ours, ranks[theirs.count...]) { replies[index].rank = rank }
        if theirs.count > 1 { mentions[theirs].sort { ($0.rank, $0.position) < ($1.rank, $1.position) } }
        if ours.count > 1 { replies[ours].sort { ($0.rank, $0.position) < ($1.rank, $1.position) } }
    }
}

/// Simultaneous messages, mentions before replies.
private struct Instant {
    var keys: [SourceKey?]
    var parents: [SourceKey?]
    var sequences: [SourceSequence?]
    var weights: [MessageWeight]
    /// The number of mentions, which come first.
    var theirs: Int
    var root: SourceKey

    init(_ mentions: ArraySlice<MentionFact>, _ replies: ArraySlice<ReplyFact>, root: SourceKey) {
        let isTied: Bool = mentions.count + replies.count > 1
        keys = mentions.map(\.key) + replies.map(\.key)
        parents = mentions.map(\.parent) + replies.map(\.parent)
        sequences = mentions.map(\.sequence) + replies.map(\.sequence)
        weights = isTied ? mentions.map { MessageWeight(of: $0) } + replies.map { MessageWeight(of: $0) } : []
        self.root = root
        theirs = mentions.count
    }

    var ranks: [Int32] {
        if keys.count < 2 { return keys.map { _ in 0 } }
        var places: [SourceKey: Int] = [:]
        for (place, key) in keys.enumerated() { if let key { places[key] = place } }
        return InstantOrder.ranks(
            of: keys.count, isOurs: { $0 >= theirs },
            answers: { message in
                guard let parent = parents[message] else { return nil }
                let answered: Int? = places[parent] ?? places[root]
                return answered == message ? nil : answered
            },
            sequence: { sequences[$0] }, isLighter: { weights[$0] < weights[$1] })
    }
}

extension MentionFact: TimedFact {}
extension ReplyFact: TimedFact {}

extension CaseState {
    /// The events with the text of the first mention; several if nothing decides which one is first. Costs as much as
    /// `mentions`.
    package var openingWords: [Position] {
        let mentions: [MentionFact] = mentions
        guard let first = mentions.first?.worldOrder else { return [] }
        return mentions.prefix { $0.worldOrder == first }.map(\.words)
    }

    /// The events with the text of the newest mention; several if nothing decides which one is newest.
    package var newestWords: [Position] {
        let mentions: [MentionFact] = mentions
        guard let last = mentions.last?.worldOrder else { return [] }
        return mentions.reversed().prefix { $0.worldOrder == last }.map(\.words)
    }
}
