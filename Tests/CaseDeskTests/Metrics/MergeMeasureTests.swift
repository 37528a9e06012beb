import Basics
import CaseDesk
import CaseModel
import Measures
import TestSupport
import Testing

@Suite("Measures after a merge was taken back")
struct MergeMeasureTests {
    private func measures(_ desk: TestDesk) throws -> (Conversion, ServiceAnswer) {
        let scope = MeasureScope()
        return (
            try desk.desk.conversion(horizonDays: 30, scope, explaining: false).conversion,
            try desk.desk.firstResponse(target: 3_600_000_000, scope, explaining: true)
        )
    }

    @Test(
        "are exactly what they were before it, for any two cases of a person", arguments: 1...4 as ClosedRange<UInt64>)
    func exact(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let desk = try TestDesk()
        var messages: [Message] = []
        for id in 1...40 {
            let minutes = id * 60 + Int.random(in: 0...30, using: &random)
            if id > 10, random.oneIn(3) {
                messages.append(.ours("\(id)", to: "\(Int.random(in: 1...10, using: &random))", at: minutes))
            } else {
                let mention = Message.theirs("\(id)", by: random.oneIn(2) ? "ana" : "eva", at: minutes)
                messages.append(
                    random.oneIn(2)
                        ? mention.judged("complaint", 0.5, about: ["product"]) : mention.judged("positive", 0.5))
            }
        }
        try desk.take(messages)
        var merged = 0
        for round in 0..<12 {
            let all = try desk.cases()
            let one = try #require(all.randomElement(using: &random))
            let same = all.filter { $0.person == one.person && $0.number != one.number }
            let other = try #require(same.randomElement(using: &random))
            let before = try measures(desk)
            let applied = try desk.apply(
                #"{"do":"merge","case":\#(one.number),"from":\#(other.number),"reason":"\#(round)"}"#)
            guard case .recorded = applied[0].result else { continue }
            merged += 1
            let between = try measures(desk)
            #expect(between.1.firstResponse.figures.cases == before.1.firstResponse.figures.cases - 1)
            try desk.apply(#"{"do":"unmerge","from":\#(other.number),"reason":"\#(round)"}"#)
            let after = try measures(desk)
            #expect(after.0 == before.0, "seed \(seed), round \(round)")
            #expect(after.1.firstResponse == before.1.firstResponse, "seed \(seed), round \(round)")
            #expect(after.1.waits == before.1.waits, "seed \(seed), round \(round)")
        }
        #expect(merged > 6, "seed \(seed)")
        #expect(try desk.differences() == [], "seed \(seed)")
    }
}
