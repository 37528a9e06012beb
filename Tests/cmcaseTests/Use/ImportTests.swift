import Foundation
import Testing

@Suite("Importing")
struct ImportTests {
    @Test("standard input is imported like a file, and the same again adds nothing")
    func standardInput() throws {
        let place = try Workplace()
        let path = try place.write(Line.theirs(1) + Line.ours(2, to: 1), to: "in.ndjson")
        let ending = try place.run("import", "-", "--mapping", "canonical", input: path)
        #expect(ending.code == 0)
        #expect(ending.errors == "")
        #expect(
            ending.output == """
                imported standard input as canonical
                  from 2026-01-01 00:01:00 +00:00 until 2026-01-01 00:02:00 +00:00
                  read 2
                  mentions 1
                  replies 1
                  unattached 0
                  duplicates 0
                  conflicts 0
                  revised 0
                  reposts 0
                  rejected 0
                  cases opened 1
                  events recorded now 5
                Taken in as history: no clock of today starts for it, but where it reopened a case that had ended \
                (--live makes it today's work).

                """)
        let again = try place.question("import", "in.ndjson")
        #expect(again["events"] as? Int == 0)
        #expect(again["alreadyImported"] as? Bool == true)
        #expect(again["live"] as? Bool == false)
    }

    @Test("an import is today's work where that is asked for, and its receipt says so")
    func live() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + Line.theirs(2), to: "in.ndjson")
        let receipt: String = try place.done("import", "in.ndjson", "--live-since", "2026-01-01T00:02:00Z")
        #expect(
            receipt.hasSuffix(
                "What was written since 2026-01-01 00:02:00 +00:00 is today's work, and its clocks run; "
                    + "what is older is history.\n"))
        let again = try place.question("import", "in.ndjson", "--live")
        #expect(again["live"] as? Bool == true)
        #expect(again["events"] as? Int == 0)
        #expect(again["importedBeforeAsLive"] as? Bool == true)
        #expect(again["importedBeforeAsLiveSince"] as? String == "2026-01-01T00:02:00Z")
        #expect(
            try place.done("import", "in.ndjson", "--live").contains(
                "This file had been imported before as today's work since 2026-01-01 00:02:00 +00:00"))
        #expect(try place.run("import", "in.ndjson", "--live", "--live-since", "2026-01-01").code == 2)
    }

    @Test("rejected rows go to a file that can be mended and imported again")
    func rejects() throws {
        let place = try Workplace()
        try place.write(
            """
            tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\r
            1,ana,True,Thu Jan 01 10:00:00 +0000 2026,"two\r
            lines",,\r
            2,ben,True,Thu Jan 99 10:00:00 +0000 2026,"bad ""time""\r
            in two lines",,1.0\r
            3,cleo,perhaps,Thu Jan 01 10:00:00 +0000 2026,bad direction,,\r

            """, to: "threads.csv")
        let ending = try place.run("import", "threads.csv", "--mapping", "support-threads")
        #expect(ending.code == 0)
        #expect(
            ending.errors.hasSuffix(
                "rejected rows are in threads.rejects.csv, the reasons in threads.rejects.csv.reasons.csv; "
                    + "mend the rows and import them\n"))
        let rejects: String = try place.text(of: "threads.rejects.csv")
        #expect(
            rejects == """
                tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\r
                2,ben,True,Thu Jan 99 10:00:00 +0000 2026,"bad ""time""\r
                in two lines",,1.0\r
                3,cleo,perhaps,Thu Jan 01 10:00:00 +0000 2026,bad direction,,\r

                """)
        let reasons: String = try place.text(of: "threads.rejects.csv.reasons.csv")
        #expect(reasons.contains("\"2\",\"4\",\"created_at\",\"bad-time\","))
        #expect(reasons.contains("\"3\",\"6\",\"inbound\",\"unknown-value\","))
        try place.write(
            rejects.replacingOccurrences(of: "Jan 99", with: "Jan 02").replacingOccurrences(
                of: "perhaps", with: "True"),
            to: "threads.rejects.csv")
        let mended = try place.question("import", "threads.rejects.csv", "--mapping", "support-threads")
        #expect(mended["mentions"] as? Int == 2)
        #expect(mended["rejected"] as? Int == 0)
        #expect(try place.question("cases")["total"] as? Int == 3)
    }

    @Test("rejected rows are read by nobody else, like the store")
    func privacy() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + "{oops\n", to: "in.ndjson")
        try place.done("import", "in.ndjson")
        #expect(try place.shell("stat -c %a in.rejects.ndjson in.rejects.ndjson.reasons.csv").output == "600\n600\n")
    }

    @Test("rejects never replace the source or the store", arguments: ["in.ndjson", "./in.ndjson", "cmcase.db"])
    func rejectsElsewhere(_ path: String) throws {
        let place = try Workplace()
        try place.done("init")
        let text: String = Line.theirs(1) + "{oops\n"
        try place.write(text, to: "in.ndjson")
        let ending = try place.run("import", "in.ndjson", "--rejects", path)
        #expect(ending.code == 2)
        #expect(ending.errors.contains("--rejects"))
        #expect(try place.text(of: "in.ndjson") == text)
        #expect(try place.question("cases")["total"] as? Int == 0)
    }

    @Test("a mapping of one's own, with the brand's accounts")
    func ownMapping() throws {
        let place = try Workplace()
        try place.write(
            """
            format: csv
            delimiter: ";"
            columns: {id: Id, parent: To, author: Who, text: Words, time: When, polarity: Mood}
            constants: {channel: forum}
            values:
              polarity: {bad: complaint, good: positive, default: neutral}
              targets: {default: product}
            time: {format: "%d/%m/%Y %H:%M", zone: Europe/Madrid}
            """, to: "forum.yaml")
        try place.write(
            """
            Id;To;Who;Words;When;Mood
            1;;ana;"¡no va; nada!";28/02/2026 23:30;good
            2;1;LunaBrisa;vamos;01/03/2026 00:10;

            """, to: "forum.csv")
        let value = try place.question(
            "import", "forum.csv", "--mapping", "forum.yaml", "--brand", "@lunabrisa", "--about", "Luna")
        #expect(value["mentions"] as? Int == 1)
        #expect(value["replies"] as? Int == 1)
        let listed = try #require((try place.question("cases")["cases"] as? [[String: Any]])?.first)
        #expect(listed["channel"] as? String == "forum")
        #expect(listed["brand"] as? String == "Luna")
        #expect(listed["polarity"] as? String == "positive")
        #expect(listed["openedAt"] as? String == "2026-02-28T22:30:00Z")
        #expect(listed["firstReplyAt"] as? String == "2026-02-28T23:10:00Z")
    }

    @Test("a dry run says what would happen, and leaves neither a store nor a rejects file behind")
    func dryRun() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + "{oops\n", to: "in.ndjson")
        let value = try place.question("import", "in.ndjson", "--dry-run")
        #expect(value["mentions"] as? Int == 1)
        #expect(value["rejected"] as? Int == 1)
        #expect(value["dryRun"] as? Bool == true)
        #expect(place.names == ["in.ndjson"])
    }

    @Test("--strict refuses a file with a bad row as a whole, and makes no store for it")
    func strict() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + "{oops\n", to: "in.ndjson")
        let ending = try place.run("import", "in.ndjson", "--strict")
        #expect(ending.code == 2)
        #expect(ending.output == "")
        #expect(ending.errors.hasPrefix("rejected: row 2 (line 2): "), "\(ending.errors)")
        #expect(
            ending.errors.hasSuffix(
                "1 row can't be taken in, so with --strict nothing was; mend it, or leave out --strict\n"))
        #expect(place.names == ["in.ndjson"])
    }
}
