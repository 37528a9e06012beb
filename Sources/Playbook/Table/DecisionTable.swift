package import CaseModel

/// What holds where several rules of a table match; the names are those of DMN 1.5 (OMG formal/24-01-01, section 8.2.8).
package enum HitPolicy: String, CaseIterable, Hashable, Sendable {
    /// The rules are tried in order; the first that matches decides.
    case first
    /// No two rules match at once.
    case unique
    /// Several may match, and then say the same.
    case any
}

/// One decision table: which inputs it asks, and the rules that answer.
package struct DecisionTable: Hashable, Sendable {
    /// As rules name it: `T1`; a table that refines a rule has the rule's id: `T4.4`.
    package var id: String
    package var title: LocalizedText
    package var hitPolicy: HitPolicy
    package var inputs: [SituationInput]
    /// The issue of the case that it treats, and with it whatever it leads to; nil for the case as a whole.
    package var issue: Target?
    /// Its rules, in order, among those of the playbook.
    package var rules: Range<Int>
    /// The line of the file where it begins.
    package var line: Int
}
