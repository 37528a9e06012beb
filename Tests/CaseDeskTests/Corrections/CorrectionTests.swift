import CaseDesk
import CaseModel
import Measures
import Testing

@Suite("Corrected events")
struct CorrectionTests {
    private func correct(_ desk: TestDesk, _ type: String, _ settings: (String, String)...) throws -> CorrectionReceipt
    {
        let event = try #require(try desk.log().last { $0.type == type })
        return try desk.desk.correct(
            event.position, settings.map { CorrectionDecider.Setting($0.0, $0.1) }, reason: "mistyped",
            CommandContext(at: desk.clock.now), by: Actor(.human, "eva"))
    }

    private func detractors(_ desk: TestDesk, _ horizon: Horizon = .now) throws -> Int {
        var scope = MeasureScope()
        scope.horizon = horizon
        return try desk.desk.conversion(horizonDays: 30, scope, explaining: false).conversion.figures.all.detractors
    }

    @Test("hold from there on in lists, figures and replays, and as of before they don't")
    func holds() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        let before = try #require(try desk.log().last).position
        let receipt = try correct(desk, "MentionClassified", ("polarity", "neutral"), ("targets", "[]"))
        #expect(
            receipt.fields.map(\.text) == [
                #"polarity "complaint" → "neutral""#, #"targets ["product"] → []"#,
            ])
        #expect(try desk.cases().map(\.polarity) == ["neutral"])
        #expect(try detractors(desk) == 0)
        #expect(try desk.cases(.until(before)).map(\.polarity) == ["complaint"])
        #expect(try detractors(desk, .until(before)) == 1)
        #expect(try desk.differences() == [])
        try desk.reopen()
        #expect(try desk.cases().map(\.polarity) == ["neutral"])
        #expect(try correct(desk, "MentionClassified", ("polarity", "positive")).event == receipt.event)
        #expect(try desk.cases().map(\.polarity) == ["positive"])
        #expect(try desk.differences() == [])
    }

    @Test("the audit shows the original, what holds, and what the correction changed")
    func audit() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        try desk.apply(#"{"do":"reply","case":1,"text":"hi","visibility":"public","purpose":"help"}"#)
        let receipt = try correct(desk, "MentionClassified", ("targets", "brand"))
        let steps = try desk.desk.audit(.number(CaseNumber(1))).steps
        let original = try #require(steps.first { $0.position == receipt.event })
        guard case .mentionClassified(let said) = original.event,
            case .mentionClassified(let holds) = original.holds.event
        else {
            Issue.record("no judgement")
            return
        }
        #expect(said.label.targets == .product)
        #expect(holds.label.targets == .brand)
        #expect(original.after.targets == .product)
        let last = try #require(steps.last)
        #expect(original.correctedBy == [last.position])
        #expect(
            last.changes.map(\.text) == [
                #"#\#(receipt.event) targets ["product"] → ["brand"]"#, "targets product → brand",
            ])
        #expect(last.after.targets == .brand)
    }

    @Test("the same line of commands again corrects once; a correction of a merged case shows in the one it goes on in")
    func merged() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", at: 9).judged("positive", 1))
        try desk.apply(
            #"{"do":"merge","channel":"twitter","message":"1","fromChannel":"twitter","fromMessage":"2"}"#)
        let event = try #require(try desk.log().last { $0.type == "MentionClassified" }).position
        let line = #"{"do":"correct","event":\#(event),"fields":["polarity"],"values":["question"],"key":"k"}"#
        for _ in 0..<2 { #expect(try desk.refusals(line) == []) }
        #expect(try desk.log().count { $0.type == "EventCorrected" } == 1)
        #expect(try desk.cases().map(\.polarity) == ["question"])
        #expect(try desk.differences() == [])
        try desk.apply(
            #"{"do":"unmerge","channel":"twitter","message":"1","fromChannel":"twitter","fromMessage":"2"}"#)
        #expect(try desk.cases().map(\.polarity) == [nil, "question"])
        #expect(try desk.differences() == [])
    }

    @Test("an answer that was mistyped is evidence as it was meant")
    func survey() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        try desk.apply(
            #"{"do":"offer-survey","person":1,"instrument":"NPS","at":"2026-01-03T00:00:00Z"}"#,
            #"{"do":"answer-survey","person":1,"score":1,"at":"2026-01-04T00:00:00Z"}"#)
        #expect(try desk.desk.person("1").stance == .detractor)
        _ = try correct(desk, "SurveyAnswered", ("score", "10"))
        let history = try desk.desk.person("1")
        #expect(history.stance == .promoter)
        #expect(history.evidence.map(\.kind) == ["complaint", "NPS 10"])
        #expect(try desk.differences() == [])
    }

    @Test("the past of a case that was closed is corrected too, and what it came to follows")
    func dismissal() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["brand"]))
        try desk.apply(#"{"do":"dismiss","case":1,"as":"troll"}"#)
        #expect(try detractors(desk) == 0)
        _ = try correct(desk, "CaseDismissed", ("ground", "duplicate"))
        #expect(try detractors(desk) == 1)
        #expect(try desk.differences() == [])
    }

    @Test("what isn't there, and what is no event of a case or person, is not corrected")
    func refused() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        #expect(
            try desk.refusals(
                #"{"do":"correct","event":999,"fields":["to"],"values":["x"]}"#,
                #"{"do":"correct","event":4,"fields":["mapping"],"values":["x"]}"#,
                #"{"do":"correct","event":3,"fields":["brand"],"values":[]}"#)
                == [.noSuchEvent, .notCorrectable, .malformed])
    }
}

extension AuditTrail.Change {
    var text: String { "\(field) \(before ?? "-") → \(after ?? "-")" }
}
