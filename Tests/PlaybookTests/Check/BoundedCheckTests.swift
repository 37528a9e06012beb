import Basics
import Playbook
import Testing

@Suite("A check of rules that cut situations into very many pieces")
struct BoundedCheckTests {
    /// A table of the built-in playbook's inputs, whose rules each look at six of them.
    private func playbook(hit: String, rules: Int) throws -> Playbook {
        let builtIn: Playbook = try BuiltInPlaybook.communityManager.playbook()
        var random = SplitMix64(seed: 1)
        var text = """
            name: cut
            version: "1"
            title: {en: cut, es: cortado}
            start: A
            parameters: {reachThreshold: 100 people, turns: 1 reply, silence: 3 days, horizon: 30 days, evolution: 1 day,
              sooner: 12 hours, recurrence: 30 minutes, guidance: 2 days}
            inputs:

            """
        for input in builtIn.inputs {
            text += "  \(input.name): [\(input.values.map(\.name).joined(separator: ", "))]\n"
        }
        text += "tables:\n  - id: A\n    title: {en: a, es: a}\n    hit: \(hit)\n"
        text += "    inputs: [\(builtIn.inputs.map(\.name).joined(separator: ", "))]\n    rules:\n"
        for number in 1...rules {
            let conditions: [String] = builtIn.inputs.shuffled(using: &random).prefix(6).map { input in
                let value: String = input.values[Int.random(in: 0..<input.values.count, using: &random)].name
                return "\(input.name): {not: \(value)}"
            }
            text +=
                "      - {id: A.\(number), en: a, es: a, when: {\(conditions.joined(separator: ", "))}, action: wait}\n"
        }
        return try Playbook(yaml: text, source: "cut.yaml")
    }

    @Test("ends at its bound, and says that nothing was proved", arguments: ["first", "unique"])
    func bounded(hit: String) throws {
        let check = PlaybookCheck(try playbook(hit: hit, rules: 480), effort: 200_000)
        #expect(!check.isProven)
        #expect(check.findings.contains { $0.kind == .notProvable })
    }

    @Test("takes a small part of the bound for the built-in playbooks", arguments: BuiltInPlaybook.allCases)
    func builtIn(name: BuiltInPlaybook) throws {
        #expect(PlaybookCheck(try name.playbook(), effort: PlaybookCheck.usualEffort / 20).isProven)
    }
}
