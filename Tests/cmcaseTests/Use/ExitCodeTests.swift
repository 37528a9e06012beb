import Foundation
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
    @Test(
        "0: done, and help and version are no mistake",
        arguments: [["--help"], ["--version"], ["help", "import"], ["case", "show", "--help"]])
    func done(_ arguments: [String]) throws {
        let place = try Workplace()
        let ending = try Program.start(Program.path, arguments, Program.Circumstances(folder: place.folder)).ending()
        #expect(ending.code == 0)
        #expect(ending.errors == "")
        #expect(!ending.output.isEmpty)
    }

    @Test(
        "2: a wrong command says so on standard error and prints nothing else",
        arguments: [
            ["fly"], ["cases", "--fly"], ["cases", "--limit", "-1"], ["cases", "--state", "flying"], ["audit"],
            ["cases", "--as-of", "yesterday"], ["cases", "--as-of", "2026-01-01", "--until-position", "3"],
            ["cases", "--tz", "Atlantis/City"], ["case", "show", "no such"], ["case", "show", "99"],
            ["audit", "twitter:nobody"], ["cases", "--person", "twitter:nobody"], ["log", "--type", "CaseEaten"],
            ["log", "--stream", "river"], ["replay", "--projection", "moon"], ["replay", "--trace"],
            ["replay", "--check", "--until", "3"], ["replay", "--until", "-3"], ["init"],
            ["case", "apply", "missing.ndjson"], ["cases", "--since", "2026-02-02", "--until", "2026-02-01"],
            ["log", "--since", "2026-02-02", "--until", "2026-02-01"],
            ["search", "x", "--since", "2026-02-02", "--until", "2026-02-01"],
            ["metrics", "service", "--since", "2026-02-02", "--until", "2026-02-01"],
        ])
    func wrong(_ arguments: [String]) throws {
        let place = try Workplace()
        try place.done("init")
        let ending = try Program.start(Program.path, arguments, Program.Circumstances(folder: place.folder)).ending()
        #expect(ending.code == 2, "\(arguments)")
        #expect(ending.output == "", "\(arguments)")
        #expect(!ending.errors.isEmpty, "\(arguments)")
    }

    @Test("2: a refused line of commands is told with its line, and the others are recorded")
    func refused() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try place.write(
            """
            {"do":"close","case":1}
            {"do":"classify","case":1,"polarity":"complaint","targets":["product"]}
            {"do":"fly","case":1}
            {oops
            {"do":"classify","case":1,"polarity":"positive","colour":"red"}
            """, to: "commands.ndjson")
        let ending = try place.run("case", "apply", "commands.ndjson")
        #expect(ending.code == 2)
        #expect(
            ending.output == """
                line 2: case 1, MentionClassified at #5, now evaluating
                recorded 1, recorded before 0, refused 4
                mend the refused lines in commands.ndjson and apply it again: what was recorded isn't recorded twice

                """)
        let errors: [String] = ending.errors.split(separator: "\n").map(String.init)
        #expect(errors.count == 4)
        #expect(errors[0].hasPrefix("line 1: refused: "))
        #expect(errors[1].contains("\"do\" is one of classify, reply, move"))
        #expect(errors[2].contains("no JSON object"))
        #expect(errors[3].contains("\"colour\" is no field of this command"))
        let again = try place.run("case", "apply", "commands.ndjson")
        #expect(again.output.hasPrefix("line 2: case 1, recorded before at #5\n"))
    }

    @Test(
        "3: every question on a store that isn't there says how to make one",
        arguments: ["cases", "audit 1", "case show 1", "log", "doctor", "replay", "replay --check", "case apply -"])
    func noStore(_ command: String) throws {
        let place = try Workplace()
        let words: [String] = command.split(separator: " ").map(String.init)
        let ending = try Program.start(Program.path, words, Program.Circumstances(folder: place.folder)).ending()
        #expect(ending.code == 3)
        #expect(ending.output == "")
        #expect(
            ending.errors == "cmcase: there is no store at cmcase.db; make one with: cmcase init --store cmcase.db\n")
        #expect(!place.has("cmcase.db"))
    }

    @Test("the store is named by option, then by environment")
    func environment() throws {
        let place = try Workplace()
        #expect(try place.run("init", environment: ["CMCASE_STORE": "other.db"]).code == 0)
        #expect(place.has("other.db"))
        #expect(try place.run("init", "--store", "third.db", environment: ["CMCASE_STORE": "other.db"]).code == 0)
        #expect(place.has("third.db"))
        #expect(try place.shell("stat -c %a other.db").output == "600\n")
    }
}
