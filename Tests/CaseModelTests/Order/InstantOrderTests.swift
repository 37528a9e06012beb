import Basics
import CaseModel
import Testing

@Suite("Simultaneous messages")
struct InstantOrderTests {
    /// A message of an instant; the heavier comes later where nothing else says so.
    private struct Message {
        var name: String
        var answers: String?
        var place: Int64?
        var list: UInt64 = 1
        var weight = 0
        var isOurs = false
    }

    /// The names from the first to the last; those of one rank beside each other.
    private func order(_ messages: [Message]) -> String {
        let ranks: [Int32] = InstantOrder.ranks(
            of: messages.count, isOurs: { messages[$0].isOurs },
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

    @Test("no answer of ours comes later than it must: thanks come after the first answer, whoever answers them")
    func earlyAnswers() {
        let thread = [
            Message(name: "complaint", weight: 5), Message(name: "reply", answers: "complaint", isOurs: true),
            Message(name: "thanks", answers: "complaint", weight: 1),
            Message(name: "welcome", answers: "thanks", isOurs: true),
        ]
        #expect(order(thread) == "complaint reply thanks welcome")
        // Of two that both wait for answers of ours, the one with fewer of them comes last; of as many, the heavier.
        let two = [
            Message(name: "a", weight: 2), Message(name: "a1", answers: "a", isOurs: true),
            Message(name: "a2", answers: "a1", isOurs: true), Message(name: "b", weight: 1),
            Message(name: "b1", answers: "b", isOurs: true),
        ]
        #expect(order(two) == "a a1 a2 b b1")
    }

    @Test(
        "the order is the worst for the house of all that are possible: fewest of theirs before ours",
        arguments: 0..<400 as Range<UInt64>)
    func worst(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count: Int = .random(in: 2...6, using: &random)
        let messages: [Message] = (0..<count).map { index in
            let isOurs: Bool = .random(in: 0...2, using: &random) == 0
            let parent: String? =
                index > 0 && Int.random(in: 0...3, using: &random) > 0
                ? "\(Int.random(in: 0..<index, using: &random))" : nil
            return Message(
                name: "\(index)", answers: parent, weight: isOurs ? 0 : .random(in: 1...3, using: &random),
                isOurs: isOurs)
        }
        let found: [String] = order(messages).split { $0 == " " || $0 == "=" }.map(String.init)
        func isOurs(_ name: String) -> Bool { messages[Int(name) ?? 0].isOurs }
        /// Which places from the end are theirs: the more and the nearer to the end, the worse.
        func doubt(_ names: [String]) -> [Int] { names.reversed().map { isOurs($0) ? 0 : 1 } }
        var worst: [Int] = []
        func extend(_ names: [String]) {
            if names.count == count {
                if worst.lexicographicallyPrecedes(doubt(names)) { worst = doubt(names) }
                return
            }
            for message in messages where !names.contains(message.name) {
                if let parent = message.answers, !names.contains(parent) { continue }
                extend(names + [message.name])
            }
        }
        extend([])
        #expect(doubt(found) == worst, "seed \(seed): \(found)")
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

    @Test("the order does not depend on the order of the arguments", arguments: 0..<300 as Range<UInt64>)
    func anyArrival(seed: UInt64) {
        var random = SplitMix64(seed: seed)
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

    @Test("many simultaneous messages are ordered fast, in a chain or unrelated")
    func many() {
        let count = 20_000
        let ranks: [Int32] = InstantOrder.ranks(
            of: count, isOurs: { _ in false }, answers: { $0 % 2 == 0 || $0 < 2 ? nil : $0 - 2 },
            sequence: { _ in nil },
            isLighter: { $0 % 7 < $1 % 7 })
        #expect(ranks[1] < ranks[count - 1])
        #expect(ranks.max() ?? 0 >= 9_999)
    }
}
