/// Checks one table: no gap, and only overlaps that its hit policy allows.
///
/// Subtracts boxes from each other (a row minus the rows before it, everything minus all rows), so the cost depends on
/// what the rules cut out, not on the number of combinations.
struct TableCheck {
    let playbook: Playbook
    let index: Int
    private(set) var findings: [Finding] = []
    private let effort: ProofEffort

    private var table: DecisionTable { playbook.tables[index] }

    init(_ playbook: Playbook, table: Int, _ effort: ProofEffort) {
        self.playbook = playbook
        self.effort = effort
        index = table
        var isDone: Bool = findGaps()
        if isDone {
            switch playbook.tables[table].hitPolicy {
            case .first: isDone = findCovered()
            case .unique: isDone = findOverlaps { _, _ in true }
            case .any: isDone = findOverlaps { $0.effect != $1.effect }
            }
        }
        if !isDone { findings.append(Finding(kind: .notProvable, place: .table(index))) }
        for input in playbook.tables[table].inputs where isUnused(input) {
            findings.append(Finding(kind: .inputNotUsed(input), place: .table(index)))
        }
    }

    // Each returns false if the effort was spent.

    private mutating func findGaps() -> Bool {
        var left = BoxList([.all], effort)
        for rule in table.rules {
            for row in playbook.rules[rule].rows where !left.subtract(row) { return false }
        }
        guard let gap = left.boxes.first else { return true }
        findings.append(Finding(kind: .gap, place: .table(index), example: example(gap)))
        return true
    }

    /// A rule completely covered by earlier rules is a defect, unless all of them have the same effect.
    private mutating func findCovered() -> Bool {
        for rule in table.rules {
            var left = BoxList(playbook.rules[rule].rows, effort)
            var covering: [Int] = []
            for earlier in table.rules.lowerBound..<rule where !left.isEmpty {
                let rows: [SituationSet] = playbook.rules[earlier].rows
                guard let common = left.intersection(rows, atMost: 1) else { return false }
                if common.isEmpty { continue }
                covering.append(earlier)
                for row in rows where !left.subtract(row) { return false }
            }
            let effect: Rule.Effect = playbook.rules[rule].effect
            if left.isEmpty, covering.contains(where: { playbook.rules[$0].effect != effect }) {
                findings.append(Finding(kind: .covered(by: covering), place: .rule(rule)))
            }
        }
        return true
    }

    private mutating func findOverlaps(that isWrong: (Rule, Rule) -> Bool) -> Bool {
        for rule in table.rules {
            for earlier in table.rules.lowerBound..<rule where isWrong(playbook.rules[earlier], playbook.rules[rule]) {
                let rows = BoxList(playbook.rules[earlier].rows, effort)
                guard let common = rows.intersection(playbook.rules[rule].rows, atMost: 1) else { return false }
                guard let box = common.first else { continue }
                findings.append(
                    Finding(kind: .overlap(with: earlier), place: .rule(rule), example: example(box)))
            }
        }
        return true
    }

    private func isUnused(_ input: SituationInput) -> Bool {
        table.rules.allSatisfy { playbook.rules[$0].rows.allSatisfy { $0.leavesOpen(input) } }
    }

    private func example(_ box: SituationSet) -> [AdviceStep.InputValue] {
        table.inputs.map { AdviceStep.InputValue(input: $0, value: box.firstValue(of: $0)) }
    }
}
