import Basics
import CaseModel
import Testing

@Suite("A combined case")
struct CombiningTests {
    @Test("equals a case that had all messages from the start", arguments: 0..<200 as Range<UInt64>)
    func equalsOneCase(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let messages: [KeyedMessage] = RandomConversation(using: &random).messages
        var one = Arrivals(number: seven)
        for message in messages { one.take(message) }
        let whole = try #require(one.state)

        let split = Dictionary(grouping: messages) { home(of: $0, in: messages, seed) }
        let states: [CaseState] = split.sorted { $0.key < $1.key }.compactMap { number, messages in
            var arrivals = Arrivals(number: number)
            for message in messages { arrivals.take(message) }
            return arrivals.state
        }
        let combined = try #require(states.first).combined(with: Array(states.dropFirst()).shuffled(using: &random))
        expectSame(combined.withoutPlaces.mentions, whole.withoutPlaces.mentions, "seed \(seed)")
        expectSame(combined.withoutPlaces.replies, whole.withoutPlaces.replies, "seed \(seed)")
        expectSame(CaseSummary(of: combined), CaseSummary(of: whole), "seed \(seed)")
    }

    @Test("merged and taken back, each case is what it was", arguments: 0..<100 as Range<UInt64>)
    func undone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var into = Arrivals(number: seven)
        var from = Arrivals(number: CaseNumber(8))
        for message in RandomConversation(using: &random).messages { into.take(message) }
        for message in RandomConversation(using: &random).messages { from.take(message) }
        let before = (into: try #require(into.state), from: try #require(from.state))

        let merge = try MergeDecider.merge(before.from, into: before.into, reason: nil, CommandContext(at: minute(10)))
        into.record(merge)
        from.record(merge)
        let merged = (into: try #require(into.state), from: try #require(from.state))
        #expect(merged.into.absorbed == [CaseNumber(8)])
        #expect(CaseSummary(of: merged.from).status == .merged)

        let back = try MergeDecider.unmerge(merged.from, from: merged.into, reason: nil, CommandContext(at: minute(11)))
        into.record(back)
        from.record(back)
        expectSame(into.state?.withoutPlaces, before.into.withoutPlaces, "seed \(seed)")
        expectSame(from.state?.withoutPlaces, before.from.withoutPlaces, "seed \(seed)")
    }

    @Test("without anything absorbed it is the case itself")
    func nothing() {
        let state = Given(.mention(1, at: 10), .reply(at: 20)).state
        expectSame(state.combined(with: []), state)
    }

    /// One of three cases for a mention; an answer belongs where the mention stands that it answers in the end.
    private func home(of message: KeyedMessage, in messages: [KeyedMessage], _ seed: UInt64) -> CaseNumber {
        guard let parent = message.parent, let answered = messages.first(where: { $0.key == parent }) else {
            return CaseNumber(Int64((message.key.low ^ seed) % 3) + 7)
        }
        return home(of: answered, in: messages, seed)
    }
}
