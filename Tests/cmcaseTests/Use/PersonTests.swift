import Testing

@Suite("Persons on the command line")
struct PersonTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(Line.theirs(1, by: "ana") + Line.theirs(2, by: "leo"), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        return place
    }

    @Test("a person is shown with who they are, what was recorded and what it came to")
    func shown() throws {
        let place = try place()
        let at = "2026-02-01T12:00:00Z"
        #expect(
            try place.done("person", "link", "1", "2", "--basis", "given", "--at", at)
                == "person 2, IdentityLinked at #8: knownAs - → 1\n")
        try place.done("person", "offer-survey", "twitter:leo", "NPS", "--at", at)
        try place.done("person", "answer-survey", "2", "9", "--at", at)
        try place.done("person", "evidence", "1", "thanks", "--case", "1", "--at", at)
        let shown = try place.done("person", "show", "2", "--tz", "UTC")
        #expect(
            shown.hasPrefix(
                """
                Person 2 is known as person 1.
                Person 1, passive
                  twitter: ana
                  twitter: leo (person 2)
                  person 2 is known as person 1 (given) since 2026-02-01 12:00:00 +00:00  #9
                  2 cases, 2 mentions, 0 of them complaints, 0 replies of ours
                  NPS offered 2026-02-01 12:00:00 +00:00 as offer 1, answered 9 of 10

                2026-02-01 12:00:00 +00:00  promoter, by NPS 9  #11
                2026-02-01 12:00:00 +00:00  passive, by thanks in case 1  #12

                """), "\(shown)")
        let json = try place.question("person", "show", "1")
        #expect(json["stance"] as? String == "passive")
        #expect((json["linked"] as? [[String: Any]])?.first?["person"] as? Int == 2)
    }

    @Test("receipts tell times in the reader's zone, and a judgement may last so long from now")
    func receipts() throws {
        let place = try place()
        #expect(
            try place.done(
                "person", "assess", "1", "customer", "--expires", "5d", "--at", "2026-02-01T12:00:00Z", "--tz",
                "Europe/Madrid")
                == "person 1, AuthorAssessed at #8: assessment - → customer, expires - → 2026-02-06 13:00:00 +01:00\n")
        try place.write(
            #"{"do":"assess-author","person":2,"as":"unknown","expires":"2026-07-01T10:00:00.5Z","at":"2026-02-01T12:00:00Z"}"#,
            to: "lines.ndjson")
        #expect(
            try place.done("case", "apply", "lines.ndjson", "--tz", "Europe/Madrid").contains(
                "expires - → 2026-07-01 12:00:00 +02:00\n"))
        let wrong = try place.run("person", "assess", "1", "customer", "--expires", "soon")
        #expect(wrong.code == 2)
        #expect(wrong.errors.contains("or so long from now, as in 4h or 7d"), "\(wrong.errors)")
    }

    @Test("two moments within a second are told apart in the reader's zone")
    func closeTogether() throws {
        let place = try Workplace()
        try place.write(
            """
            {"do":"capture","channel":"twitter","id":"a","author":"eva","text":"x","time":"2026-01-01T10:00:00.25Z"}
            {"do":"capture","channel":"twitter","id":"b","author":"eva","text":"y","time":"2026-01-01T10:00:00.75Z"}
            {"do":"merge","case":2,"from":1}
            """, to: "lines.ndjson")
        try place.done("init")
        try place.done("case", "apply", "lines.ndjson")
        #expect(
            try place.done("case", "unmerge", "1", "--tz", "Europe/Madrid").contains(
                "openedAt 2026-01-01 11:00:00.250000 +01:00 → 2026-01-01 11:00:00.750000 +01:00"))
    }

    @Test("what is refused says what could be done instead, and nothing is written")
    func refused() throws {
        let place = try place()
        let ending = try place.run("person", "assess", "1", "troll", "--evidence", "rude")
        #expect(ending.code == 2)
        #expect(
            ending.errors
                == "cmcase: nobody is a troll by one signal alone; name two pieces of evidence that differ, or leave "
                + "person 1 unknown (S12)\n")
        #expect(try place.run("person", "show", "9").code == 2)
        #expect(try place.run("person", "link", "1", "2", "--basis", "guess").code == 2)
        #expect(try place.question("person", "show", "1")["position"] as? Int == 7)
    }
}
