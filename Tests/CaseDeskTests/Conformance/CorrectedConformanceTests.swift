import CaseDesk
import CaseModel
import Playbook
import Testing

@Suite("Conformance judges what was known when it was done")
struct CorrectedConformanceTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.take(Message.theirs("1").judged("complaint", 1, about: ["product"]))
    }

    private func apply(_ lines: String...) throws {
        for line in try desk.apply(lines) {
            if case .refused(let refusal) = line.result { Issue.record("line \(line.line): \(refusal)") }
        }
    }

    private func violations() throws -> [ConstraintViolation] {
        try desk.desk.conformance(of: .number(CaseNumber(1))).conformance.violations.filter {
            $0.constraint.id == "unfavourable-in-private"
        }
    }

    private func position(of type: String) throws -> Position {
        try #require(try desk.log().last { $0.type == type }?.position)
    }

    private let reply =
        #"{"do":"reply","case":1,"text":"hello","visibility":"public","purpose":"explain"}"#

    private func correct(to forecast: String) throws {
        let event: Position = try position(of: "OutcomeForecast")
        try apply(
            #"{"do":"correct","event":\#(event),"fields":["forecast"],"values":["\#(forecast)"],"reason":"a slip"}"#)
    }

    @Test(
        "a forecast that is corrected afterwards doesn't unmake the public reply, and the correction is told beside it")
    func corrected() throws {
        try apply(#"{"do":"forecast","case":1,"forecast":"unfavourable"}"#, reply)
        #expect(try violations().count == 1)
        try correct(to: "favourable")
        #expect(try violations().map(\.correctedBy) == [[try position(of: "EventCorrected")]])
        let report = try desk.desk.conformanceReport(MeasureScope())
        let told = report.violations.filter { $0.violation.constraint.id == "unfavourable-in-private" }
        #expect(told.flatMap { $0.corrections.map(\.actor) } == ["human:eva"])
    }

    @Test(
        "a forecast that was corrected before the reply is judged as corrected, and one that got worse later breaks nothing"
    )
    func correctedBefore() throws {
        try apply(#"{"do":"forecast","case":1,"forecast":"unfavourable"}"#)
        try correct(to: "favourable")
        try apply(reply)
        #expect(try violations() == [])
        try correct(to: "unfavourable")
        #expect(try violations() == [])
    }

    @Test("what was taken back never was: neither the forecast nor the reply under it is held against anybody")
    func takenBack() throws {
        try apply(#"{"do":"forecast","case":1,"forecast":"unfavourable"}"#, reply)
        #expect(try violations().count == 1)
        try apply(#"{"do":"take-back","event":\#(try position(of: "ReplySent")),"note":"sent elsewhere"}"#)
        #expect(try violations() == [])
    }

    @Test("what was recorded later than the playbook allows is marked, with how late it was; an import is not")
    func late() throws {
        let now: Timestamp = desk.clock.now
        func at(hoursAgo hours: Int64) -> String {
            TimeText.format(Timestamp(microseconds: now.microseconds - hours * 3_600_000_000))
        }
        try apply(
            #"{"do":"forecast","case":1,"forecast":"unknown","at":"\#(at(hoursAgo: 25))"}"#,
            #"{"do":"forecast","case":1,"forecast":"favourable","at":"\#(at(hoursAgo: 23))"}"#)
        let late = try desk.desk.conformance(of: .number(CaseNumber(1))).conformance.lateRecords
        #expect(late.map(\.delay) == [25 * 3_600_000_000])
        let report = try desk.desk.conformanceReport(MeasureScope())
        #expect(report.all.lateRecords == 1)
        #expect(report.lateRecords.map(\.event.type) == [.outcomeForecast])
    }
}
