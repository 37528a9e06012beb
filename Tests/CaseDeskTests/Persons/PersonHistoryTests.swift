import CaseDesk
import CaseModel
import Measures
import TestSupport
import Testing

@Suite("What is known of a person")
struct PersonHistoryTests {
    private static let day = 24 * 60

    @Test("accounts on every channel, cases, what was judged, surveys, and where they stand and why")
    func history() throws {
        let desk = try TestDesk()
        var review = Message.theirs("r", by: "Ana R.", at: 5)
        review.channel = "reviews"
        try desk.take(
            .theirs("1", by: "ana").judged("complaint", 1, about: ["product"]), .ours("2", to: "1", at: 10), review)
        #expect(
            try desk.refusals(
                #"{"do":"link","person":"twitter:ana","other":"reviews:Ana R.","basis":"given"}"#,
                #"{"do":"assess-author","person":"twitter:ana","as":"customer"}"#,
                #"{"do":"offer-survey","person":1,"instrument":"NPS","case":1,"at":"2026-01-03T00:00:00Z"}"#,
                #"{"do":"answer-survey","person":1,"score":7,"at":"2026-01-04T00:00:00Z"}"#,
                #"{"do":"record-evidence","person":2,"kind":"public-recommendation","at":"2026-01-05T00:00:00Z"}"#)
                == [])
        let history = try desk.desk.person("reviews:Ana R.")
        #expect(history.asked == PersonNumber(2))
        #expect(history.principal == PersonNumber(1))
        #expect(history.accounts.map(\.id) == ["ana", "Ana R."])
        #expect(history.accounts.map(\.channel.name) == ["twitter", "reviews"])
        #expect(history.cases.map(\.number.rawValue) == [1, 2])
        #expect(history.mentions == 2)
        #expect(history.complaints == 1)
        #expect(history.replies == 1)
        #expect(history.assessment == .customer)
        #expect(history.evidence.map(\.kind) == ["complaint", "NPS 7", "public-recommendation"])
        #expect(history.evidence.map(\.stance) == [.detractor, .passive, .promoter])
        #expect(history.evidence.map(\.caseNumber) == [CaseNumber(1), CaseNumber(1), nil])
        #expect(history.stance == .promoter)
        let types: [Position: String] = Dictionary(
            uniqueKeysWithValues: try desk.log().map { ($0.position, $0.type) })
        #expect(
            history.evidence.map { types[$0.position] } == ["MentionCaptured", "SurveyAnswered", "StanceEvidenced"])
        #expect(try desk.differences() == [])
    }

    @Test("a judgement that has expired counts no more, and as of then it still did")
    func expired() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.apply(#"{"do":"assess-author","person":1,"as":"troll","evidence":["a","b"]}"#)
        let then: Timestamp = desk.clock.now
        #expect(try desk.desk.person("1").assessment == .troll)
        desk.clock.advance(hours: 90 * 24)
        #expect(try desk.desk.person("1").assessment == .unknown)
        #expect(try desk.desk.person("1").latestAssessment?.assessment == .troll)
        #expect(try desk.desk.person("1", .asOf(then)).assessment == .troll)
    }

    @Test(
        "an answer of 9 or 10 converts a detractor, one of 7 or 8 recovers them, other instruments say nothing of it",
        arguments: [("NPS", 9, 1, 1), ("NPS", 8, 0, 1), ("NPS", 6, 0, 0), ("CSAT", 5, 0, 0)])
    func surveys(instrument: String, score: Int, converted: Int, recovered: Int) throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        try desk.apply(
            #"{"do":"offer-survey","person":1,"instrument":"\#(instrument)","at":"2026-01-03T00:00:00Z"}"#,
            #"{"do":"answer-survey","person":1,"score":\#(score),"at":"2026-01-04T00:00:00Z"}"#)
        let tally = try desk.desk.conversion(horizonDays: 30, MeasureScope(), explaining: false).conversion.figures.all
        #expect(tally.converted == converted)
        #expect(tally.recovered == recovered)
        #expect(tally.unobserved == (instrument == "NPS" ? 0 : 1))
    }

    @Test("the same file of commands again adds nothing")
    func known() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        let path: String = try desk.folder.write(
            #"{"do":"assess-author","person":1,"as":"customer","key":"k"}"#, to: "a.ndjson")
        for wasKnown in [false, true] {
            var receipts: [PersonReceipt] = []
            try desk.desk.apply(path, by: Actor(.human, "eva")) { line in
                if case .person(let receipt) = line.result { receipts.append(receipt) }
            }
            #expect(receipts.map(\.wasKnown) == [wasKnown])
            #expect(receipts.map(\.number) == [PersonNumber(1)])
        }
    }

    @Test("nobody is found where nobody is known, and another's case is no occasion")
    func refused() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", by: "eva"))
        #expect(throws: DeskError.self) { try desk.desk.person("9") }
        #expect(throws: DeskError.self) { try desk.desk.person("twitter:nobody") }
        #expect(
            try desk.refusals(
                #"{"do":"offer-survey","person":1,"instrument":"NPS","case":2}"#,
                #"{"do":"offer-survey","person":9,"instrument":"NPS"}"#,
                #"{"do":"record-evidence","person":1,"kind":"thanks","event":99999}"#,
                #"{"do":"link","person":1,"other":2,"basis":"guess"}"#)
                == [.otherPerson, .noSuchPerson, .malformed, .malformed])
    }
}
