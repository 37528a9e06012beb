import CaseDesk
import CaseModel
import Intake
import Measures
import Testing

@Suite("Conversion of detractors, from the log")
struct ConversionTests {
    private static let day = 24 * 60

    private func tally(_ desk: TestDesk, days: Int64 = 30, _ scope: MeasureScope = MeasureScope()) throws
        -> ConversionTally
    {
        try desk.desk.conversion(horizonDays: days, scope, explaining: false).conversion.figures.all
    }

    @Test(
        "unasked praise in public after a complaint is a conversion; a thank-you is none, and neither is private praise"
    )
    func kinds() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", by: "ana").judged("complaint", 1, about: ["product"]),
            .theirs("2", by: "ana", at: Self.day).judged("positive", 1),
            .theirs("3", by: "eva").judged("complaint", 1, about: ["brand"]),
            .ours("4", to: "3", at: 10),
            .theirs("5", by: "eva", to: "4", at: 20).judged("positive", 1),
            .theirs("6", by: "leo").judged("complaint", 1, about: ["product"]))
        let tally = try tally(desk)
        #expect(tally.detractors == 3)
        #expect(tally.converted == 1)
        #expect(tally.recovered == 2)
        #expect(tally.unobserved == 1)
        #expect(try desk.differences() == [])
    }

    @Test(
        "thanks for a reply of ours in somebody else's case are thanks, whichever came first", arguments: [false, true])
    func thanksElsewhere(isReplyLate: Bool) throws {
        let desk = try TestDesk()
        let reply = Message.ours("2", to: "1", at: 10)
        let others: [Message] = [
            .theirs("1", by: "ana").judged("complaint", 1, about: ["product"]),
            .theirs("3", by: "eva", at: 5).judged("complaint", 1, about: ["product"]),
            .theirs("4", by: "eva", to: "2", at: 30).judged("positive", 1),
        ]
        if isReplyLate {
            try desk.take(others)
            try desk.take([reply])
        } else {
            try desk.take([reply] + others)
        }
        let tally = try tally(desk)
        #expect(tally.converted == 0)
        #expect(tally.recovered == 1)
    }

    @Test("the data reach to the latest evidence, which may be the answer to a survey")
    func endOfData() throws {
        let desk = try TestDesk()
        desk.clock.advance(hours: 24 * 60)
        let lines: [String] = [
            #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"late","time":"2026-02-01T12:00:00Z"}"#,
            #"{"do":"classify","case":1,"polarity":"complaint","targets":["product"],"at":"2026-02-01T12:10:00Z"}"#,
            #"{"do":"offer-survey","person":1,"instrument":"NPS","case":1,"at":"2026-02-02T12:00:00Z"}"#,
            #"{"do":"answer-survey","person":1,"score":9,"at":"2026-03-10T12:00:00Z"}"#,
        ]
        for line in try desk.apply(lines) {
            if case .refused(let refusal) = line.result { Issue.record("line \(line.line): \(refusal)") }
        }
        let conversion = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: false)
        #expect(conversion.conversion.endOfData == Timestamp(seconds: 1_773_144_000))
    }

    @Test("a complaint that is judged anew as something else is no evidence any more")
    func rejudged() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 0.6, about: ["product"]))
        #expect(try tally(desk).detractors == 1)
        try desk.apply(#"{"do":"classify","channel":"twitter","message":"1","polarity":"neutral"}"#)
        #expect(try tally(desk).detractors == 0)
        #expect(try desk.differences() == [])
    }

    @Test("a case dismissed as a troll's is left out and counted, also when it is closed; reopened, it counts again")
    func dismissed() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1").judged("complaint", 1, about: ["brand"]),
            .theirs("2", by: "eva").judged("complaint", 1, about: ["brand"]))
        try desk.apply(
            #"{"do":"dismiss","channel":"twitter","message":"1","as":"troll","at":"2026-01-02T00:00:00Z"}"#)
        let answer = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: false)
        #expect(answer.conversion.figures.all.detractors == 1)
        #expect(answer.conversion.excluded.complaints == [.troll: 1])
        #expect(answer.conversion.excluded.figuresWithThem.all.detractors == 2)
        try desk.apply(
            #"{"do":"reopen","channel":"twitter","message":"1","trigger":"decision","at":"2026-01-03T00:00:00Z"}"#)
        #expect(try tally(desk).detractors == 2)
    }

    @Test("merging two cases and taking it back gives exactly the measures from before")
    func unmerged() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1").judged("complaint", 1, about: ["product"]),
            .theirs("2", at: Self.day).judged("positive", 1), .ours("3", to: "1", at: 5))
        let before = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: true)
        let service = try desk.desk.firstResponse(target: nil, MeasureScope())
        let names = #""channel":"twitter","message":"1","fromChannel":"twitter","fromMessage":"2""#
        try desk.apply(#"{"do":"merge",\#(names),"at":"2026-01-05T00:00:00Z"}"#)
        #expect(try desk.desk.firstResponse(target: nil, MeasureScope()).firstResponse.figures.cases == 1)
        try desk.apply(#"{"do":"unmerge",\#(names),"at":"2026-01-06T00:00:00Z"}"#)
        let after = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: true)
        #expect(after.conversion == before.conversion)
        #expect(after.index == before.index)
        #expect(try desk.desk.firstResponse(target: nil, MeasureScope()).firstResponse == service.firstResponse)
        #expect(try desk.differences() == [])
    }

    @Test("what we knew earlier is what a store with only that prefix says")
    func asOf() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        let then = try #require(try desk.log().last?.position)
        let before = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: true)
        try desk.take(.theirs("2", at: Self.day).judged("positive", 1))
        var scope = MeasureScope()
        scope.horizon = .until(then)
        #expect(try desk.desk.conversion(horizonDays: 30, scope, explaining: true).conversion == before.conversion)
        #expect(try tally(desk).converted == 1)
    }
}
