internal import CaseModel

/// Proves that a playbook is complete and consistent, or gives examples of where it is not.
///
/// For each table: every combination of its inputs is matched by a rule, and by no more rules than the hit policy
/// allows. For the whole: no cycle, no missing table, nothing unreachable, and all texts in both languages. A property
/// test compares it with enumerating all combinations.
package struct PlaybookCheck: Sendable {
    package let playbook: Playbook
    package let findings: [Finding]
    /// Situations in which each rule is reached, by index of the rule.
    package let witnesses: [SituationSet?]

    package var isProven: Bool { findings.isEmpty }

    /// The number of box comparisons after which a check gives up, after some seconds. Realistic playbooks need a small
    /// fraction.
    package static let usualEffort = 20_000_000

    /// Checks a playbook. O(rules · boxes that they cut out), not O(combinations). If that needs more than `effort`
    /// comparisons, a finding says that it is not proved.
    package init(_ playbook: Playbook, effort: Int = usualEffort) {
        self.playbook = playbook
        let effort = ProofEffort(effort)
        var findings: [Finding] = playbook.tables.indices.flatMap { TableCheck(playbook, table: $0, effort).findings }
        let flow = FlowCheck(playbook, effort)
        findings += flow.findings
        findings += Self.wordings(of: playbook)
        let asked = Set(playbook.tables.flatMap(\.inputs))
        for input in playbook.inputs where !asked.contains(input) {
            findings.append(Finding(kind: .inputNotAsked(input), place: .playbook))
        }
        self.findings = findings
        witnesses = flow.witnesses
    }

    /// The number of combinations of a table's inputs.
    package func combinations(of table: DecisionTable) -> Double { SituationSet.all.count(of: table.inputs) }

    private static func wordings(of playbook: Playbook) -> [Finding] {
        var findings: [Finding] = []
        func check(_ text: LocalizedText, _ place: Finding.Place) {
            for language in Language.allCases where text[language].isEmpty {
                findings.append(Finding(kind: .missingText(language), place: place))
            }
        }
        check(playbook.title, .playbook)
        for (index, table) in playbook.tables.enumerated() { check(table.title, .table(index)) }
        for (index, rule) in playbook.rules.enumerated() {
            check(rule.reason, .rule(index))
            for key in rule.effect.missing {
                findings.append(Finding(kind: .missingOutput(key), place: .rule(index)))
            }
        }
        return findings
    }
}

extension Rule.Effect {
    /// The keys that its action needs and that are absent.
    fileprivate var missing: [String] {
        var missing: [String] = []
        if action.speaks || action == .move, visibility == nil { missing.append("visibility") }
        if action == .reply, purpose == nil { missing.append("purpose") }
        if action == .dismiss, ground == nil { missing.append("as") }
        if action == .scheduleFollowUp {
            if looksFor == nil { missing.append("purpose") }
            if delay == nil { missing.append("after") }
        }
        return missing
    }
}
