import Basics
import CaseModel
import Testing

@Suite("Any order of arrival")
struct ArrivalOrderTests {
    @Test("ends in the same case, but for places in the log", arguments: 0..<200 as Range<UInt64>)
    func anyOrder(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let messages: [KeyedMessage] = RandomConversation(using: &random).messages
        let first = try #require(arrive(messages))
        for _ in 0..<5 {
            let again = try #require(arrive(messages.shuffled(using: &random)))
            expectSame(again.withoutPlaces, first.withoutPlaces, "seed \(seed)")
            expectSame(CaseSummary(of: again), CaseSummary(of: first), "seed \(seed)")
        }
    }

    @Test("of a message that comes again, nothing is recorded", arguments: 0..<50 as Range<UInt64>)
    func again(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let mentions = RandomConversation(using: &random).messages.filter { $0.message.direction == .theirs }
        let once = try #require(arrive(mentions))
        let twice = try #require(arrive(mentions + mentions.shuffled(using: &random)))
        expectSame(twice, once, "seed \(seed)")
    }

    private func arrive(_ messages: [KeyedMessage]) -> CaseState? {
        var arrivals = Arrivals(number: seven)
        for message in messages { arrivals.take(message) }
        return arrivals.state
    }
}
