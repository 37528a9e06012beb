/// What can be proved of one table by itself: no gap, and no overlap but what its hit policy allows.
///
/// Boxes of situations are taken apart (a row minus the rows before it, everything minus all rows), so a table of many
/// inputs costs what its rules cut out, not the product of its inputs' values.
struct TableCheck {
    let playbook: Playbook
    let index: Int
    private(set) var findings: [Finding] = []

    private var table: DecisionTable { playbook.tables[index] }

    init(_ playbook: Playbook, table: Int) {
        self.playbook = playbook
        index = table
        findGaps()
        switch playbook.tables[table].hitPolicy {
        case .first: findCovered()
        case .unique: findOverlaps { _, _ in true }
        case .any: findOverlaps { $0.effect != $1.effect }
        }
        for input in playbook.tables[table].inputs where isUnused(input) {
            findings.append(Finding(kind: .inputNotUsed(input), place: .table(index)))
        }
    }

    private mutating func findGaps() {
        var left = BoxList([.all])
        for rule in table.rules {
            for row in playbook.rules[rule].rows {
                guard left.subtract(row) else {
                    findings.append(Finding(kind: .notProvable, place: .table(index)))
                    return
                }
            }
        }
        guard let gap = left.boxes.first else { return }
        findings.append(Finding(kind: .gap, place: .table(index), example: example(gap)))
    }

    /// A rule that earlier rules leave nothing of is a mistake, unless all of them say the same as it does.
    private mutating func findCovered() {
        for rule in table.rules {
            var left = BoxList(playbook.rules[rule].rows)
            var covering: [Int] = []
            for earlier in table.rules.lowerBound..<rule where !left.isEmpty {
                let rows: [SituationSet] = playbook.rules[earlier].rows
                if left.intersection(rows).isEmpty { continue }
                covering.append(earlier)
                for row in rows where !left.subtract(row) { return }
            }
            let effect: Rule.Effect = playbook.rules[rule].effect
            if left.isEmpty, covering.contains(where: { playbook.rules[$0].effect != effect }) {
                findings.append(Finding(kind: .covered(by: covering), place: .rule(rule)))
            }
        }
    }

    private mutating func findOverlaps(that isWrong: (Rule, Rule) -> Bool) {
        for rule in table.rules {
            for earlier in table.rules.lowerBound..<rule where isWrong(playbook.rules[earlier], playbook.rules[rule]) {
                let common = BoxList(playbook.rules[earlier].rows).intersection(playbook.rules[rule].rows)
                guard let box = common.first else { continue }
                findings.append(
                    Finding(kind: .overlap(with: earlier), place: .rule(rule), example: example(box)))
            }
        }
    }

    private func isUnused(_ input: SituationInput) -> Bool {
        table.rules.allSatisfy { playbook.rules[$0].rows.allSatisfy { $0.leavesOpen(input) } }
    }

    private func example(_ box: SituationSet) -> [AdviceStep.Because] {
        table.inputs.map { AdviceStep.Because(input: $0, value: box.firstValue(of: $0)) }
    }
}
