import CaseDesk
import CaseModel
import Measures
import Playbook
import SQLite
import Testing

@Suite("Conformance from the log")
struct ConformanceReportTests {
    /// Two imported mentions of two persons; in the case of the first something is decided.
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.take(Message.theirs("m1"), Message.theirs("m2", by: "leo"))
        try desk.apply(
            #"{"do":"reply","case":1,"text":"hello","visibility":"public","purpose":"engage","override":"they knew us"}"#,
            #"{"do":"classify","case":1,"polarity":"complaint","targets":["product"]}"#,
            #"{"do":"reply","case":1,"text":"done","visibility":"public","purpose":"help"}"#,
            #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"customer"}"#)
        return desk
    }

    @Test("one case: what was kept, what was overridden and why, what is pending, with the events")
    func oneCase() throws {
        let desk = try desk()
        let answer = try desk.desk.conformance(of: .number(CaseNumber(1)))
        let counts = Dictionary(
            uniqueKeysWithValues: answer.conformance.findings.map { ($0.constraint.id, $0.counts) })
        #expect(counts["classified-before-reply"] == ConformanceCounts(satisfied: 1, overridden: 1))
        #expect(counts["resolution-followed-up"] == ConformanceCounts(pending: 1))
        #expect(counts["acknowledged-in-time"] == ConformanceCounts(imported: 1))
        let violation = try #require(answer.conformance.violations.first)
        #expect(violation.isOverridden)
        let event = try #require(answer.events[violation.activation])
        #expect(event.type == .replySent)
        #expect(event.reason == "they knew us")
        #expect(event.actor == "human:eva")
    }

    @Test("all cases: imported history is counted apart, and the parts add up to the whole")
    func allCases() throws {
        let desk = try desk()
        var scope = MeasureScope()
        scope.grouping = Grouping(by: .channel)
        let report = try desk.desk.conformanceReport(scope)
        #expect(report.all.cases == 1)
        #expect(report.all.importedCases == 1)
        #expect(report.all.all == ConformanceCounts(satisfied: 1, overridden: 1, pending: 1, imported: 1))
        #expect(report.all.overrides == 1)
        #expect(report.overrides.map(\.event.reason) == ["they knew us"])
        #expect(report.violations.map(\.number) == [CaseNumber(1)])
        var sum = ConformanceCounts()
        for group in report.groups { sum.add(group.tally.all) }
        #expect(sum == report.all.all)
    }

    @Test("a rule that is named for another action is remarked, and breaks nothing; one that leads there is not")
    func remarks() throws {
        let desk = try TestDesk()
        try desk.take(
            Message.theirs("1").judged("complaint", 1, about: ["brand"]),
            Message.theirs("2", by: "leo").judged("complaint", 1, about: ["product"]))
        try desk.apply(
            // T4.1: investigate; T4.3 leads to a reply, to waiting, or to a dismissal as off-topic; T5.4.1: move.
            #"{"do":"investigate","case":1,"sources":["own-history"],"rule":"T4.1"}"#,
            #"{"do":"assess","case":1,"founded":false,"grounds":[],"signals":[],"rule":"T4.1"}"#,
            #"{"do":"reply","case":1,"text":"hello","visibility":"public","purpose":"clarify","rule":"T4.3"}"#,
            #"{"do":"dismiss","case":1,"as":"troll","rule":"T4.3"}"#,
            #"{"do":"reopen","case":1,"trigger":"decision"}"#,
            #"{"do":"dismiss","case":1,"as":"off-topic","rule":"T4.3"}"#,
            #"{"do":"forecast","case":2,"forecast":"unfavourable","rule":"T1.3","override":"they know"}"#,
            #"{"do":"reply","case":2,"text":"come in","visibility":"public","purpose":"acknowledge","rule":"T5.4.1"}"#,
            #"{"do":"move","case":2,"to":"private","rule":"T5.4.1"}"#,
            #"{"do":"escalate","case":2,"to":"works","level":2,"rule":"T4.1"}"#)
        let answer = try desk.desk.conformance(of: .number(CaseNumber(1)))
        #expect(answer.remarks.map(\.rule) == ["T4.1", "T4.3"])
        #expect(answer.remarks.map { answer.events[$0.position]?.type } == [.complaintAssessed, .caseDismissed])
        #expect(answer.remarks.map { $0.advises.map(\.action) } == [[.investigate], [.reply, .wait, .dismiss]])
        #expect(answer.remarks.last?.advises.map(\.ground) == [nil, nil, .offTopic])
        #expect(answer.conformance.counts.violated == 0)
        let report = try desk.desk.conformanceReport(MeasureScope())
        #expect(report.remarks.map(\.number) == [CaseNumber(1), CaseNumber(1), CaseNumber(2)])
        #expect(report.remarks.map(\.event.type) == [.complaintAssessed, .caseDismissed, .caseEscalated])
    }

    @Test("comes to an end where the rows say that merges run in a circle", .timeLimit(.minutes(10)))
    func circle() throws {
        let desk = try desk()
        try desk.apply(
            #"{"do":"assess-author","person":"twitter:ana","as":"customer","evidence":["order"],"override":"they called","at":"2026-01-21T10:00:00Z"}"#
        )
        #expect(try desk.desk.conformanceReport(MeasureScope()).all.overrides == 2)
        let connection = try Connection(path: desk.store, mode: .readWrite)
        try connection.execute("UPDATE case_row_a SET merged_into = number")
        connection.close(checkpointing: false)
        #expect(try desk.desk.conformanceReport(MeasureScope()).overrides.isEmpty)
    }

    @Test("a decision against a rule on a person or an incident counts once, with the case that it belongs to")
    func elsewhere() throws {
        let desk = try desk()
        try desk.apply(
            #"{"do":"capture","channel":"twitter","id":"m3","author":"leo","text":"again","at":"2026-01-20T10:00:00Z"}"#,
            #"{"do":"assess-author","person":"twitter:leo","as":"customer","evidence":["order"],"override":"they called","at":"2026-01-21T10:00:00Z"}"#,
            #"{"do":"assess-author","person":"twitter:leo","as":"unknown","evidence":["order"],"at":"2026-01-21T11:00:00Z"}"#,
            #"{"do":"offer-survey","person":"twitter:ana","instrument":"NPS","case":1,"override":"they asked","at":"2026-01-22T10:00:00Z"}"#,
            #"{"do":"record-evidence","person":"twitter:ana","kind":"public-recommendation","case":1,"override":"seen on tv","at":"2026-01-23T10:00:00Z"}"#,
            #"{"do":"declare-incident","cases":[1,3],"level":2,"override":"the press knows","at":"2026-01-24T10:00:00Z"}"#,
            #"{"do":"close-incident","incident":1,"at":"2026-01-25T10:00:00Z"}"#)
        var scope = MeasureScope()
        scope.grouping = Grouping(by: .channel)
        let report = try desk.desk.conformanceReport(scope)
        #expect(
            report.overrides.map { "\($0.number) \($0.event.type.rawValue): \($0.event.reason ?? "-")" }.sorted() == [
                "1 IncidentDeclared: the press knows", "1 ReplySent: they knew us", "1 StanceEvidenced: seen on tv",
                "1 SurveyOffered: they asked", "3 AuthorAssessed: they called",
            ])
        #expect(report.all.overrides == 5)
        #expect(report.groups.map(\.tally.overrides) == [5])
    }
}
