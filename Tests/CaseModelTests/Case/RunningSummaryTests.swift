import Basics
import CaseModel
import Testing

@Suite("The running summary")
struct RunningSummaryTests {
    @Test(
        "is what the state says after each event, whatever came and in which order",
        arguments: 1...20 as ClosedRange<UInt64>)
    func agrees(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        // Few minutes make many messages of the same instant.
        let minutes: Int64 = seed.isMultiple(of: 2) ? 40 : 100_000
        var facts: [Fact] = []
        var mentions: [UInt64] = []
        for number: UInt64 in 2..<500 {
            let at = Int64.random(in: 1...minutes, using: &random)
            let known: UInt64 = mentions.randomElement(using: &random) ?? 1
            switch Int.random(in: 0..<14, using: &random) {
            case 0..<4:
                mentions.append(number)
                let brand: String? = Bool.random(using: &random) ? "Lunabrisa" : nil
                facts.append(
                    .mention(
                        number, at: at, Bool.random(using: &random) ? .isPublic : .isPrivate, brand: brand,
                        reach: .random(in: 0...9, using: &random), isLive: Bool.random(using: &random)))
            case 4..<6: facts.append(.reply(at: at, key: key(10_000 + number), brand: "Ferrobrisa"))
            case 6: facts.append(asking(at: at))
            case 7: facts.append(.attached(20_000 + number, at: at))
            case 8: facts.append(.judged(known, .praise, at: at))
            case 9: facts.append(.judged(known, .complaint([.product]), at: at))
            case 10: facts.append(.revised(known, at: at))
            case 11: facts.append(.resolved(at: at))
            case 12: facts.append(.reopened(Int64(number), at: at))
            default: facts.append(.followUp(Int64(number), due: at + 5, at: at))
            }
        }
        var state: CaseState = Given().state
        var running = RunningSummary(of: state)
        for (index, fact) in facts.enumerated() {
            let moment = EventMoment(
                position: Position(Int64(200 + index)), version: Int64(2 + index), occurredAt: fact.at)
            state.apply(fact.event, moment)
            running.apply(fact.event, moment)
            // Now and then it begins anew in the middle.
            if index % 97 == 96 { running = RunningSummary(of: state) }
            var expected = CaseSummary(of: state)
            (expected.pauses, expected.snoozes) = ([], [])
            let found: CaseSummary = running.summary(of: state)
            guard found != expected else { continue }
            #expect(found == expected, "seed \(seed), event \(index)")
            return
        }
    }

    private func asking(at: Int64) -> Fact {
        Fact(
            .replySent(
                ReplySent(
                    key: nil, parent: nil, channel: Channel("twitter"), brand: nil, visibility: .isPublic,
                    purpose: .clarify, language: nil)), at: at)
    }
}
