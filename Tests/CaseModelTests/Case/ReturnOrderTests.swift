import Basics
import CaseModel
import Testing

@Suite("Reopening does not depend on the order of arrival")
struct ReturnOrderTests {
    /// A message and what somebody says of it.
    private struct Word {
        var number: UInt64
        var at: Int64
        var label: Label?
    }

    private enum Arrival {
        case word(Word)
        case judgement(Word)
    }

    @Test("messages since the end of a case, and their judgements, in any order of arrival end in the same state")
    func anyOrder() {
        for seed: UInt64 in 1...100 {
            var random = SplitMix64(seed: seed)
            let labels: [Label?] = [nil, judged(.positive), judged(.positive), judged(.complaint), judged(.question)]
            let words: [Word] = (2...5).map { number in
                Word(
                    number: number, at: .random(in: 20...60, using: &random),
                    label: labels.randomElement(using: &random) ?? nil)
            }
            let ends: [Fact] = [
                .resolved(at: 30), .resolved(.unfavourable, .no, at: 40), .dismissed(.offTopic, at: 30),
                .dismissed(.troll, at: 30),
            ]
            let end: Fact = ends.randomElement(using: &random) ?? .resolved(at: 30)
            let expected = life(end, words.flatMap(arrivals))
            for _ in 0..<6 {
                var order: [Arrival] = words.map { .word($0) }.shuffled(using: &random)
                // A message is judged at any time after it came.
                for word in words where word.label != nil {
                    let came: Int =
                        order.firstIndex {
                            if case .word(let other) = $0 { other.number == word.number } else { false }
                        } ?? 0
                    order.insert(.judgement(word), at: .random(in: (came + 1)...order.count, using: &random))
                }
                let state = life(end, order)
                expectSame(CaseSummary(of: state), CaseSummary(of: expected), "seed \(seed)")
                #expect(state.lifecycle == expected.lifecycle, "seed \(seed)")
                #expect(state.episodes == expected.episodes, "seed \(seed)")
            }
        }
    }

    private func judged(_ polarity: Polarity) -> Label {
        Label(polarity: polarity, targets: polarity == .complaint ? .product : [], method: .imported)
    }

    private func arrivals(_ word: Word) -> [Arrival] {
        word.label == nil ? [.word(word)] : [.word(word), .judgement(word)]
    }

    /// What an import and the house make of it, each thing after the other.
    private func life(_ end: Fact, _ arrivals: [Arrival]) -> CaseState {
        var facts: [Fact] = [.mention(1, at: 5), .judged(1, judged(.complaint), at: 5), end]
        for arrival in arrivals {
            let decisions: [Decision]
            switch arrival {
            case .word(let word):
                facts.append(.mention(word.number, at: word.at))
                decisions = CaseDecider.arrived(nil, at: minute(word.at), isLive: false, in: Given(facts).state)
            case .judgement(let word):
                guard let label = word.label else { continue }
                facts.append(.judged(word.number, label, at: word.at))
                decisions = CaseDecider.returned(in: Given(facts).state)
            }
            for decision in decisions {
                facts.append(
                    Fact(decision.event, at: (decision.occurredAt.microseconds / 1_000_000 - 1_700_000_000) / 60))
            }
        }
        return Given(facts).state
    }
}
