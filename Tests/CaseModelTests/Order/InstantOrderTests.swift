import CaseModel
import Testing

@Suite("Messages of the same instant")
struct InstantOrderTests {
    /// A message of an instant; the heavier comes later where nothing else says so.
    private struct Message {
        var name: String
        var answers: String?
        var place: Int64?
        var list: UInt64 = 1
        var weight = 0
    }

    /// The names from the first to the last; those of one rank beside each other.
    private func order(_ messages: [Message]) -> String {
        let ranks: [Int32] = InstantOrder.ranks(
            of: messages.count,
            answers: { index in messages.firstIndex { $0.name == messages[index].answers } },
            sequence: { index in
                messages[index].place.map { SourceSequence(place: $0, list: messages[index].list) }
            },
            isLighter: { messages[$0].weight < messages[$1].weight })
        return Dictionary(grouping: messages.indices) { ranks[$0] }.sorted { $0.key < $1.key }
            .map { $0.value.map { messages[$0].name }.sorted().joined(separator: "=") }.joined(separator: " ")
    }

    @Test("what is answered comes before what answers it, also over several answers")
    func answers() {
        let chain = [
            Message(name: "four", answers: "three"), Message(name: "one", weight: 9),
            Message(name: "three", answers: "two"), Message(name: "two", answers: "one", weight: 5),
        ]
        #expect(order(chain) == "one two three four")
    }

    @Test("where nothing says which came first the heavier comes last, and the equally heavy share a rank")
    func weight() {
        #expect(order([Message(name: "a", weight: 2), Message(name: "b", weight: 1)]) == "b a")
        #expect(order([Message(name: "a"), Message(name: "b"), Message(name: "c", weight: 1)]) == "a=b c")
    }

    @Test("an answer doesn't take the last place from a heavier message that it has nothing to do with")
    func unrelated() {
        let messages = [
            Message(name: "mention", weight: 1), Message(name: "reply", answers: "mention"),
            Message(name: "other", weight: 1),
        ]
        #expect(order(messages) == "mention reply other")
    }

    @Test("the source's own order decides within one list, and not between two")
    func sequence() {
        #expect(
            order([
                Message(name: "c", place: 3), Message(name: "a", place: 1, weight: 9), Message(name: "b", place: 2),
            ]) == "a b c")
        #expect(
            order([Message(name: "x", place: 1, list: 1, weight: 9), Message(name: "y", place: 2, list: 2)]) == "y x")
        // What has no place in the list comes where its weight puts it.
        #expect(
            order([
                Message(name: "a", place: 1, weight: 2), Message(name: "b", place: 2, weight: 1),
                Message(name: "heavy", weight: 3), Message(name: "light", weight: 0),
            ]) == "light a b heavy")
    }

    @Test("where the source's order contradicts what answers what, the answers are believed")
    func contradiction() {
        let messages = [
            Message(name: "answer", answers: "question", place: 1), Message(name: "question", place: 2, weight: 9),
        ]
        #expect(order(messages) == "question answer")
    }

    @Test("messages that answer each other in a circle answer nothing")
    func circle() {
        #expect(
            order([
                Message(name: "a", answers: "b", weight: 2), Message(name: "b", answers: "a", weight: 1),
                Message(name: "c", answers: "a"), Message(name: "d", answers: "d", weight: 3),
            ]) == "a c b d")
    }

    @Test("the order doesn't depend on how the messages are handed over", arguments: 0..<300 as Range<UInt64>)
    func anyArrival(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let names: [String] = (0..<Int.random(in: 2...9, using: &random)).map { "\($0)" }
        let messages: [Message] = names.map {
            Message(
                name: $0, answers: Bool.random(using: &random) ? names.randomElement(using: &random) : nil,
                place: .random(in: 0...2, using: &random) == 0 ? .random(in: 0...3, using: &random) : nil,
                list: .random(in: 1...2, using: &random), weight: .random(in: 0...3, using: &random))
        }
        let first: String = order(messages)
        for _ in 0..<5 { #expect(order(messages.shuffled(using: &random)) == first, "seed \(seed)") }
    }

    @Test("many messages of one instant, in a chain and beside each other, are ordered at once")
    func many() {
        let count = 20_000
        let ranks: [Int32] = InstantOrder.ranks(
            of: count, answers: { $0 % 2 == 0 || $0 < 2 ? nil : $0 - 2 }, sequence: { _ in nil },
            isLighter: { $0 % 7 < $1 % 7 })
        #expect(ranks[1] < ranks[count - 1])
        #expect(ranks.max() ?? 0 >= 9_999)
    }
}
