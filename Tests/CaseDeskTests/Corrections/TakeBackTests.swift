import CaseDesk
import CaseModel
import Playbook
import Testing

@Suite("What was recorded by mistake and is taken back")
struct TakeBackTests {
    private static let resolve =
        #"{"do":"resolve","case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent"}"#
    private static let reply =
        #"{"do":"reply","channel":"twitter","message":"1","id":"9","text":"We are on it","visibility":"public","#
        + #""purpose":"help"}"#

    private func position(_ desk: TestDesk, _ type: String) throws -> Int64 {
        try #require(try desk.log().last { $0.type == type }).position.rawValue
    }

    /// Takes the newest event of a type back; the refusal where it is refused.
    private func takeBack(_ desk: TestDesk, _ type: String) throws -> Refusal? {
        let line =
            #"{"do":"take-back","event":\#(try position(desk, type)),"reason":"mistake \#(try desk.log().count)"}"#
        let applied = try desk.apply(line)
        expectSame(try desk.differences(), [], type)
        if case .refused(let refusal) = applied[0].result { return refusal }
        return nil
    }

    @Test("is as if it had never been in lists, figures and replays, and as of before it was")
    func gone() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        let (cases, figures) = (try desk.cases().map(\.withoutArrival), try desk.figures())
        try desk.done(Self.reply, Self.resolve)
        let before = try #require(try desk.log().last).position
        let known: [CaseListing] = try desk.cases()
        #expect(known.map(\.status) == [.monitoring])
        #expect(try takeBack(desk, "CaseResolved") == nil)
        #expect(try desk.cases().map(\.nextFollowUpAt) == [nil])
        #expect(try takeBack(desk, "ReplySent") == nil)
        expectSame(try desk.cases().map(\.withoutArrival), cases)
        expectSame(try desk.figures(), figures)
        expectSame(try desk.cases(.until(before)), known)
        try desk.reopen()
        expectSame(try desk.cases().map(\.withoutArrival), cases)
        // The log keeps it, with who and why.
        #expect(try desk.log().map(\.type).filter { $0 == "ReplySent" || $0 == "EventTakenBack" }.count == 3)
        let trail = try desk.desk.audit(.number(CaseNumber(1)))
        let step = try #require(trail.steps.first { $0.event.type == .replySent })
        #expect(step.takenBack?.actor == "human:eva")
        #expect(step.takenBack?.reason?.hasPrefix("mistake") == true)
        expectSame(trail.listing, try #require(try desk.cases().first))
        #expect(trail.steps.last?.changes.contains { $0.field == "replies" && $0.after == nil } == true)
    }

