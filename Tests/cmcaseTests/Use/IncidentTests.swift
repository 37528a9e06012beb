import Foundation
import Testing

@Suite("Incidents on the command line")
struct IncidentTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.write(
            Line.theirs(1, by: "ana") + Line.theirs(2, by: "leo") + Line.theirs(3, by: "eva"), to: "in.ndjson")
        try place.done("import", "in.ndjson")
    }

    @Test("an incident is declared, widened, listed and closed; the inbox and what is next name it meanwhile")
    func whole() throws {
        let at: [String] = ["--at", "2026-02-01T12:00:00Z", "--actor", "ana"]
        let declared = try Program.start(
            Program.path, ["incident", "declare", "1", "twitter:2", "--level", "2", "--note", "cards refused"] + at,
            Program.Circumstances(folder: place.folder)
        ).ending()
        #expect(
            declared.output == "incident 1: recorded IncidentDeclared at #11; now level 2, cases 1, 2\n",
            "\(declared.errors)")
        #expect(
            try place.done("incident", "widen", "1", "3", "--level", "3", "--at", "2026-02-01T13:00:00Z")
                == "incident 1: recorded IncidentDeclared at #12; now level 3, cases 1, 2, 3\n")
        #expect(
            try place.done("incident", "list", "--tz", "UTC") == """
                incident  level  declared                    closed  cases    seen by   note
                       1      3  2026-02-01 12:00:00 +00:00  -       1, 2, 3  a person  cards refused

                """)
        let next: String = try place.done("case", "next", "3", "--now", "2026-02-02T12:00:00Z", "--tz", "UTC")
        #expect(next.contains("\n  part of incident 1, level 3, since 2026-02-01 12:00:00 +00:00\n"), "\(next)")
        let inbox = try place.question("inbox", "--now", "2026-02-02T12:00:00Z")
        let items = try #require(inbox["items"] as? [[String: Any]])
        #expect(items.map { $0["incident"] as? Int } == [1, 1, 1])
        #expect(items.map { $0["incidentLevel"] as? Int } == [3, 3, 3])
        let table: String = try place.done("inbox", "--now", "2026-02-02T12:00:00Z", "--lang", "es")
        #expect(table.contains("incidente 1"), "\(table)")
        #expect(
            try place.done("incident", "close", "1", "--at", "2026-02-03T12:00:00Z")
                == "incident 1: recorded IncidentClosed at #13; now closed, cases 1, 2, 3\n")
        #expect(try place.done("incident", "list") == "No incident goes on.\n")
        let all = try #require(try place.question("incident", "list", "--all")["incidents"] as? [[String: Any]])
        #expect(all.count == 1)
        #expect(all[0]["closedAt"] as? String == "2026-02-03T12:00:00Z")
        #expect(all[0]["cases"] as? [Int] == [1, 2, 3])
        #expect(all[0]["note"] as? String == "cards refused")
        let story: String = try place.done("audit", "3", "--tz", "UTC")
        #expect(story.contains("Incident 1 widened by 1 case, level 3"), "\(story)")
        #expect(story.contains("Incident 1 is over"), "\(story)")
    }

    @Test("what is refused names the state and what could be done instead, and nothing is written")
    func refused() throws {
        try place.done("incident", "declare", "1", "--level", "1")
        for (arguments, sentence) in [
            (
                ["declare", "1", "2", "--level", "1"],
                "case 1 is in incident 1, which is open; widen incident 1 by the other cases, or close it first"
            ),
            (["declare", "2", "--level", "5"], "a level is from 1 to 4, the gravest"),
            (["close", "2"], "there is no incident 2; open: 1"),
            (["declare", "99", "--level", "1"], "there is no case 99; `cmcase cases` lists those there are"),
        ] {
            let ending = try Program.start(
                Program.path, ["incident"] + arguments, Program.Circumstances(folder: place.folder)
            ).ending()
            #expect(ending.code == 2)
            #expect(ending.errors == "cmcase: \(sentence)\n")
        }
        #expect(try place.question("incident", "list", "--all")["position"] as? Int == 11)
    }

    @Test("a key records once, and stands for one command: another is told what the key stands for")
    func key() throws {
        let first: String = try place.done("case", "assign", "1", "eva", "--key", "k")
        #expect(first.hasPrefix("case 1: recorded CaseAssigned at #11"))
        #expect(
            try place.done("case", "assign", "1", "eva", "--key", "k")
                == "case 1: recorded before, CaseAssigned at #11\n")
        let sentence = """
            cmcase: the key stands for another command, CaseAssigned on case 1, recorded at position 11; nothing was \
            recorded now: give this command a key of its own

            """
        for arguments in [
            ["case", "assign", "1", "leo"], ["case", "assign", "2", "eva"], ["case", "note", "1", "hers"],
            ["incident", "declare", "1", "--level", "1"],
        ] {
            let ending = try Program.start(
                Program.path, arguments + ["--key", "k"], Program.Circumstances(folder: place.folder)
            ).ending()
            #expect(ending.code == 2, "\(arguments)")
            #expect(ending.errors == sentence, "\(arguments)")
        }
        #expect(try place.question("incident", "list", "--all")["position"] as? Int == 11)
        try place.done("case", "snooze", "2", "--until", "4h", "--key", "s")
        #expect(try place.done("case", "snooze", "2", "--until", "4h", "--key", "s").contains("recorded before"))
    }
}
