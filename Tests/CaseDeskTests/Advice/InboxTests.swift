import Basics
import CaseDesk
import CaseModel
import Playbook
import ServiceLevels
import Testing

@Suite("The inbox")
struct InboxTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    /// A moment so many minutes after the desk's clock began: 1 February 2026, 12:00 UTC.
    private func minute(_ minutes: Int64) -> Timestamp {
        Timestamp(microseconds: Timestamp(seconds: 1_769_947_200).microseconds + minutes * 60_000_000)
    }

    private func text(_ minutes: Int64) -> String { TimeText.format(minute(minutes)) }

    private func capture(_ id: String, by author: String = "ana", at minutes: Int64 = 0, _ more: String = "") -> String
    {
        """
        {"do":"capture","channel":"twitter","id":"\(id)","author":"\(author)","text":"words of \(id)",\
        "time":"\(text(minutes))"\(more)}
        """
    }

    private func on(_ id: String, _ command: String, at minutes: Int64, _ more: String = "") -> String {
        """
        {"do":"\(command)","channel":"twitter","message":"\(id)","at":"\(text(minutes))"\(more)}
        """
    }

    private func apply(_ lines: String...) throws {
        desk.clock.advance(hours: 24)
        for line in try desk.apply(lines) {
            if case .refused(let refusal) = line.result { Issue.record("line \(line.line): \(refusal)") }
        }
    }

    private func ask(at minutes: Int64, _ change: (inout InboxQuery) -> Void = { _ in }) throws -> Inbox {
        var query = InboxQuery()
        change(&query)
        return try desk.desk.inbox(query, now: minute(minutes))
    }

    private func rules(_ inbox: Inbox) -> [String] {
        inbox.items.map { item in
            let playbook: Playbook = inbox.shelf.playbooks[item.advice.playbook].playbook
            return "\(item.number) " + (item.advice.next.map { playbook.rules[$0.rule].id } ?? "wait")
        }
    }

    @Test("what several cores find is what one finds, in the same order", arguments: [1, 2, 7])
    func parts(casesPerPart: Int) throws {
        var random = SplitMix64(seed: 11)
        for id in 0..<60 {
            let at = Int64.random(in: 0..<3_000, using: &random)
            let judged: String =
                Bool.random(using: &random) ? #","polarity":"complaint","targets":["brand"]"# : ""
            try apply(capture("\(id)", by: "a\(id % 40)", at: at, judged))
        }
        for limit in [nil, 1, 5, 33] {
            var query = InboxQuery()
            query.limit = limit
            let alone = try desk.desk.inbox(query, now: minute(2_500))
            let together = try desk.desk.inbox(query, now: minute(2_500), casesPerPart: casesPerPart)
            #expect(together.items.map(\.number) == alone.items.map(\.number))
            #expect((together.total, together.overdue) == (alone.total, alone.overdue))
            #expect(alone.total > 50 && alone.overdue > 5 && alone.overdue < alone.total)
        }
    }

    @Test("says for each case what comes next, the overdue first, then by deadline, then by weight")
    func order() throws {
        try apply(
            capture("1", by: "ana", at: 0), capture("2", by: "bea", at: 10),
            capture("3", by: "cleo", at: 20), capture("4", by: "dora", at: 30),
            on("2", "classify", at: 11, #","polarity":"complaint","targets":["brand"]"#),
            on("3", "classify", at: 21, #","polarity":"positive""#),
            on("3", "prioritise", at: 22, #","priority":"urgent""#),
            on("4", "classify", at: 31, #","polarity":"spam""#))
        let inbox = try ask(at: 100)
        // Case 3 is urgent: it was to be answered within the hour. Spam has no deadline.
        #expect(rules(inbox) == ["3 T2.6", "1 T1.7", "2 T4.1", "4 T1.1.2"])
        #expect(inbox.items.map(\.advice.due) == [minute(80), minute(1440), minute(1450), nil])
        #expect(inbox.items.map(\.advice.isOverdue) == [true, false, false, false])
        #expect(inbox.items[0].text == "words of 3")
        #expect((inbox.total, inbox.overdue) == (4, 1))
        // Asked again at the same moment, it says the same.
        #expect(rules(try ask(at: 100)) == rules(inbox))
        #expect(rules(try ask(at: 100) { $0.limit = 2 }) == ["3 T2.6", "1 T1.7"])
        #expect(try ask(at: 100) { $0.limit = 2 }.total == 4)
    }

    @Test("can be narrowed to what somebody has, what nobody has, what is late, a channel, a tag")
    func filters() throws {
        try apply(
            capture("1", by: "ana"), capture("2", by: "bea", at: 10), on("1", "assign", at: 11, #","to":"eva""#),
            on("2", "tag", at: 12, #","tag":"vip""#))
        #expect(try ask(at: 20) { $0.assignee = "eva" }.items.map(\.number) == [CaseNumber(1)])
        #expect(try ask(at: 20) { $0.isUnassigned = true }.items.map(\.number) == [CaseNumber(2)])
        #expect(try ask(at: 20) { $0.tags = ["vip"] }.items.map(\.number) == [CaseNumber(2)])
        #expect(try ask(at: 20) { $0.channel = Channel("email") }.items.isEmpty)
        #expect(try ask(at: 20) { $0.isOverdue = true }.items.isEmpty)
        #expect(try ask(at: 1_441) { $0.isOverdue = true }.items.map(\.number) == [CaseNumber(1)])
    }

    @Test("a snoozed case comes back at its time, or when the person writes; the sweep puts it into the log")
    func snoozing() throws {
        try apply(
            capture("1", by: "ana"), capture("2", by: "bea", at: 1),
            on("1", "snooze", at: 5, #","until":"\#(text(60))""#),
            on("2", "snooze", at: 5, #","until":"\#(text(60))","wakesOnReply":true"#),
            capture("3", by: "bea", at: 30, #","parent":"2""#))
        #expect(try ask(at: 59).items.map(\.number) == [CaseNumber(2)])
        #expect(try ask(at: 60).items.map(\.number).sorted() == [CaseNumber(1), CaseNumber(2)])
        #expect(try desk.desk.sweep(now: minute(59)) == [])
        let swept: [SweptCase] = try desk.desk.sweep(now: minute(60))
        #expect(swept.map(\.number) == [CaseNumber(1)])
        #expect(swept.map(\.at) == [minute(60)])
        #expect(try desk.desk.sweep(now: minute(60)) == [])
        // What has ended meanwhile is let be.
        try apply(
            on("1", "snooze", at: 61, #","until":"\#(text(70))""#),
            on("1", "resolve", at: 62, #","outcome":"favourable","solved":"yes","confirmedBy":"agent""#))
        #expect(try desk.desk.sweep(now: minute(80)) == [])
        #expect(try desk.differences() == [])
    }

    @Test("a follow-up shows when it falls due")
    func followUps() throws {
        try apply(
            capture("1"), on("1", "classify", at: 1, #","polarity":"complaint","targets":["product"]"#),
            on("1", "help", at: 2), on("1", "reply", at: 3, #","text":"done","visibility":"public","purpose":"help""#),
            on(
                "1", "resolve", at: 4,
                #","outcome":"favourable","solved":"yes","confirmedBy":"agent","followUp":"\#(text(5_000))""#),
            on("1", "publish", at: 5))
        func actions(_ minutes: Int64) throws -> [Action] {
            try ask(at: minutes).items.flatMap { $0.advice.advice.map(\.action) }
        }
        #expect(try actions(4_999) == [.offerSurvey])
        #expect(try actions(5_000) == [.completeFollowUp, .offerSurvey])
        desk.clock.advance(hours: 24)
        let survey = try desk.apply([
            #"{"do":"offer-survey","person":1,"instrument":"NPS","case":1,"at":"\#(text(10))"}"#
        ])
        if case .refused(let refusal) = survey[0].result { Issue.record("\(refusal)") }
        #expect(try actions(5_000) == [.completeFollowUp])
        #expect(try ask(at: 5_000).items.first?.advice.due == minute(5_000))
    }

    @Test("closing a case leaves what its service level came to as it was when the matter was resolved")
    func closing() throws {
        try apply(
            capture("1"), on("1", "classify", at: 1, #","polarity":"complaint","targets":["product"]"#),
            on("1", "reply", at: 3, #","text":"on it","visibility":"public","purpose":"acknowledge""#),
            capture("2", at: 10, #","parent":"1","polarity":"positive""#),
            on(
                "1", "resolve", at: 20,
                #","outcome":"favourable","solved":"yes","confirmedBy":"customer","followUp":"\#(text(5_000))""#))
        func clocks(_ minutes: Int64) throws -> ServiceClocks {
            try desk.desk.next(.number(CaseNumber(1)), now: minute(minutes)).item.advice.clocks
        }
        let resolved: ServiceClocks = try clocks(30_000)
        desk.clock.advance(hours: 24 * 30)
        try apply(
            on("1", "complete-follow-up", at: 30_000, #","finding":"quiet""#), on("1", "close", at: 30_001))
        #expect(try clocks(30_002) == resolved)
        #expect(resolved.readings.allSatisfy { !$0.isOpen })
    }

    @Test("who was answered is not to be told again that they were read")
    func answered() throws {
        try apply(
            capture("1"), on("1", "classify", at: 1, #","polarity":"complaint","targets":["product"]"#),
            on("1", "reply", at: 3, #","text":"which order?","visibility":"public","purpose":"help""#),
            capture("2", at: 10, #","parent":"1","polarity":"complaint","targets":["product"]"#))
        let advice: [Advice] = try ask(at: 11).items.flatMap(\.advice.advice)
        #expect(!advice.isEmpty)
        #expect(!advice.map(\.action).contains(.acknowledge))
    }

    @Test("history is listed where somebody waits, without deadlines, and not where we spoke last")
    func history() throws {
        try desk.take(
            .theirs("1"), .theirs("2", by: "bea"), .ours("3", to: "2"))
        let inbox = try ask(at: 0)
        #expect(inbox.items.map(\.number) == [CaseNumber(1)])
        #expect(inbox.items[0].advice.due == nil)
        #expect(inbox.items[0].advice.clocks.readings.isEmpty)
        #expect(try ask(at: 0) { $0.includesHistory = true }.items.count == 2)
    }

    @Test("history that ended in thanks waits for nobody; praise and complaints that nobody answered do")
    func thanks() throws {
        try desk.take(
            .theirs("1", by: "ana").judged("complaint", 1, about: ["product"]), .ours("2", to: "1", at: 10),
            .theirs("3", by: "ana", to: "2", at: 20).judged("positive", 1),
            .theirs("4", by: "bea").judged("complaint", 1, about: ["product"]), .ours("5", to: "4", at: 10),
            .theirs("6", by: "bea", to: "5", at: 20).judged("complaint", 1, about: ["product"]),
            .theirs("7", by: "cleo").judged("positive", 1))
        func texts(_ inbox: Inbox) -> [String] { inbox.items.map { $0.summary.polarity?.rawValue ?? "-" }.sorted() }
        #expect(texts(try ask(at: 0)) == ["complaint", "positive"])
        #expect(texts(try ask(at: 0) { $0.includesHistory = true }) == ["complaint", "complaint", "positive"])
    }

    @Test("an ended case can be put off too")
    func snoozedAfterTheEnd() throws {
        try apply(
            capture("1"), on("1", "classify", at: 1, #","polarity":"positive""#),
            on("1", "snooze", at: 2, #","until":"\#(text(50))""#),
            on("1", "resolve", at: 3, #","outcome":"favourable","solved":"yes","confirmedBy":"agent""#))
        // What was put off before the end, the end has dealt with.
        #expect(try ask(at: 10).items.map(\.advice.situation.lifecycle) == [.resolved])
        try apply(on("1", "snooze", at: 20, #","until":"\#(text(60))""#))
        #expect(try ask(at: 59).items.isEmpty)
        #expect(try ask(at: 60).items.map(\.number) == [CaseNumber(1)])
    }

    @Test("a person's standing is theirs through links, and a judgement counts until it expires")
    func standing() throws {
        try apply(
            capture("1", by: "ana"), capture("2", by: "bea", at: 10),
            on("1", "classify", at: 11, #","polarity":"complaint","targets":["brand"]"#),
            on("1", "investigate", at: 12, #","sources":["own-history"]"#),
            on("1", "assess", at: 13, #","founded":false"#),
            #"{"do":"assess-author","person":2,"as":"troll","evidence":["many-brands","copied-text"],"expires":"\#(text(3_000))","at":"\#(text(14))"}"#
        )
        #expect(try ask(at: 20).items.first { $0.number == CaseNumber(1) }?.advice.situation.author == .unknown)
        try apply(#"{"do":"link","person":1,"other":2,"basis":"operator","at":"\#(text(15))"}"#)
        #expect(try ask(at: 20).items.first { $0.number == CaseNumber(1) }?.advice.situation.author == .troll)
        // As if it were earlier: nobody had judged them yet.
        #expect(try ask(at: 13).items.first { $0.number == CaseNumber(1) }?.advice.situation.author == .unknown)
        #expect(try ask(at: 20).items.first { $0.number == CaseNumber(1) }?.personCases == 2)
        #expect(try ask(at: 3_000).items.first { $0.number == CaseNumber(1) }?.advice.situation.author == .unknown)
    }

    @Test("a case keeps the playbook and the service level that it opened under")
    func versions() throws {
        try apply(capture("1", at: 0))
        let eva = Actor(.human, "eva")
        _ = try desk.desk.adoptPlaybook(
            BuiltInPlaybook.webPostingAssessment.yaml, source: "built in", effectiveFrom: minute(60), by: eva)
        _ = try desk.desk.adopt(
            .serviceLevel, name: "fast", version: "1",
            text: """
                name: fast
                version: "1"
                calendar: always
                targets:
                  first-response:
                    - {within: 10m}

                """, effectiveFrom: minute(60), by: eva)
        try apply(capture("2", by: "bea", at: 61))
        let inbox = try ask(at: 65)
        let names: [CaseNumber: String] = Dictionary(
            uniqueKeysWithValues: inbox.items.map {
                ($0.number, inbox.shelf.playbooks[$0.advice.playbook].playbook.name)
            })
        #expect(names == [CaseNumber(1): "community-manager", CaseNumber(2): "web-posting-assessment"])
        #expect(
            inbox.items.map { "\($0.number) \($0.advice.due.map(TimeText.format) ?? "-")" }
                == ["2 \(text(71))", "1 \(text(1_440))"])
    }

    @Test("what was found worse after its end is not published but reopened")
    func worseAfterwards() throws {
        try apply(
            capture("1"), on("1", "classify", at: 1, #","polarity":"complaint","targets":["product"]"#),
            on("1", "resolve", at: 2, #","outcome":"favourable","solved":"yes","confirmedBy":"customer""#))
        func actions() throws -> [Action] {
            let reference = CaseReference.number(CaseNumber(1))
            return try desk.desk.next(reference, now: minute(120)).item.advice.advice.map(\.action)
        }
        #expect(try actions().contains(.publish))
        try apply(on("1", "complete-follow-up", at: 60, #","finding":"worse""#))
        #expect(try !actions().contains(.publish))
        #expect(try actions().contains(.reopen))
    }
}
