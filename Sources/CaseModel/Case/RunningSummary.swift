/// The summary of a case while its events are applied one by one, as an audit does: O(√messages) an event, where
/// `CaseSummary(of:)` takes O(messages).
///
/// Keeps the messages in blocks by time, each with its digest; an event changes one block. Equals `CaseSummary(of:)`
/// except that pauses and snoozes are empty: no step of an audit shows them.
package struct RunningSummary {
    /// Consecutive messages. Simultaneous messages are always in the same block.
    fileprivate struct Block {
        /// The state with only these messages.
        var state: CaseState
        /// At or before its first message, and after the last of the block before.
        var from: Timestamp
        /// The number of messages at which it is split.
        var limit = 2 * RunningSummary.blockSize
        var digest: MessageDigest

        init(_ state: CaseState, from: Timestamp) {
            self.state = state.settled
            self.from = from
            digest = MessageDigest(of: self.state)
        }

        var count: Int { state.messageCount }
    }

    private static let blockSize = 64

    /// At least one, in order of time.
    private var blocks: [Block]
    /// The time of each mention.
    private var times: [SourceKey: Timestamp] = [:]
    /// The merged digest of all blocks; nil after a change.
    private var whole: MessageDigest?

    /// Starts with the messages of a state. O(messages).
    package init(of state: CaseState) {
        blocks = Self.blocks(of: state, from: .earliest)
        for mention in state.mentions { times[mention.key] = mention.at }
    }

    /// Applies one more event of the stream, after the state itself. O(√messages); O(messages) if the root of the
    /// conversation changes.
    package mutating func apply(_ event: Event, _ moment: EventMoment) {
        switch event {
        case .mentionCaptured(let captured):
            times[captured.key] = moment.occurredAt
            change(at: moment.occurredAt, event, moment)
        case .replySent, .messageAttached: change(at: moment.occurredAt, event, moment)
        case .mentionRevised(let revised): change(at: times[revised.key], event, moment)
        case .mentionWithdrawn(let withdrawn): change(at: times[withdrawn.key], event, moment)
        case .mentionClassified(let classified): change(at: times[classified.mention], event, moment)
        case .conversationRerooted: for block in blocks { change(at: block.from, event, moment) }
        default: break
        }
    }

    /// The summary for the present state. O(blocks).
    package mutating func summary(of state: CaseState) -> CaseSummary {
        let messages: MessageDigest =
            whole ?? blocks.dropFirst().reduce(blocks[0].digest) { $0.followed(by: $1.digest) }
        whole = messages
        var summary: CaseSummary = messages.summary
        if let reopened = state.episodes.last?.reopenedAt {
            summary.turns = blocks.reduce(0) { $0 + $1.replies(since: reopened) }
            if summary.lastReplyAt.map({ $0 < reopened }) ?? false { summary.facts.remove(.asked) }
        }
        var rest: CaseState = state
        rest.timeline = newest
        summary.readDecisions(of: rest)
        summary.snoozes = []
        return summary
    }

    /// A timeline that ends with the newest mention and the newest reply, which is all that `readDecisions` reads.
    private var newest: Timeline {
        let mentions: Block? = blocks.last { !$0.state.mentions.isEmpty }
        let replies: Block? = blocks.last { !$0.state.replies.isEmpty }
        guard let mentions, let replies else { return (mentions ?? replies ?? blocks[0]).state.timeline }
        if mentions.from == replies.from { return mentions.state.timeline }
        return Timeline(
            mentions: Array(mentions.state.mentions.suffix(1)), replies: Array(replies.state.replies.suffix(1)))
    }

    private mutating func change(at time: Timestamp?, _ event: Event, _ moment: EventMoment) {
        guard let time, let index = blocks.lastIndex(where: { $0.from <= time }) else { return }
        blocks[index].state.apply(event, moment)
        blocks[index].state = blocks[index].state.settled
        whole = nil
        guard blocks[index].count >= blocks[index].limit else {
            blocks[index].digest = MessageDigest(of: blocks[index].state)
            return
        }
        let parts: [Block] = Self.blocks(of: blocks[index].state, from: blocks[index].from)
        let limit: Int = 2 * blocks[index].limit
        blocks.replaceSubrange(index...index, with: parts)
        // Simultaneous messages stay together: the next attempt waits until there are twice as many.
        if parts.count == 1 { blocks[index].limit = limit }
    }

    /// Splits the messages of a state into blocks. O(messages · log messages).
    private static func blocks(of state: CaseState, from: Timestamp) -> [Block] {
        let times: [Timestamp] = (state.mentions.map(\.at) + state.replies.map(\.at)).sorted()
        var cuts: [Timestamp] = [from]
        var last = 0
        for index in times.indices.dropFirst() where index - last >= blockSize && times[index] != times[index - 1] {
            cuts.append(times[index])
            last = index
        }
        var rest: CaseState = state
        rest.timeline = Timeline()
        var (mentions, replies) = (state.mentions[...], state.replies[...])
        return cuts.indices.map { index in
            let end: Timestamp? = index + 1 < cuts.count ? cuts[index + 1] : nil
            var part: CaseState = rest
            let theirs = mentions.prefix { mention in end.map { mention.at < $0 } ?? true }
            let ours = replies.prefix { reply in end.map { reply.at < $0 } ?? true }
            part.timeline = Timeline(mentions: Array(theirs), replies: Array(ours))
            mentions = mentions.dropFirst(theirs.count)
            replies = replies.dropFirst(ours.count)
            return Block(part, from: cuts[index])
        }
    }
}

extension RunningSummary.Block {
    /// The number of replies at or after a time. O(1) if all or none are.
    fileprivate func replies(since moment: Timestamp) -> Int {
        if from >= moment { return state.replies.count }
        guard let last = state.replies.last?.at, last >= moment else { return 0 }
        return state.replies.count { $0.at >= moment }
    }
}
