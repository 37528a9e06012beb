/// The messages of a case in the order of the world.
///
/// The order within one instant depends on judgements, which come later than the messages, and on messages that arrive later.
/// So it isn't kept while events are folded: `settle` finds it when the case is read.
package struct Timeline: Hashable, Sendable {
    /// By time; within one instant as `settle` found, or in the order of arrival while it isn't settled.
    package private(set) var mentions: [MentionFact] = []
    package private(set) var replies: [ReplyFact] = []
    /// Whether two of them ever carried the same time.
    private var hasTies = false
    /// Whether messages of the same instant stand in their order, with their ranks.
    package private(set) var isSettled = true

    package init() {}

    /// Puts messages of several cases together. O(n log n).
    package init(mentions: [MentionFact], replies: [ReplyFact]) {
        self.mentions = mentions.sorted { ($0.at, $0.position) < ($1.at, $1.position) }
        self.replies = replies.sorted { ($0.at, $0.position) < ($1.at, $1.position) }
        hasTies =
            zip(self.mentions, self.mentions.dropFirst()).contains { $0.at == $1.at }
            || zip(self.replies, self.replies.dropFirst()).contains { $0.at == $1.at }
            || self.replies.contains { self.mentions.holds($0.at) }
        isSettled = !hasTies
    }

    /// How many messages there are.
    package var count: Int { mentions.count + replies.count }

    // MARK: Folding

    /// O(1) when it comes last, as it mostly does; O(n) otherwise.
    mutating func insert(_ mention: MentionFact) {
        if mentions.insertByTime(mention) || replies.holds(mention.at) { tie() }
    }

    /// O(1) when it comes last, as it mostly does; O(n) otherwise.
    mutating func insert(_ reply: ReplyFact) {
        if replies.insertByTime(reply) || mentions.holds(reply.at) { tie() }
    }

    private mutating func tie() {
        hasTies = true
        isSettled = false
    }

    /// Changes what is known of a mention, not its time. O(mentions), fast for recent ones.
    mutating func change(_ key: SourceKey, _ change: (inout MentionFact) -> Void) {
        guard let index = mentions.lastIndex(where: { $0.key == key }) else { return }
        change(&mentions[index])
        if hasTies { isSettled = false }
    }

    // MARK: Reading

    /// Puts the messages of each instant into their order. O(n), and O(g log g) for g messages of one instant.
    ///
    /// - Parameter root: the message that the conversation starts from: whatever answers a message that isn't here came
    ///   after it.
    mutating func settle(root: SourceKey) {
        if isSettled { return }
        var mention = 0
        var reply = 0
        while mention < mentions.count || reply < replies.count {
            let theirs: Timestamp? = mention < mentions.count ? mentions[mention].at : nil
            let ours: Timestamp? = reply < replies.count ? replies[reply].at : nil
            guard let at = theirs.map({ min($0, ours ?? $0) }) ?? ours else { break }
            let (firstMention, firstReply): (Int, Int) = (mention, reply)
            while mention < mentions.count, mentions[mention].at == at { mention += 1 }
            while reply < replies.count, replies[reply].at == at { reply += 1 }
            settle(firstMention..<mention, firstReply..<reply, root)
        }
        isSettled = true
    }

    private mutating func settle(_ theirs: Range<Int>, _ ours: Range<Int>, _ root: SourceKey) {
        let instant = Instant(mentions[theirs], replies[ours], root: root)
        let ranks: [Int32] = instant.ranks
        for (index, rank) in zip(theirs, ranks) { mentions[index].rank = rank }
        for (index, rank) in zip(ours, ranks[theirs.count...]) { replies[index].rank = rank }
        if theirs.count > 1 { mentions[theirs].sort { ($0.rank, $0.position) < ($1.rank, $1.position) } }
        if ours.count > 1 { replies[ours].sort { ($0.rank, $0.position) < ($1.rank, $1.position) } }
    }
}

/// The messages of one instant, theirs before ours.
private struct Instant {
    var keys: [SourceKey?]
    var parents: [SourceKey?]
    var sequences: [SourceSequence?]
    var weights: [MessageWeight]
    /// How many of them are theirs, which come first.
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

/// A message with the time at which it happened.
protocol TimedMessage { var at: Timestamp { get } }

extension MentionFact: TimedMessage {}
extension ReplyFact: TimedMessage {}

extension Array where Element: TimedMessage {
    /// Inserts behind everything that isn't later.
    ///
    /// - Returns: whether another carries the same time.
    fileprivate mutating func insertByTime(_ element: Element) -> Bool {
        guard let last, element.at < last.at else {
            let isTied: Bool = last?.at == element.at
            append(element)
            return isTied
        }
        let index: Int = firstIndex(after: element.at)
        let isTied: Bool = index > 0 && self[index - 1].at == element.at
        insert(element, at: index)
        return isTied
    }

    /// Whether one of them carries a time. O(1) for one that is later than all, else O(log n).
    fileprivate func holds(_ at: Timestamp) -> Bool {
        guard let last, at < last.at else { return self.last?.at == at }
        let index: Int = firstIndex(after: at)
        return index > 0 && self[index - 1].at == at
    }

    private func firstIndex(after at: Timestamp) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle: Int = (low + high) / 2
            if self[middle].at <= at { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension CaseState {
    /// Where the words of the first mention stand; of all that may be the first where nothing tells which of them was.
    /// O(1), at the cost of `mentions`.
    package var openingWords: [Position] {
        let mentions: [MentionFact] = mentions
        guard let first = mentions.first?.worldOrder else { return [] }
        return mentions.prefix { $0.worldOrder == first }.map(\.words)
    }

    /// Where the words of the newest mention stand, as `openingWords` gives those of the first.
    package var newestWords: [Position] {
        let mentions: [MentionFact] = mentions
        guard let last = mentions.last?.worldOrder else { return [] }
        return mentions.reversed().prefix { $0.worldOrder == last }.map(\.words)
    }
}
