import Basics
import CaseModel
import Playbook
import Testing

@Suite("The checker compared with enumerating every combination")
struct CheckPropertyTests {
    private static let inputs: [SituationInput] = [.turn, .silent, .place]

    /// A condition as text, and the combinations it matches.
    private struct RandomRule {
        var text: String
        var matches: Set<[Int]>
        var action: String
    }

    private static let everything: [[Int]] = (0..<3).flatMap { turn in
        (0..<2).flatMap { silent in (0..<2).map { [turn, silent, $0] } }
    }

    private func randomRule(_ random: inout SplitMix64) -> RandomRule {
        var conditions: [String] = []
        var matches = Set(Self.everything)
        for (place, input) in Self.inputs.enumerated() where Bool.random(using: &random) {
            let values = Set(input.values.indices.filter { _ in Bool.random(using: &random) })
            if values.isEmpty || values.count == input.values.count { continue }
            let names: String = values.sorted().map { input.values[$0].name }.joined(separator: ", ")
            if Bool.random(using: &random) {
                conditions.append("\(input.name): [\(names)]")
                matches = matches.filter { values.contains($0[place]) }
            } else {
                conditions.append("\(input.name): {not: [\(names)]}")
                matches = matches.filter { !values.contains($0[place]) }
            }
        }
        let action: String = ["wait", "close", "classify"].randomElement(using: &random) ?? "wait"
        return RandomRule(
            text: "when: {\(conditions.joined(separator: ", "))}, action: \(action)", matches: matches, action: action)
    }

    @Test("finds the same gaps, overlaps and covered rules", arguments: 0..<150 as Range<UInt64>)
    func agreement(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let rules: [RandomRule] = (0..<Int.random(in: 1...7, using: &random)).map { _ in randomRule(&random) }
        for hit in ["first", "unique", "any"] {
            var table = SmallPlaybook(hit: hit, inputs: "[turn, silent, place]")
            table.rules = rules.map(\.text)
            let findings: [Finding] = PlaybookCheck(try table.playbook()).findings
            let matched: Set<[Int]> = rules.reduce(into: []) { $0.formUnion($1.matches) }
            let gaps: [Finding] = findings.filter { $0.kind == .gap }
            #expect(gaps.isEmpty == (matched.count == 12), "seed \(seed), \(hit)")
            for gap in gaps { #expect(!matched.contains(gap.example.map(\.value)), "seed \(seed), \(hit)") }
            #expect(overlaps(findings) == expectedOverlaps(rules, hit), "seed \(seed), \(hit)")
            for case let finding in findings {
                guard case .overlap(let other) = finding.kind, case .rule(let rule) = finding.place else { continue }
                let example: [Int] = finding.example.map(\.value)
                #expect(rules[rule].matches.contains(example) && rules[other].matches.contains(example), "seed \(seed)")
            }
            #expect(covered(findings) == expectedCovered(rules, hit), "seed \(seed), \(hit)")
        }
    }

    @Test("advises by the first rule that matches", arguments: 1000..<1100 as Range<UInt64>)
    func firstMatch(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let rules: [RandomRule] = (0..<Int.random(in: 1...7, using: &random)).map { _ in randomRule(&random) }
        var table = SmallPlaybook(inputs: "[turn, silent, place]")
        table.rules = rules.map(\.text)
        let playbook = try table.playbook()
        for combination in Self.everything {
            var situation = Situation()
            situation.turn = try #require(Turn(rawValue: UInt8(combination[0])))
            situation.silent = try #require(YesNo(rawValue: UInt8(combination[1])))
            situation.place = try #require(Place(rawValue: UInt8(combination[2])))
            let expected: Int? = rules.firstIndex { $0.matches.contains(combination) }
            #expect(playbook.advise(situation).first?.rule == expected, "seed \(seed), \(combination)")
        }
    }

    private func overlaps(_ findings: [Finding]) -> Set<[Int]> {
        Set(
            findings.compactMap { finding in
                guard case .overlap(let other) = finding.kind, case .rule(let rule) = finding.place else { return nil }
                return [other, rule]
            })
    }

    private func expectedOverlaps(_ rules: [RandomRule], _ hit: String) -> Set<[Int]> {
        var pairs: Set<[Int]> = []
        for rule in rules.indices where hit != "first" {
            for earlier in 0..<rule
            where !rules[rule].matches.isDisjoint(with: rules[earlier].matches)
                && (hit == "unique" || rules[rule].action != rules[earlier].action)
            {
                pairs.insert([earlier, rule])
            }
        }
        return pairs
    }

    private func covered(_ findings: [Finding]) -> Set<Int> {
        Set(
            findings.compactMap { finding in
                guard case .covered = finding.kind, case .rule(let rule) = finding.place else { return nil }
                return rule
            })
    }

    /// Rules that are left nothing by those before them, one of which takes something of it and says something else.
    private func expectedCovered(_ rules: [RandomRule], _ hit: String) -> Set<Int> {
        guard hit == "first" else { return [] }
        return Set(
            rules.indices.filter { rule in
                var left: Set<[Int]> = rules[rule].matches
                var taker = false
                for earlier in 0..<rule where !left.isDisjoint(with: rules[earlier].matches) {
                    left.subtract(rules[earlier].matches)
                    if rules[earlier].action != rules[rule].action { taker = true }
                }
                return left.isEmpty && taker
            })
    }
}
