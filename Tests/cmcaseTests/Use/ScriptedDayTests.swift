import Foundation
import Testing

@Suite("A scripted day")
struct ScriptedDayTests {
    /// The lines of the written protocol's tables T1 to T6.
    private static let protocolLines: [String] = zip(1...6, [6, 6, 4, 6, 6, 5]).flatMap { table, count in
        (1...count).map { "T\(table).\($0)" }
    }

    @Test("every line of the protocol advises a step, every step follows its advice, and all of S1 to S18 is done")
    func wholeProtocol() throws {
        let place = try Workplace()
        try place.done("init")
        let themes: [String: [String]] = try Self.themes(place)
        var advised: Set<String> = []
        var served: Set<String> = []
        for round in try ScriptedDay(ScriptedDay.folder + "day.ndjson").rounds {
            let given: [Int: [ScriptedDay.Given]] = try Self.advice(place, now: round.now)
            advised.formUnion(given.values.joined().flatMap(\.rules))
            if round.name == "Looking again at what ended in March" {
                let late = try place.run("inbox", "--fail-if-overdue", "--limit", "1", "--now", round.now)
                #expect(late.code == 1)
            }
            if round.name == "Nothing is left" {
                #expect(given.isEmpty)
                #expect(try place.run("inbox", "--fail-if-overdue", "--now", round.now).code == 0)
            }
            guard !round.commands.isEmpty else { continue }
            try place.write(round.lines, to: "round.ndjson")
            let applied = try place.run("case", "apply", "round.ndjson", "--json", "--actor", "ana")
            let results: [[String: Any]] = try applied.lines.map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
            try #require(results.count >= round.commands.count, "\(round.name): \(applied.errors)")
            for (command, result) in zip(round.commands, results) {
                let what = "\(round.name): \(command)"
                #expect(Self.refusal(result) == command["refused"] as? String, "\(what)")
                guard let rule = command["rule"] as? String else { continue }
                let number: Int? = try Self.number(of: command, result)
                let own: ScriptedDay.Given? = number.flatMap { given[$0] }?.first { $0.rules.contains(rule) }
                #expect(own != nil, "\(what) was not advised")
                if command["override"] == nil { served.formUnion(own?.rules.flatMap { themes[$0] ?? [] } ?? []) }
            }
        }
        let missing: [String] = Self.protocolLines.filter { line in
            !advised.contains { $0 == line || $0.hasPrefix(line + ".") }
        }
        #expect(missing == [])
        #expect((1...18).map { "S\($0)" }.filter { !served.contains($0) } == [])
        #expect(try place.run("replay", "--check").code == 0)
        try tellsStories(place)
        try measures(place)
    }

    /// Somebody who was not there reads who did what, when, why, by which rule or against it, and what it changed.
    private func tellsStories(_ place: Workplace) throws {
        for (message, file) in [
            ("twitter:d-7", "converted.txt"), ("twitter:d-10", "troll.txt"), ("twitter:d-12", "unfavourable.txt"),
        ] {
            let told: String = SampleTests.withoutOurClock(try place.done("audit", message, "--tz", "Europe/Madrid"))
            let path: String = ScriptedDay.folder + file
            if ProcessInfo.processInfo.environment["CMCASE_WRITE_DAY"] != nil {
                try told.write(toFile: path, atomically: true, encoding: .utf8)
            }
            let expected: String = try String(contentsOfFile: path, encoding: .utf8)
            for (number, (line, wanted)) in zip(told.split(separator: "\n"), expected.split(separator: "\n"))
                .enumerated()
            {
                #expect(line == wanted, "\(file), line \(number + 1)")
            }
            #expect(told == expected, "\(file)")
        }
    }

    /// The one who was charged twice thanked us after our reply: a promoter by conversion@1, recovered by conversion@2.
    private func measures(_ place: Workplace) throws {
        for (definition, converted) in [("1", 3), ("2", 2)] {
            let conversion = try place.question(
                "metrics", "conversion", "--horizon", "60", "--definition", definition)
            #expect(conversion["converted"] as? Int == converted)
            #expect(conversion["detractors"] as? Int == 6)
        }
    }

    // MARK: What the program says

    private static func themes(_ place: Workplace) throws -> [String: [String]] {
        let playbook = try place.question("playbook", "show")
        var themes: [String: [String]] = [:]
        for table in try #require(playbook["tables"] as? [[String: Any]]) {
            for rule in table["rules"] as? [[String: Any]] ?? [] {
                if let id = rule["id"] as? String { themes[id] = rule["s"] as? [String] }
            }
        }
        return themes
    }

    private static func advice(_ place: Workplace, now: String) throws -> [Int: [ScriptedDay.Given]] {
        let inbox = try place.question("inbox", "--limit", "0", "--now", now)
        var given: [Int: [ScriptedDay.Given]] = [:]
        for item in try #require(inbox["items"] as? [[String: Any]]) {
            let number = try #require(item["case"] as? Int)
            given[number] = (item["advice"] as? [[String: Any]] ?? []).map { advice in
                let path: [String] = advice["path"] as? [String] ?? []
                let place: [String] = (advice["visibilityRule"] as? String).map { [$0] } ?? []
                return ScriptedDay.Given(action: advice["action"] as? String ?? "", rules: path + place)
            }
        }
        return given
    }

    private static func refusal(_ result: [String: Any]) -> String? {
        guard result["result"] as? String == "refused" else { return nil }
        return (result["reason"] ?? result["sentence"] ?? result["refusal"]) as? String
    }

    /// The case that a command is about; the day gives persons the numbers of their first cases.
    private static func number(of command: [String: Any], _ result: [String: Any]) throws -> Int? {
        if let number = (result["case"] ?? command["case"]) as? Int { return number }
        return (command["person"] as? String).flatMap { $0.split(separator: "-").last.flatMap { Int($0) } }
    }
}
