package import CaseModel

/// A rule on the way to an advice, with the reason why it matched.
package struct AdviceStep: Hashable, Sendable {
    /// An input and its value, as an index in the input's `values`.
    package struct InputValue: Hashable, Sendable {
        package var input: SituationInput
        package var value: Int

        /// Both in words.
        package func sentence(_ language: Language) -> String { input.sentence(value, language) }
    }

    package var table: DecisionTable
    package var rule: Rule
    /// Sufficient conditions: with these values this rule matches, whatever the other inputs are.
    package var because: [InputValue]
}

extension Playbook {
    /// The rules that led to an advice, with the reasons. O(rows of their tables).
    package func explanation(of advice: Advice, in situation: Situation) -> [AdviceStep] {
        let box = SituationSet(situation)
        return advice.path.members.map { index in
            let rule: Rule = rules[index]
            let table: DecisionTable = tables[rule.table]
            return AdviceStep(
                table: table, rule: rule,
                because: reasons(for: index, in: table, box).map {
                    AdviceStep.InputValue(input: $0, value: situation.value(of: $0))
                })
        }
    }

    /// The inputs that the matching row tests and, with the hit policy `first`, for each earlier row one that excludes
    /// it.
    private func reasons(for rule: Int, in table: DecisionTable, _ situation: SituationSet) -> [SituationInput] {
        var asked: Set<SituationInput> = []
        let row: SituationSet? = rules[rule].rows.first { $0.contains(situation) }
        asked.formUnion(table.inputs.filter { row?.leavesOpen($0) == false })
        if table.hitPolicy == .first {
            for earlier in table.rules.lowerBound..<rule {
                for row in rules[earlier].rows {
                    let contrary: [SituationInput] = table.inputs.filter { situation[$0] & row[$0] == 0 }
                    if asked.isDisjoint(with: contrary), let first = contrary.first { asked.insert(first) }
                }
            }
        }
        return table.inputs.filter(asked.contains)
    }
}
