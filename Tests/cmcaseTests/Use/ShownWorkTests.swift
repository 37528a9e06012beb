import Foundation
import Testing

@Suite("What is shown of a case")
struct ShownWorkTests {
    /// One complaint of eva on twitter, a mail of hers as another person, and a remark of leo.
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.done("init")
        for (id, channel, author, text) in [
            ("1", "twitter", "eva", "The gate is broken"), ("m1", "email", "eva@example.com", "By mail too"),
            ("2", "twitter", "leo", "Lovely"),
        ] {
            try place.done(
                "case", "capture", text, "--channel", channel, "--id", id, "--author", author, "--at",
                "2026-03-02T09:00:00Z")
        }
        return place
    }

    @Test("says who has it, how urgent it is, its tags and until when it is out of sight; nothing of what isn't set")
    func work() throws {
        let place = try place()
        func line(_ arguments: String..., of index: Int) throws -> String {
            let ending = try place.run(arguments + ["--tz", "UTC"])
            return try #require(ending.lines.count > index ? ending.lines[index] : nil, "\(ending.errors)")
        }
        #expect(try line("case", "show", "1", of: 3).hasPrefix("  conversation twitter:1; live; version "))
        try place.done("case", "assign", "1", "ana")
        #expect(try line("case", "show", "1", of: 3) == "  with ana")
        try place.done("case", "prioritise", "1", "high")
        try place.done("case", "tag", "1", "press")
        try place.done("case", "tag", "1", "can-help")
        try place.done("case", "snooze", "1", "--until", "2099-01-01T00:00:00Z")
        let english = "  with ana; priority high; tags can-help, press; snoozed until 2099-01-01 00:00:00 +00:00"
        #expect(try line("case", "show", "1", of: 3) == english)
        #expect(try line("audit", "1", of: 3) == english)
        #expect(try line("case", "next", "1", of: 1) == english)
        #expect(
            try line("case", "show", "1", "--lang", "es", of: 3)
                == "  a cargo de ana; prioridad alta; etiquetas: can-help, press; aplazado hasta 2099-01-01 00:00:00 +00:00"
        )
        #expect(
            try line("case", "next", "1", "--lang", "es", of: 1).hasPrefix(
                "  a cargo de ana; prioridad alta; etiquetas: can-help, press; aplazado hasta 2099-01-01"))
        #expect(try place.question("case", "next", "1")["snoozedUntil"] as? String == "2099-01-01T00:00:00Z")
        try place.done("case", "wake", "1")
        #expect(try line("case", "next", "1", of: 1) == "  with ana; priority high; tags can-help, press")
    }

    @Test("shows what the house did beside the conversation, in the order of the world")
    func house() throws {
        let place = try place()
        #expect(!(try place.done("case", "show", "1")).contains("What the house did"))
        for words in [
            ["classify", "1", "complaint", "--target", "brand", "--at", "2026-03-02T09:05:00Z"],
            ["escalate", "1", "works", "--level", "2", "--note", "Who has the keys?", "--at", "2026-03-02T09:40:00Z"],
            ["note", "1", "Ask for photos", "--at", "2026-03-02T09:10:00Z"],
            ["investigate", "1", "A regular", "--source", "own-history", "--at", "2026-03-02T09:20:00Z"],
            ["forecast", "1", "unfavourable", "--at", "2026-03-02T09:30:00Z"],
        ] { #expect(try place.run(["case"] + words).code == 0, "\(words)") }
        let shown = try place.done("case", "show", "1", "--tz", "UTC")
        #expect(
            shown.hasSuffix(
                """

                What the house did
                  2026-03-02 09:10:00 +00:00  human:eva  #12
                    A note for the house
                      Ask for photos
                  2026-03-02 09:20:00 +00:00  human:eva  #13
                    Looked into who writes: our own history with them
                      A regular
                  2026-03-02 09:30:00 +00:00  human:eva  #14
                    Expected to end unfavourably
                  2026-03-02 09:40:00 +00:00  human:eva  #11
                    Escalated to works, level 2 of 4
                      Who has the keys?

                """), "\(shown)")
        #expect(
            try place.done("case", "show", "1", "--lang", "es", "--tz", "UTC").contains(
                "Lo que hizo la casa\n  2026-03-02 09:10:00 +00:00  human:eva  #12\n    Una nota para la casa\n"))
        let work = try #require(try place.question("case", "show", "1")["work"] as? [[String: Any]])
        #expect(
            work.map { $0["type"] as? String } == [
                "NoteAdded", "AuthorInvestigated", "OutcomeForecast", "CaseEscalated",
            ])
        #expect(work.first?["note"] as? String == "Ask for photos")
    }

    @Test("tables have a column for who has a case as soon as somebody has one")
    func assignee() throws {
        let place = try place()
        func headings(_ list: String, _ language: String) throws -> [Bool] {
            let heading = try #require(try place.done(list, "--lang", language).split(separator: "\n").first)
            return ["assignee", "a cargo de"].map { heading.contains($0) }
        }
        for list in ["cases", "inbox"] { #expect(try headings(list, "en") == [false, false]) }
        try place.done("case", "assign", "2", "ana")
        for list in ["cases", "inbox"] {
            #expect(try headings(list, "en") == [true, false])
            #expect(try headings(list, "es") == [false, true])
            let rows = try place.done(list).split(separator: "\n").filter { $0.contains(" ana ") }
            #expect(rows.count == 1 && rows[0].contains("eva@example.com"))
        }
        let csv = try place.done("cases", "--csv", "--tz", "UTC").split(separator: "\n")
        #expect(csv[0].hasSuffix(",dismissed_as,assignee,priority,tags,snoozed_until,text"))
        #expect(csv.contains { $0.hasSuffix(",ana,normal,,,By mail too") })
    }

    @Test("in a conversation across channels each message says its own")
    func channels() throws {
        let place = try place()
        #expect(try place.done("case", "show", "1").contains("  they, in public  #"))
        try place.done("person", "link", "1", "2", "--basis", "given")
        try place.done("case", "merge", "2", "1")
        let shown = try place.done("case", "show", "1", "--lang", "en")
        #expect(shown.contains("  they, in public on twitter  #3"))
        #expect(shown.contains("  they, in public on email  #6"))
        #expect(try place.done("case", "show", "1", "--lang", "es").contains("  la persona, en público en email  #6"))
        let messages = try #require(try place.question("case", "show", "1")["conversation"] as? [[String: Any]])
        #expect(Set(messages.compactMap { $0["channel"] as? String }) == ["twitter", "email"])
    }

    @Test("a person's cases are the same wherever they are asked for, and whichever of their accounts is named")
    func persons() throws {
        let place = try place()
        func counted(_ person: String) throws -> [Int?] {
            let listed = try place.question("cases", "--person", person)["total"] as? Int
            let shown = try place.question("person", "show", person)["cases"] as? [[String: Any]]
            return [listed, shown?.count]
        }
        func inInbox(_ number: String) throws -> Int? {
            try place.question("case", "next", number)["personCases"] as? Int
        }
        #expect(try counted("1") == [1, 1])
        try place.done("person", "link", "1", "2", "--basis", "given")
        for person in ["1", "2", "email:eva@example.com"] { #expect(try counted(person) == [2, 2]) }
        #expect(try inInbox("1") == 2)
        try place.done("case", "merge", "2", "1")
        for person in ["1", "2"] { #expect(try counted(person) == [1, 1]) }
        #expect(try inInbox("1") == 1)
        #expect(try place.question("cases", "--person", "1", "--merged")["total"] as? Int == 2)
        #expect(try counted("3") == [1, 1])
    }

    @Test("lists show a message as it was last revised, as a case and the inbox do")
    func revised() throws {
        let place = try place()
        try place.done(
            "case", "capture", "The gate and the lift are broken", "--channel", "twitter", "--id", "1", "--author",
            "eva", "--at", "2026-03-02T09:00:00Z")
        for question in [["cases"], ["cases", "--csv"], ["cases", "--json"], ["inbox"], ["case", "show", "1"]] {
            let said = try place.run(question).output
            #expect(said.contains("The gate and the lift are broken"), "\(question)")
            #expect(!said.contains("The gate is broken"), "\(question)")
        }
        let own = try #require(try place.question("case", "show", "1")["case"] as? [String: Any])
        #expect(own["text"] as? String == "The gate and the lift are broken")
        #expect(try place.run("replay", "--check").code == 0)
    }
}
