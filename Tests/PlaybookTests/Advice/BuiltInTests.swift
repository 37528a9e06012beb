import Basics
import CaseModel
import Playbook
import Testing

@Suite("The built-in playbooks")
struct BuiltInTests {
    @Test("are proved by the checker", arguments: BuiltInPlaybook.allCases)
    func proved(_ builtIn: BuiltInPlaybook) throws {
        let playbook = try builtIn.playbook()
        #expect(playbook.name == builtIn.rawValue)
        #expect(PlaybookCheck(playbook).findings.map { $0.sentence(in: playbook) } == [])
    }

    @Test("have no rule that advice doesn't reach", arguments: BuiltInPlaybook.allCases)
    func reached(_ builtIn: BuiltInPlaybook) throws {
        let playbook = try builtIn.playbook()
        let check = PlaybookCheck(playbook)
        var silent: [String] = []
        for (index, rule) in playbook.rules.enumerated() {
            let situation = Situation(firstOf: try #require(check.witnesses[index]))
            let advice: [Advice] = playbook.advise(situation)
            if rule.effect.action == .none || rule.effect.next.isEmpty == false { continue }
            // What concerns the whole case is said once, so another rule may have said it before.
            let isSaid: Bool = advice.contains { $0.rule == index || $0.action == rule.effect.action }
            if !isSaid { silent.append(rule.id) }
        }
        #expect(silent == [])
    }

    @Test("advise something wherever there is something to do", arguments: BuiltInPlaybook.allCases)
    func always(_ builtIn: BuiltInPlaybook) throws {
        let playbook = try builtIn.playbook()
        var random = SplitMix64(seed: 4)
        var rules: Set<Int> = []
        for _ in 0..<120_000 {
            var situation = Situation()
            for input in SituationInput.allCases {
                situation.set(input, to: Int.random(in: 0..<input.values.count, using: &random))
            }
            // Most cases are open.
            if Int.random(in: 0..<3, using: &random) > 0 { situation.lifecycle = .open }
            let advice: [Advice] = playbook.advise(situation)
            for one in advice { rules.formUnion(one.path.members) }
            if ![.closed, .merged].contains(situation.lifecycle) {
                #expect(!advice.isEmpty, "seed 4, \(situation)")
            }
        }
        let actors: [String] = playbook.rules.indices.filter { !rules.contains($0) }.map { playbook.rules[$0] }
            .filter { $0.effect.action != .none }.map(\.id)
        #expect(actors == [], "seed 4")
    }

    @Test(
        "keep the numbers of the written protocol",
        arguments: [("T1", 6), ("T2", 6), ("T3", 4), ("T4", 6), ("T5", 6), ("T6", 5)])
    func numbers(_ table: String, _ rules: Int) throws {
        let playbook = try BuiltInPlaybook.communityManager.playbook()
        let found = try #require(playbook.tables.first { $0.id == table })
        #expect(found.hitPolicy == .first)
        #expect(
            playbook.rules[found.rules].prefix(rules).map(\.id) == (1...rules).map { "\(table).\($0)" })
    }

    @Test("serve each of the eighteen things that the job consists of")
    func themes() throws {
        let playbook = try BuiltInPlaybook.communityManager.playbook()
        #expect(Set(playbook.rules.flatMap(\.themes)) == Set(1...18))
    }

    @Test("have the parameters they say")
    func parameters() throws {
        let parameters = try BuiltInPlaybook.communityManager.playbook().parameters
        #expect(parameters[.reachThreshold] == 10_000)
        #expect(parameters[.turns] == 3)
        #expect(parameters[.silence] == 3 * 86_400_000_000)
        #expect(parameters[.guidance] == 5 * 86_400_000_000)
    }
}
