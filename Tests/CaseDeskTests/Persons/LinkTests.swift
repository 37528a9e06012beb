import Basics
import CaseDesk
import CaseModel
import Measures
import TestSupport
import Testing

@Suite("Linked persons in the measures")
struct LinkTests {
    private static let day = 24 * 60

    private func conversion(_ desk: TestDesk, _ horizon: Horizon = .now) throws -> ConversionAnswer {
        var scope = MeasureScope()
        scope.horizon = horizon
        return try desk.desk.conversion(horizonDays: 30, scope, explaining: true)
    }

    private func persons(_ desk: TestDesk) throws -> Int {
        try desk.desk.firstResponse(target: nil, MeasureScope()).firstResponse.figures.persons
    }

    @Test(
        "a complaint on one account and praise on the other are one person's conversion at once, whoever is known as whom",
        arguments: ["ana", "eva"])
    func together(principal: String) throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", by: "ana").judged("complaint", 1, about: ["product"]),
            .theirs("2", by: "eva", at: Self.day).judged("positive", 1))
        #expect(try conversion(desk).conversion.figures.all.converted == 0)
        #expect(try persons(desk) == 2)
        let other: String = principal == "ana" ? "eva" : "ana"
        try desk.link("twitter:\(other)", to: "twitter:\(principal)")
        let answer = try conversion(desk)
        #expect(answer.conversion.figures.all.detractors == 1)
        #expect(answer.conversion.figures.all.converted == 1)
        #expect(answer.index.map(\.person) == [try desk.desk.personNumber("twitter:\(principal)")])
        #expect(try persons(desk) == 1)
        #expect(try desk.differences() == [])
    }

    @Test("what is recorded after the link counts for the same person")
    func later() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", by: "ana").judged("complaint", 1, about: ["product"]), .theirs("2", by: "eva"))
        try desk.link("twitter:eva", to: "twitter:ana")
        try desk.take(.theirs("3", by: "eva", at: Self.day).judged("positive", 1))
        #expect(try conversion(desk).conversion.figures.all.converted == 1)
    }

    @Test("link and unlink give exactly the measures from before", arguments: 0..<12 as Range<UInt64>)
    func undo(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let desk = try TestDesk()
        let people: [String] = ["ana", "eva", "leo", "kim", "noa"]
        try desk.take(
            (1...60).map { number in
                let by: String = people.randomElement(using: &random) ?? "ana"
                let at: Int = .random(in: 0...(60 * Self.day), using: &random)
                if random.oneIn(5), number > 1 {
                    return .ours("\(number)", to: "\(Int.random(in: 1..<number, using: &random))", at: at)
                }
                let mention = Message.theirs("\(number)", by: by, at: at)
                return random.oneIn(2)
                    ? mention.judged("complaint", 1, about: ["product"]) : mention.judged("positive", 1)
            })
        let before = try conversion(desk)
        let service = try desk.desk.firstResponse(target: nil, MeasureScope()).firstResponse
        var links: [(other: String, person: String)] = []
        var refused = 0
        for _ in 0..<6 {
            let pair = people.shuffled(using: &random).prefix(2).map { "twitter:\($0)" }
            do {
                try desk.link(pair[0], to: pair[1])
                links.append((pair[0], pair[1]))
            } catch { refused += 1 }
        }
        #expect(!links.isEmpty, "seed \(seed)")
        #expect(try persons(desk) == service.figures.persons - links.count, "seed \(seed), refused \(refused)")
        #expect(try desk.differences() == [], "seed \(seed)")
        let head: Position = try #require(try desk.log().last).position
        let linked = try conversion(desk).conversion
        for link in links.shuffled(using: &random) { try desk.unlink(link.other, from: link.person) }
        let after = try conversion(desk)
        #expect(after.conversion == before.conversion, "seed \(seed)")
        #expect(after.index == before.index, "seed \(seed)")
        #expect(
            try desk.desk.firstResponse(target: nil, MeasureScope()).firstResponse == service, "seed \(seed)")
        #expect(try conversion(desk, .until(head)).conversion == linked, "seed \(seed)")
    }

    @Test("cases of linked persons are merged, and the link is not taken back while they are")
    func merged() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1", by: "ana"), .theirs("2", by: "eva"))
        let merge = #"{"do":"merge","channel":"twitter","message":"1","fromChannel":"twitter","fromMessage":"2"}"#
        #expect(try desk.refusals(merge) == [.otherPerson])
        try desk.link("twitter:eva", to: "twitter:ana")
        #expect(try desk.refusals(merge) == [])
        #expect(try desk.cases().map(\.mentions) == [2])
        #expect(throws: DeskError.self) { try desk.unlink("twitter:eva", from: "twitter:ana") }
        #expect(try desk.refusals(#"{"do":"unlink","other":"twitter:eva"}"#) == [.mergedAcross])
        #expect(
            try desk.refusals(
                #"{"do":"unmerge","channel":"twitter","message":"1","fromChannel":"twitter","fromMessage":"2"}"#,
                #"{"do":"unlink","other":"twitter:eva"}"#) == [])
        #expect(try desk.differences() == [])
    }
}

extension TestDesk {
    func link(_ other: String, to person: String) throws {
        _ = try desk.carryOut(
            .link(person: person, other: other, .given, reason: nil), CommandContext(at: clock.now),
            by: Actor(.human, "eva"))
    }

    func unlink(_ other: String, from person: String) throws {
        _ = try desk.carryOut(
            .unlink(person: person, other: other, reason: nil), CommandContext(at: clock.now), by: Actor(.human, "eva"))
    }

    /// Applies lines and says what was refused.
    func refusals(_ lines: String...) throws -> [Refusal.Code] {
        try apply(lines).compactMap { line in
            if case .refused(let refusal) = line.result { refusal.code } else { nil }
        }
    }
}
