import Foundation
import Testing

@Suite("The shipped sample")
struct SampleTests {
    private func imported() throws -> Workplace {
        let place = try Workplace()
        try place.done("import", Workplace.sample + "/mentions.ndjson", "--mapping", "canonical")
        return place
    }

    @Test("both files come in without a rejected row, and no decision is refused")
    func whole() throws {
        let place = try imported()
        let threads = try place.question("import", Workplace.sample + "/support.csv", "--mapping", "support-threads")
        #expect(threads["rejected"] as? Int == 0)
        let applied = try place.run("case", "apply", Workplace.sample + "/decisions.ndjson")
        #expect(applied.errors == "")
        #expect(applied.code == 0)
        let count: Int = try String(contentsOfFile: Workplace.sample + "/decisions.ndjson", encoding: .utf8).split(
            separator: "\n"
        ).count
        #expect(applied.lines.last == "recorded \(count), recorded before 0, refused 0")
        let again = try place.run("case", "apply", Workplace.sample + "/decisions.ndjson")
        #expect(again.lines.last == "recorded 0, recorded before \(count), refused 0")
        #expect(try place.run("replay", "--check").code == 0)
        #expect(try place.run("doctor").code == 0)
    }

    @Test("it plays out each of S1 to S18, and uses every kind of command")
    func everything() throws {
        let place = try Workplace()
        try place.done("init")
        let playbook = try place.question("playbook", "show")
        var themes: [String: [String]] = [:]
        for table in try #require(playbook["tables"] as? [[String: Any]]) {
            for rule in table["rules"] as? [[String: Any]] ?? [] {
                if let id = rule["id"] as? String { themes[id] = rule["s"] as? [String] }
            }
        }
        var served: Set<String> = []
        var done: Set<String> = []
        for line in try String(contentsOfFile: Workplace.sample + "/decisions.ndjson", encoding: .utf8).split(
            separator: "\n")
        {
            let value: Any = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let command = try #require(value as? [String: Any])
            if let name = command["do"] as? String { done.insert(name) }
            guard let rule = command["rule"] as? String else { continue }
            served.formUnion(try #require(themes[rule], "\(rule) is no rule of the playbook"))
        }
        // To watch what people say is S1: no rule advises it, whoever captures a mention does it.
        if done.contains("capture") { served.insert("S1") }
        #expect((1...18).map { "S\($0)" }.filter { !served.contains($0) } == [])
        let wanted = """
            acknowledge answer-survey assess assess-author assign cancel-follow-up capture classify close \
            complete-follow-up dismiss escalate explain-plan forecast guide help identify-problem investigate link \
            merge move note offer-survey prioritise publish record-evidence reopen reply resolve schedule-follow-up \
            snooze tag unassign unlink unmerge untag wake
            """
        #expect(done.sorted() == wanted.split(separator: " ").map(String.init))
    }

    @Test("the audit of the showpiece tells the whole story")
    func showpiece() throws {
        let place = try imported()
        try place.done("case", "apply", Workplace.sample + "/decisions.ndjson")
        let ending = try place.run("audit", "twitter:tw-10425", "--tz", "Europe/Madrid")
        #expect(ending.code == 0)
        let expected: String = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "showpiece.txt"),
            encoding: .utf8)
        let told: String = Self.withoutOurClock(ending.output)
        if let own = ProcessInfo.processInfo.environment["CMCASE_WRITE_EXPECTED"] {
            try told.write(toFile: own, atomically: true, encoding: .utf8)
        }
        for (number, (line, wanted)) in zip(told.split(separator: "\n"), expected.split(separator: "\n")).enumerated() {
            #expect(line == wanted, "line \(number + 1)")
        }
        #expect(told == expected)
    }

    /// The text with what varies from run to run replaced: when we recorded, and the tracking code.
    static func withoutOurClock(_ text: String) -> String {
        text.replacing(/recorded \d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d/, with: "recorded (now)")
            .replacing(/^(Case \d+)  tracking code [0-9A-Z]{7}/, with: { "\($0.output.1)  tracking code (tracking)" })
    }
}
