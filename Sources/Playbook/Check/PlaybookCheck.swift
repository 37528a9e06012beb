internal import CaseModel

/// Proves a playbook, or says with an example what stands against it.
///
/// Of each table by itself: every combination of its inputs' values is matched by a rule, and by no more of them than the
/// hit policy allows. Of the whole: no circle, nothing named that is not there, nothing that is never reached, and
/// words in both languages for whatever it advises. A property test holds it to counting all combinations one by one.
package struct PlaybookCheck: Sendable {
    package let playbook: Playbook
    package let findings: [Finding]
    /// A box of situations in which each rule is reached, by the place of the rule.
    package let witnesses: [SituationSet?]

    package var isProven: Bool { findings.isEmpty }

    /// The comparisons of boxes after which a check gives up; the largest playbook that anybody would write takes a small
    /// part of them. Seconds.
    package static let usualEffort = 20_000_000

    /// Checks it. O(rules · pieces that the rules cut out), not O(combinations); where that takes more comparisons than
    /// `effort`, it is not proved, and a finding says so.
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

    /// How many combinations of its inputs' values a table answers.
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
    /// What its action needs to be carried out, and it doesn't say.
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