    @Test("goes with what its command recorded: the acknowledgement with the reply, the follow-up with the guidance")
    func together() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["brand"]))
        try desk.done(
            #"{"do":"reply","case":1,"text":"heard","visibility":"public","purpose":"acknowledge"}"#,
            #"{"do":"guide","case":1,"text":"ask the station"}"#)
        #expect(try takeBack(desk, "FollowUpScheduled") == nil)
        #expect(try desk.cases().map(\.status) == [.awaitingCustomer])
        #expect(try takeBack(desk, "ComplaintAcknowledged") == nil)
        #expect(try desk.cases().map(\.replies) == [0])
        // It can be done again.
        try desk.done(#"{"do":"acknowledge","case":1}"#)
    }

    @Test("is refused where something stands on it, which is named; the last goes first")
    func builtUpon() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(
            #"{"do":"classify","case":1,"polarity":"complaint","targets":["brand"]}"#,
            #"{"do":"identify-problem","case":1,"cause":"late"}"#,
            #"{"do":"explain-plan","case":1,"plan":"a new one"}"#,
            Self.resolve, #"{"do":"publish","case":1}"#)
        let plan: Int64 = try position(desk, "PlanExplained")
        let refusal = try #require(try takeBack(desk, "ProblemIdentified"))
        #expect(refusal.code == .builtUpon)
        #expect(refusal.description.contains("event \(plan), PlanExplained, stands on it"), "\(refusal)")
        #expect(try takeBack(desk, "CaseResolved")?.code == .builtUpon)
        #expect(try takeBack(desk, "MentionClassified")?.code == .builtUpon)
        for type in ["ResolutionPublished", "CaseResolved", "PlanExplained", "ProblemIdentified", "MentionClassified"] {
            #expect(try takeBack(desk, type) == nil, "\(type)")
        }
        #expect(try desk.cases().map(\.status) == [.new])
    }

    @Test("a follow-up that was done keeps the end that it looked at")
    func followUp() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(Self.resolve, #"{"do":"complete-follow-up","case":1,"finding":"quiet"}"#)
        #expect(try takeBack(desk, "CaseResolved")?.code == .builtUpon)
        #expect(try takeBack(desk, "FollowUpDone") == nil)
        #expect(try takeBack(desk, "CaseResolved") == nil)
    }

    @Test("a message that took the ended case up again is in an open case then")
    func takenUp() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(
            Self.resolve, #"{"do":"capture","channel":"twitter","id":"2","author":"ana","parent":"1","text":"again"}"#)
        #expect(try desk.cases().map(\.episode) == [2])
        #expect(try takeBack(desk, "CaseResolved") == nil)
        #expect(try desk.cases().map(\.episode) == [1])
        #expect(try desk.cases().map(\.status) == [.new])
    }

    @Test(
        "a reply on the wrong case may be recorded on the right one under its network's id; an import doesn't bring it back"
    )
    func wrongCase() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", by: "ben"))
        try desk.done(Self.reply)
        #expect(try takeBack(desk, "ReplySent") == nil)
        let report = try desk.take(Message.ours("9", to: "1", at: 5).saying("We are on it"))
        #expect(report.counts.duplicates == 1)
        #expect(try desk.cases().map(\.replies) == [0, 0])
        let right: String = Self.reply.replacing(#""message":"1""#, with: #""message":"2""#)
        try desk.done(right)
        #expect(try desk.cases().map(\.replies) == [0, 1])
        #expect(try desk.refusals(Self.reply) == [.keyTaken])
        #expect(try desk.differences() == [])
    }

    @Test("evidence, judgements and surveys of a person go too; an answer before its offer")
    func ofPerson() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        let history = try desk.desk.person("1")
        try desk.done(
            #"{"do":"record-evidence","person":1,"kind":"public-recommendation"}"#,
            #"{"do":"assess-author","person":1,"as":"customer"}"#,
            #"{"do":"offer-survey","person":1,"instrument":"NPS"}"#,
            #"{"do":"answer-survey","person":1,"score":10}"#)
        #expect(try desk.desk.person("1").stance == .promoter)
        #expect(try takeBack(desk, "SurveyOffered")?.code == .builtUpon)
        for type in ["SurveyAnswered", "SurveyOffered", "StanceEvidenced", "AuthorAssessed"] {
            #expect(try takeBack(desk, type) == nil, "\(type)")
        }
        let after = try desk.desk.person("1")
        #expect(after.stance == history.stance)
        #expect(after.evidence.map(\.kind) == history.evidence.map(\.kind))
        #expect(after.persons.map(\.surveys.count) == [0])
        #expect(after.persons.map(\.assessments.count) == [0])
    }

    @Test("what shows where a person stands is not taken from under that")
    func shown() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(#"{"do":"note","case":1,"note":"they told everybody"}"#)
        let note: Int64 = try position(desk, "NoteAdded")
        try desk.done(#"{"do":"record-evidence","person":1,"kind":"public-recommendation","event":\#(note)}"#)
        #expect(try takeBack(desk, "NoteAdded")?.code == .builtUpon)
        #expect(try takeBack(desk, "StanceEvidenced") == nil)
        #expect(try takeBack(desk, "NoteAdded") == nil)
    }

    @Test("once, with a reason, and only what the house recorded by itself; the sentence says what to do instead")
    func refused() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]), .theirs("2", at: 9))
        #expect(try takeBack(desk, "MentionClassified")?.description.contains("cmcase retract") == true)
        #expect(try takeBack(desk, "CaseOpened")?.code == .notTakenBack)
        #expect(try takeBack(desk, "ImportCompleted")?.code == .notTakenBack)
        try desk.done(#"{"do":"merge","case":1,"from":2}"#, #"{"do":"tag","case":1,"tag":"vip"}"#)
        #expect(try takeBack(desk, "CasesMerged")?.description.contains("case unmerge") == true)
        let tag: Int64 = try position(desk, "TagAdded")
        #expect(try desk.refusals(#"{"do":"take-back","event":\#(tag)}"#) == [.needsReason])
        #expect(try takeBack(desk, "TagAdded") == nil)
        #expect(try takeBack(desk, "TagAdded")?.code == .nothingChanged)
        #expect(try takeBack(desk, "EventTakenBack")?.code == .notTakenBack)
        try desk.done(#"{"do":"assign","case":1,"to":"eva"}"#)
        let assigned: Int64 = try position(desk, "CaseAssigned")
        #expect(try takeBack(desk, "CaseAssigned") == nil)
        #expect(
            try desk.refusals(#"{"do":"correct","event":\#(assigned),"fields":["to"],"values":["ben"]}"#)
                == [.notCorrectable])
        #expect(try desk.cases().map(\.assignee) == [nil])
    }

    @Test("what was judged in an absorbed case goes there, and the merge may be taken back afterwards")
    func absorbed() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", at: 1))
        try desk.done(
            #"{"do":"merge","case":1,"from":2}"#,
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["brand"]}"#,
            #"{"do":"investigate","case":1,"sources":["own-history"]}"#, #"{"do":"assess","case":1,"founded":true}"#)
        #expect(try takeBack(desk, "MentionClassified")?.code == .builtUpon)
        #expect(try takeBack(desk, "ComplaintAssessed") == nil)
        #expect(try takeBack(desk, "MentionClassified") == nil)
        #expect(try desk.cases().map(\.polarity) == [nil])
        try desk.done(#"{"do":"unmerge","from":2}"#)
        #expect(try desk.cases().map(\.polarity) == [nil, nil])
    }

    @Test("words are found no more, and conformance and its overrides pass over it")
    func elsewhere() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        try desk.done(
            #"{"do":"reply","case":1,"text":"umbrella","visibility":"public","purpose":"help","override":"because"}"#)
        #expect(try desk.desk.conformance(of: .number(CaseNumber(1))).conformance.overrides.count == 1)
        #expect(try desk.desk.search(SearchQuery("umbrella")).hits.count == 1)
        #expect(try takeBack(desk, "ReplySent") == nil)
        #expect(try desk.desk.conformance(of: .number(CaseNumber(1))).conformance.overrides.isEmpty)
        #expect(try desk.desk.search(SearchQuery("umbrella")).hits.isEmpty)
    }

    @Test("a message captured by mistake goes with the case that it opened, and may be captured anew")
    func captured() throws {
        let desk = try TestDesk()
        let capture =
            #"{"do":"capture","channel":"twitter","id":"1","author":"ana","text":"wrong","polarity":"complaint","targets":["brand"]}"#
        try desk.take(.theirs("5", by: "ben"))
        let (cases, figures) = (try desk.cases(), try desk.figures())
        try desk.done(capture, #"{"do":"note","channel":"twitter","message":"1","note":"what is this?"}"#)
        let refusal = try #require(try takeBack(desk, "MentionCaptured"))
        #expect(refusal.code == .builtUpon)
        #expect(refusal.description.contains("NoteAdded"), "\(refusal)")
        #expect(try takeBack(desk, "NoteAdded") == nil)
        #expect(try takeBack(desk, "MentionCaptured") == nil)
        expectSame(try desk.cases(), cases)
        expectSame(try desk.figures(), figures)
        #expect(try desk.list(merged: true).cases.map(\.status) == [.new, .retracted])
        // An import doesn't bring it back; whoever captures it anew does.
        #expect(try desk.take(.theirs("1")).counts.duplicates == 1)
        try desk.done(capture.replacing("wrong", with: "right"))
        #expect(try desk.cases().map(\.text) == ["words", "right"])
        #expect(try desk.differences() == [])
    }

    @Test("a message captured into the wrong case leaves the case as it was; one that an import brought stays")
    func capturedIntoCase() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").judged("complaint", 1, about: ["product"]))
        #expect(try takeBack(desk, "MentionCaptured")?.code == .notTakenBack)
        let cases = try desk.cases().map(\.withoutArrival)
        try desk.done(#"{"do":"capture","channel":"twitter","id":"2","author":"ana","parent":"1","text":"more"}"#)
        try desk.done(
            #"{"do":"reply","channel":"twitter","message":"2","text":"hi","visibility":"public","purpose":"help"}"#)
        #expect(try takeBack(desk, "MentionCaptured")?.code == .builtUpon)
        #expect(try takeBack(desk, "ReplySent") == nil)
        #expect(try takeBack(desk, "MentionCaptured") == nil)
        expectSame(try desk.cases().map(\.withoutArrival), cases)
    }
}
