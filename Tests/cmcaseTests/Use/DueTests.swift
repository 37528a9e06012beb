import Foundation
import Testing

/// What falls due is told, and what was kept stays kept.
@Suite("What falls due, through the program")
struct DueTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.done("init")
    }

    private func captured(
        _ id: String, by author: String, _ words: String, at time: String, under parent: String? = nil
    )
        throws
    {
        var arguments: [String] = ["case", "capture", words, "--channel", "tw", "--id", id, "--author", author]
        if let parent { arguments += ["--parent", parent] }
        try done(arguments, at: time)
    }

    private func on(_ line: String, _ words: String? = nil, at time: String) throws {
        var arguments: [String] = ["case"] + line.split(separator: " ").map(String.init)
        if let words { arguments.insert(words, at: 3) }
        try done(arguments, at: time)
    }

    private func done(_ arguments: [String], at time: String) throws {
        let ending = try place.run(arguments + ["--at", time + "Z", "--actor", "ana"])
        #expect(ending.code == 0, "\(arguments): \(ending.errors)")
    }

    /// Each clock of a case and what became of it, in one line.
    private func clocks(_ number: Int, at now: String) throws -> [String] {
        let answer = try place.question("case", "next", "\(number)", "--now", now + "Z")
        return try #require(answer["clocks"] as? [[String: Any]]).map { clock in
            ["clock", "state", "due", "stoppedAt"].map { clock[$0] as? String ?? "-" }.joined(separator: " ")
        }
    }

    private func rules(_ answer: [String: Any]) -> [String] {
        (answer["advice"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
    }

    /// A complaint that was answered in ten minutes and thanked for in an hour, and resolved the next day.
    private func resolved() throws {
        try captured("1", by: "a", "late train", at: "2026-10-01T10:00:00")
        try on("classify 1 complaint --target product", at: "2026-10-01T10:05:00")
        try on("reply 1 --public --purpose acknowledge", "on it", at: "2026-10-01T10:10:00")
        try captured("2", by: "a", "works now, thanks", at: "2026-10-01T11:00:00", under: "1")
        try on("resolve 1 favourable --solved yes --confirmed-by customer", at: "2026-10-02T10:10:00")
    }

    @Test("closing a case changes none of its clocks")
    func closing() throws {
        try resolved()
        let before: [String] = try clocks(1, at: "2026-10-10T00:00:00")
        #expect(
            before == [
                "acknowledgement met 2026-10-02T10:00:00Z 2026-10-01T10:10:00Z",
                "first-response met 2026-10-02T10:00:00Z 2026-10-01T10:10:00Z",
                "resolution met 2026-10-11T10:50:00Z 2026-10-02T10:10:00Z",
            ])
        try on("follow-up done 1 quiet", at: "2026-11-10T10:00:00")
        try on("close 1", at: "2026-11-12T10:00:00")
        #expect(try clocks(1, at: "2026-11-12T11:00:00") == before)
    }

    @Test("what was dismissed in ten minutes was never late, though it is closed weeks after")
    func dismissed() throws {
        try captured("1", by: "b", "you lie", at: "2026-11-01T10:00:00")
        try on("classify 1 complaint --target brand", at: "2026-11-01T10:01:00")
        try on("dismiss 1 troll", at: "2026-11-01T10:10:00")
        try on("follow-up done 1 quiet", at: "2026-11-10T10:00:00")
        try on("close 1", at: "2026-11-12T10:00:00")
        #expect(
            try clocks(1, at: "2026-11-12T11:00:00")
                == ["resolution met 2026-11-11T10:00:00Z 2026-11-01T10:10:00Z"])
    }

    @Test("a follow-up that has fallen due comes first, with its date, whatever else is to be done")
    func followUp() throws {
        try resolved()
        let before = try place.question("case", "next", "1", "--now", "2026-10-09T10:00:00Z")
        #expect(rules(before) == ["T5.2.1", "T6.5.2"])
        #expect(before["due"] as? String == nil)
        let due = try place.question("case", "next", "1", "--now", "2026-10-13T00:00:00Z")
        #expect(rules(due) == ["T8.1", "T5.2.1", "T6.5.2"])
        #expect(due["due"] as? String == "2026-10-12T10:10:00Z")
        let inbox = try place.run("inbox", "--overdue", "--fail-if-overdue", "--now", "2026-10-13T00:00:00Z")
        #expect(inbox.code == 1)
        #expect(inbox.output.contains("do the follow-up"))
    }

    @Test("a second end replaces the follow-up of the first, and one look keeps what is owed")
    func secondEnd() throws {
        try resolved()
        try on("reopen 1", at: "2026-10-03T10:00:00")
        try on("resolve 1 favourable --solved yes --confirmed-by agent", at: "2026-10-04T10:00:00")
        let shown = try #require(try place.question("case", "show", "1")["case"] as? [String: Any])
        #expect(shown["nextFollowUpAt"] as? String == "2026-10-14T10:00:00Z")
        try on("follow-up done 1 quiet", at: "2026-10-11T10:00:00")
        try on("close 1", at: "2026-10-11T10:01:00")
        let report = try place.done("metrics", "conformance", "--tz", "UTC")
        #expect(report.contains("resolution-followed-up"))
        let line = report.split(separator: "\n").first { $0.contains("resolution-followed-up") } ?? ""
        #expect(line.split(separator: " ").dropFirst(2).prefix(6) == ["1.000", "1", "0", "0", "0", "0"], "\(line)")
    }

    @Test("thanks that nobody has judged ask to be judged, and leave the case ended as it was")
    func thanksJudgedLate() throws {
        try resolved()
        try captured("3", by: "a", "you are the best", at: "2026-10-05T10:00:00", under: "1")
        let asked = try place.question("case", "next", "1", "--now", "2026-10-05T10:10:00Z")
        #expect(rules(asked) == ["T0.8"])
        try on("classify 1 positive", at: "2026-10-05T11:00:00")
        let shown = try #require(try place.question("case", "show", "1")["case"] as? [String: Any])
        #expect(shown["state"] as? String == "monitoring")
        #expect(shown["episode"] as? Int == 1)
        #expect(shown["nextFollowUpAt"] as? String == "2026-10-12T10:10:00Z")
        let next = try place.question("case", "next", "1", "--now", "2026-10-05T12:00:00Z")
        #expect(rules(next) == ["T5.2.1", "T6.5.1"])
        // A month later nobody has been kept waiting.
        let report = try place.done("metrics", "conformance", "--tz", "UTC")
        let line = report.split(separator: "\n").first { $0.contains("acknowledged-in-time") } ?? ""
        #expect(line.split(separator: " ").dropFirst(2).prefix(4) == ["1.000", "1", "0", "0"], "\(line)")
    }

    @Test("a snoozed case is out of sight until its time, though a promise was broken meanwhile")
    func snoozed() throws {
        try captured("1", by: "c", "hello", at: "2026-11-20T10:00:00")
        try on("snooze 1 --until 2026-11-22T10:00Z", at: "2026-11-20T11:00:00")
        let asleep = try place.run("inbox", "--fail-if-overdue", "--now", "2026-11-21T12:00:00Z")
        #expect(asleep.code == 0)
        #expect(asleep.output == "Nothing is to be done now.\n0 cases\n")
        let awake = try place.question("inbox", "--now", "2026-11-22T10:00:00Z")
        #expect(awake["overdue"] as? Int == 1)
    }

    @Test("a promise shows on its day, until it is kept")
    func promise() throws {
        try captured("1", by: "d", "where is my money", at: "2026-11-01T10:00:00")
        try on("classify 1 complaint --target brand", at: "2026-11-01T10:01:00")
        try on("investigate 1 --source own-history", at: "2026-11-01T10:02:00")
        try on("assess 1 founded", at: "2026-11-01T10:03:00")
        try on("reply 1 --public --purpose acknowledge", "heard", at: "2026-11-01T10:04:00")
        try on("identify 1", "lost-refund", at: "2026-11-01T10:05:00")
        try on("explain 1 --by 2026-11-05T00:00Z", "we pay", at: "2026-11-01T10:06:00")
        try on("reply 1 --public --purpose explain", "you have it by the fifth", at: "2026-11-01T10:07:00")
        let before = try place.question("case", "next", "1", "--now", "2026-11-04T00:00:00Z")
        #expect(before["due"] as? String == "2026-11-05T00:00:00Z")
        #expect(before["overdue"] as? Bool == false)
        let late = try place.question("inbox", "--overdue", "--now", "2026-11-06T00:00:00Z")
        let item = try #require((late["items"] as? [[String: Any]])?.first)
        #expect(rules(item).first == "T9.1")
        #expect(item["due"] as? String == "2026-11-05T00:00:00Z")
        try on("help 1", "paid", at: "2026-11-06T00:10:00")
        #expect(try place.question("inbox", "--overdue", "--now", "2026-11-06T01:00:00Z")["total"] as? Int == 0)
    }

    @Test("public praise with private data is thanked for in private, then in public, then left alone")
    func praiseWithData() throws {
        try captured("1", by: "e", "my order 77 came early, you are great", at: "2026-11-01T10:00:00")
        try on("classify 1 positive", at: "2026-11-01T10:01:00")
        try on("tag 1 private-data", at: "2026-11-01T10:02:00")
        func next() throws -> [String] {
            rules(try place.question("case", "next", "1", "--now", "2026-11-01T11:00:00Z"))
        }
        #expect(try next() == ["T2.1.1"])
        try on("reply 1 --private --purpose thank", "thank you, and do hide the number", at: "2026-11-01T10:03:00")
        #expect(try next() == ["T2.1.2"])
        try on("reply 1 --public --purpose thank", "thank you", at: "2026-11-01T10:04:00")
        #expect(try next() == ["T7.2"])
    }

    @Test("what is to be done is told with what its command wants to know")
    func words() throws {
        try captured("1", by: "a", "buy pills", at: "2026-11-01T10:00:00")
        try on("classify 1 spam", at: "2026-11-01T10:01:00")
        try captured("2", by: "b", "lovely", at: "2026-11-01T10:00:00")
        try on("classify 2 positive", at: "2026-11-01T10:01:00")
        try captured("3", by: "c", "late", at: "2026-11-01T10:00:00")
        try on("classify 3 complaint --target product", at: "2026-11-01T10:01:00")
        try on("reply 3 --public --purpose acknowledge", "heard", at: "2026-11-01T10:04:00")
        try on("escalate 3 workshop --level 1", at: "2026-11-01T10:05:00")
        try captured("4", by: "c", "and now?", at: "2026-11-01T10:06:00", under: "3")
        try on("classify 3 complaint --target product", at: "2026-11-01T10:07:00")
        func next(_ number: String) throws -> [String] {
            try place.done("case", "next", number, "--now", "2026-11-01T11:00:00Z").split(separator: "\n")
                .filter { $0.first?.isNumber == true }.map { $0.split(separator: "  ")[0].dropFirst(3).description }
        }
        #expect(try next("1") == ["dismiss it as spam"])
        #expect(try next("2") == ["reply in public to thank"])
        #expect(try next("3") == ["forecast the outcome", "reply in public to explain (product)"])
    }
}
