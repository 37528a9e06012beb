import Foundation
import Testing

@Suite("--json")
struct JSONOutputTests {
    private func place() throws -> Workplace {
        let place = try Workplace()
        try place.write(Line.theirs(1) + Line.ours(2, to: 1) + "{oops\n", to: "in.ndjson")
        return place
    }

    @Test(
        "every question prints one JSON object on standard output and nothing else",
        arguments: [
            "cases", "cases --state closed", "case show 1", "audit 1", "replay", "replay --check", "replay --until 3",
            "replay --case 1", "replay --case 1 --trace", "doctor", "import in.ndjson", "import in.ndjson --dry-run",
        ])
    func object(_ command: String) throws {
        let place = try place()
        try place.done("import", "in.ndjson")
        let words: [String] = command.split(separator: " ").map(String.init) + ["--json"]
        let ending = try Program.start(Program.path, words, Program.Circumstances(folder: place.folder)).ending()
        #expect(ending.code == 0, "\(ending.errors)")
        let value: Any = try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
        #expect(value is [String: Any])
        #expect(ending.output.hasSuffix("}\n"))
        #expect(ending.lines.count == 1)
    }

    @Test("what has many answers prints one JSON object a line")
    func lines() throws {
        let place = try place()
        try place.done("import", "in.ndjson")
        try place.write(
            "{\"do\":\"close\",\"case\":1}\n{\"do\":\"classify\",\"case\":1,\"polarity\":\"neutral\"}\n",
            to: "do.ndjson")
        for words in [["log"], ["log", "--content"], ["case", "apply", "do.ndjson"]] {
            let ending = try Program.start(
                Program.path, words + ["--json"], Program.Circumstances(folder: place.folder)
            ).ending()
            #expect(ending.lines.count >= 2)
            for line in ending.lines {
                #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
            }
        }
    }

    @Test("the summary of an import has its counts under stable names")
    func summary() throws {
        let value = try place().question("import", "in.ndjson")
        #expect(
            value.keys.sorted() == [
                "alreadyImported", "casesOpened", "conflicts", "dryRun", "duplicates", "events", "from", "live",
                "mapping",
                "mentions", "read", "rejected", "rejectsFile", "replies", "reposts", "resumed", "revised", "sha256",
                "source", "unattached", "until",
            ])
        #expect(value["read"] as? Int == 3)
        #expect(value["mentions"] as? Int == 1)
        #expect(value["replies"] as? Int == 1)
        #expect(value["rejected"] as? Int == 1)
        #expect(value["rejectsFile"] as? String == "in.rejects.ndjson")
        #expect(value["from"] as? String == "2026-01-01T00:01:00Z")
    }

    @Test("what is refused is told with its code, as a line of case apply tells it, and in words beside it")
    func refused() throws {
        let place = try place()
        try place.done("import", "in.ndjson")
        let ending = try place.run("case", "close", "1", "--json")
        #expect(ending.code == 2)
        #expect(
            ending.output
                == "{\"result\":\"refused\",\"code\":\"notEnded\",\"case\":1,\"reason\":\"case 1 is awaiting-customer; "
                + "resolve or dismiss it before closing\"}\n")
        #expect(
            ending.errors == "cmcase: case 1 is awaiting-customer; resolve or dismiss it before closing\n")
        #expect(try place.question("case", "show", "99")["code"] as? String == "noSuchCase")
        #expect(try place.run("case", "close", "1").output == "")
    }

    @Test("init says where the store is")
    func made() throws {
        let place = try Workplace()
        #expect(try place.done("init", "--json", "--store", "mine.db") == "{\"store\":\"mine.db\"}\n")
    }

    @Test("an error leaves standard output empty")
    func error() throws {
        let ending = try place().run("cases", "--json")
        #expect(ending.code == 3)
        #expect(ending.output == "")
    }
}
