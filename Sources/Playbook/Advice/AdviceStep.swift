package import CaseModel

/// One rule on the way to an advice, with what of the situation made it the one.
package struct AdviceStep: Hashable, Sendable {
    /// An input and the value it had, by its place among the input's values.
    package struct Because: Hashable, Sendable {
        package var input: SituationInput
        package var value: Int

        /// The input and its value in words.
        package func sentence(_ language: Language) -> String { input.sentence(value, language) }
    }

    package var table: DecisionTable
    package var rule: Rule
    /// What sufficed for it: these values lead to this rule whatever the other inputs say.
    package var because: [Because]
}

extension Playbook {
    /// The way to an advice: rule by rule, and why each of them. O(rows of the tables on the way).
    package func explanation(of advice: Advice, in situation: Situation) -> [AdviceStep] {
        let box = SituationSet(situation)
        return advice.path.members.map { index in
            let rule: Rule = rules[index]
            let table: DecisionTable = tables[rule.table]
            return AdviceStep(
                table: table, rule: rule,
                because: reasons(for: index, in: table, box).map {
                    AdviceStep.Because(input: $0, value: situation.value(of: $0))
                })
        }
    }

    /// The inputs that the matching row asks and, where order decides, for each row before it one that ruled it out.
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
