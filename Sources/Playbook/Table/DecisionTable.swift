package import CaseModel

/// What applies if several rules match; named as in DMN 1.5 (OMG formal/24-01-01, section 8.2.8).
package enum HitPolicy: String, CaseIterable, Hashable, Sendable {
    /// The first that matches.
    case first
    /// At most one rule matches.
    case unique
    /// Rules that match have the same effect.
    case any
}

/// A decision table.
package struct DecisionTable: Hashable, Sendable {
    /// As rules refer to it: `T1`. A table that refines a rule has the rule's id: `T4.4`.
    package var id: String
    package var title: LocalizedText
    package var hitPolicy: HitPolicy
    package var inputs: [SituationInput]
    /// The issue that it and the tables it leads to are about; nil for the whole case.
    package var issue: Target?
    /// Indices in `Playbook.rules`.
    package var rules: Range<Int>
    /// In the YAML.
    package var line: Int
}
