import CaseDesk
import CaseModel
import Testing

@Suite("The gate that every command passes")
struct GateTests {
    /// One readable line of every `do`, about two cases of two persons.
    private static let lines: [String: String] = [
        "classify": #""case":1,"polarity":"question""#,
        "reply": #""case":1,"text":"hi","visibility":"public","purpose":"help""#, "move": #""case":1,"to":"private""#,
        "assign": #""case":1,"to":"eva""#, "unassign": #""case":1"#, "prioritise": #""case":1,"priority":"high""#,
        "tag": #""case":1,"tag":"a""#, "untag": #""case":1,"tag":"a""#, "note": #""case":1,"note":"a""#,
        "snooze": #""case":1,"until":"2027-01-01T00:00:00Z""#, "wake": #""case":1"#, "acknowledge": #""case":1"#,
        "investigate": #""case":1,"sources":["own-history"]"#, "assess": #""case":1,"founded":true"#,
        "forecast": #""case":1,"forecast":"unknown""#, "identify-problem": #""case":1,"cause":"late""#,
        "explain-plan": #""case":1,"plan":"a""#, "help": #""case":1"#, "guide": #""case":1,"text":"a""#,
        "escalate": #""case":1,"to":"works""#,
        "resolve": #""case":1,"outcome":"favourable","solved":"yes","confirmedBy":"agent""#, "publish": #""case":1"#,
        "dismiss": #""case":1,"as":"spam""#, "reopen": #""case":1,"trigger":"decision""#, "close": #""case":1"#,
        "schedule-follow-up": #""case":1,"due":"2027-01-01T00:00:00Z","purpose":"evolution""#,
        "complete-follow-up": #""case":1,"finding":"quiet""#, "cancel-follow-up": #""case":1"#,
        "merge": #""case":1,"from":2"#, "unmerge": #""case":1,"from":2"#,
        "capture": #""channel":"twitter","id":"9","author":"ana","text":"a""#,
        "split": #""case":1,"mentions":["twitter:1"]"#, "correct": #""event":3,"fields":["language"],"values":["fr"]"#,
        "take-back": #""event":3,"reason":"a""#,
        "link": #""person":1,"other":2,"basis":"given""#, "unlink": #""other":2"#,
        "assess-author": #""person":1,"as":"customer""#, "offer-survey": #""person":1,"instrument":"NPS""#,
        "answer-survey": #""person":1,"score":9"#, "record-evidence": #""person":1,"kind":"thanks""#,
        "declare-incident": #""cases":[1],"level":2"#, "widen-incident": #""incident":1,"level":3"#,
        "close-incident": #""incident":1"#,
    ]

    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", by: "ben"))
        return desk
    }

    /// The refusals of every command with further fields, by its `do`.
    private func refusals(with fields: String) throws -> [String: Refusal.Code] {
        let desk = try desk()
        let names: [String] = Self.lines.keys.sorted()
        let before: Int = try desk.log().count
        let applied = try desk.apply(names.map { #"{"do":"\#($0)",\#(Self.lines[$0] ?? ""),\#(fields)}"# })
        #expect(try desk.log().count == before)
        var codes: [String: Refusal.Code] = [:]
        for (name, line) in zip(names, applied) {
            if case .refused(let refusal) = line.result { codes[name] = refusal.code }
        }
        return codes
    }

    @Test("every command there is stands in this list")
    func complete() { #expect(Set(Self.lines.keys) == Set(LineVocabulary.names)) }

    @Test("nothing has happened more than a day ahead of our clock, whatever the command")
    func future() throws {
        let codes = try refusals(with: #""at":"2099-01-01T00:00:00Z""#)
        for name in LineVocabulary.names where name != "capture" { #expect(codes[name] == .inTheFuture, "\(name)") }
        // A message is read as an imported one is, which has its own sentence for it.
        #expect(codes["capture"] == .malformed)
    }

    @Test("nor is an import taken back, or time swept, in the future")
    func futureElsewhere() throws {
        let desk = try desk()
        let future = Timestamp(seconds: 4_070_908_800)
        for attempt in [
            {
                _ = try desk.desk.retract(
                    desk.lastImport().position, note: nil, CommandContext(at: future), by: Actor(.human, "eva"))
            },
            { _ = try desk.desk.sweep(now: future) },
        ] {
            #expect { try attempt() } throws: { error in
                if case DeskError.refused(let refusal) = error { refusal.code == .inTheFuture } else { false }
            }
        }
    }

    @Test("a rule that no playbook has is refused, whatever the command")
    func rules() throws {
        let codes = try refusals(with: #""rule":"T99.9""#)
        for name in LineVocabulary.names { #expect(codes[name] == .noSuchRule, "\(name)") }
    }

    @Test("an hour ahead is a clock that differs, and recorded")
    func anHour() throws {
        let desk = try desk()
        #expect(
            try desk.refusals(#"{"do":"record-evidence","person":1,"kind":"thanks","at":"2026-02-01T13:00:00Z"}"#) == []
        )
    }

    // MARK: The version of a case

    private func version(_ desk: TestDesk, _ number: Int64 = 1) throws -> Int64 {
        try desk.desk.version(of: .number(CaseNumber(number)))
    }

    @Test("what is recorded in the stream of an absorbed case is noticed, and told")
    func absorbed() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", at: 1))
        try desk.apply(#"{"do":"merge","case":1,"from":2}"#)
        let seen: Int64 = try version(desk)
        #expect(try desk.cases().map(\.version) == [seen])
        try desk.apply(
            #"{"do":"classify","channel":"twitter","message":"2","polarity":"complaint","targets":["brand"]}"#)
        #expect(try desk.cases().map(\.version) == [version(desk)])
        let applied = try desk.apply(#"{"do":"dismiss","case":1,"as":"spam","expecting":\#(seen)}"#)
        guard case .refused(let refusal) = applied[0].result else {
            Issue.record("decided on an older state")
            return
        }
        #expect(refusal.code == .movedOn)
        #expect(refusal.description.contains("MentionClassified by human:eva"), "\(refusal)")
        // Taking the merge back is a change too.
        let merged: Int64 = try version(desk)
        try desk.apply(#"{"do":"unmerge","from":2}"#)
        #expect(try version(desk) > merged)
        #expect(try desk.refusals(#"{"do":"tag","case":1,"tag":"a","expecting":\#(merged)}"#) == [.movedOn])
        #expect(try desk.differences() == [])
    }

    @Test("what is recorded of a message that was split off is noticed where it is shown")
    func splitOff() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", to: "1", at: 1))
        try desk.apply(#"{"do":"split","case":1,"mentions":["twitter:2"]}"#)
        let seen: Int64 = try version(desk, 2)
        try desk.apply(#"{"do":"classify","channel":"twitter","message":"2","polarity":"question"}"#)
        #expect(try version(desk, 2) > seen)
        for line in [
            #"{"do":"tag","case":2,"tag":"a","expecting":\#(seen)}"#,
            #"{"do":"correct","event":4,"fields":["language"],"values":["fr"],"expecting":\#(seen)}"#,
        ] { #expect(try desk.refusals(line) == [.movedOn], "\(line)") }
        #expect(try desk.refusals(#"{"do":"tag","case":2,"tag":"a","expecting":\#(version(desk, 2))}"#) == [])
        #expect(try desk.differences() == [])
    }

    // MARK: One line never takes others with it

    @Test(
        "a person who can't be named is one line's fault, and the others are recorded",
        arguments: ["0", "-1", #""zz:nobody""#, #""nobody""#, "99", #""twitter:zz""#, "9223372036854775807"])
    func unknownPerson(_ person: String) throws {
        let desk = try desk()
        let bad: [String] = [
            #"{"do":"assess-author","person":\#(person),"as":"customer"}"#,
            #"{"do":"link","person":\#(person),"other":1,"basis":"given"}"#,
            #"{"do":"link","person":1,"other":\#(person),"basis":"given"}"#,
            #"{"do":"unlink","other":\#(person)}"#, #"{"do":"offer-survey","person":\#(person),"instrument":"NPS"}"#,
            #"{"do":"answer-survey","person":\#(person),"score":9}"#,
            #"{"do":"record-evidence","person":\#(person),"kind":"thanks"}"#,
        ]
        var lines: [String] = []
        for (index, line) in bad.enumerated() { lines += [#"{"do":"tag","case":1,"tag":"t\#(index)"}"#, line] }
        lines.append(#"{"do":"tag","case":2,"tag":"last"}"#)
        let applied = try desk.apply(lines)
        #expect(applied.map(\.line) == Array(1...lines.count))
        for line in applied {
            if case .refused = line.result {
                #expect(line.line % 2 == 0, "line \(line.line)")
            } else {
                #expect(line.line % 2 == 1, "line \(line.line)")
            }
        }
        #expect(try desk.cases().map(\.tags) == [(0..<bad.count).map { "t\($0)" }, ["last"]])
    }

    // MARK: A reply that stands on a network

    private static let reply = #"{"do":"reply","channel":"twitter","message":"1","id":"9","visibility":"public","#

    @Test("the same reply again under its network's id is known; other words, or another case, are refused")
    func replyAgain() throws {
        let desk = try desk()
        try desk.apply(Self.reply + #""purpose":"help","text":"We are on it"}"#)
        let count: Int = try desk.log().count
        guard case .known = try desk.apply(Self.reply + #""purpose":"help","text":"We are on it"}"#)[0].result else {
            Issue.record("the same reply is not known")
            return
        }
        for line in [
            Self.reply + #""purpose":"help","text":"Something else"}"#,
            Self.reply + #""purpose":"clarify","text":"We are on it"}"#,
            Self.reply.replacing(#""message":"1""#, with: #""message":"2""#)
                + #""purpose":"help","text":"We are on it"}"#,
            Self.reply.replacing(#""id":"9""#, with: #""id":"2""#) + #""purpose":"help","text":"We are on it"}"#,
        ] { #expect(try desk.refusals(line) == [.keyTaken], "\(line)") }
        #expect(try desk.log().count == count)
    }

    @Test("a reply that an import brought is known by its id where it says the same, and nothing else is")
    func importedReply() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1"), Message.ours("9", to: "1").saying("We are on it"), .ours("8", to: "77"))
        let count: Int = try desk.log().count
        guard case .known = try desk.apply(Self.reply + #""purpose":"help","text":"We are on it"}"#)[0].result else {
            Issue.record("the same reply is not known")
            return
        }
        #expect(try desk.refusals(Self.reply + #""purpose":"help","text":"Other words"}"#) == [.keyTaken])
        // That one waits for what it answers.
        let waiting: String = Self.reply.replacing(#""id":"9""#, with: #""id":"8""#)
        #expect(try desk.refusals(waiting + #""purpose":"help","text":"words"}"#) == [.keyTaken])
        #expect(try desk.log().count == count)
    }
}
