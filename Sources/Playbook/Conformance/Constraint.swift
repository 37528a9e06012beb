package import CaseModel

/// A rule about the order of decisions, as Declare has them (M. Pesic, H. Schonenberg, W. van der Aalst: "DECLARE: Full
/// Support for Loosely-Structured Processes", 2007). Data: what it means is `ConformanceCheck`'s.
package struct Constraint: Hashable, Sendable {
    /// How activation and target belong together.
    package enum Template: String, CaseIterable, Sendable {
        /// Each activation wants a target before it.
        case precedence
        /// Each activation wants a target after it. Until the case closes without one it is pending; what supersedes it
        /// before takes over what is owed.
        case response
        /// After an activation there is no target, until the episode ends.
        case notSuccession = "not succession"
        /// After an activation there is no target, until another activation supersedes it or the episode ends.
        case absenceAfter = "absence after"
        /// Each activation wants a target within the time that the policy grants.
        case timelyResponse = "timely response"
    }

    /// What people call it: lower-case words with hyphens.
    package var id: String
    /// Which of the eighteen things of the job it guards: 1 to 18.
    package var themes: [Int]
    package var template: Template
    /// What calls for it.
    package var activation: DecisionKind
    /// What has to be there, or must not.
    package var target: DecisionKind
    /// What supersedes an activation, where something does.
    package var supersededBy: DecisionKind?
    /// What a single target may lead up to, where something does: the last one before it breaks nothing.
    package var ledUpTo: DecisionKind?
    package var text: LocalizedText

    package init(
        _ id: String, themes: [Int], _ template: Template, _ activation: DecisionKind, _ target: DecisionKind,
        supersededBy: DecisionKind? = nil, ledUpTo: DecisionKind? = nil, _ text: LocalizedText
    ) {
        self.id = id
        self.themes = themes
        self.template = template
        self.activation = activation
        self.target = target
        self.supersededBy = supersededBy
        self.ledUpTo = ledUpTo
        self.text = text
    }

    /// As Declare writes it: `precedence(MentionClassified, ReplySent)`, what comes first standing first.
    package var formula: String {
        let kinds = template == .precedence ? [target, activation] : [activation, target]
        return "\(template.rawValue)(\(kinds[0].rawValue), \(kinds[1].rawValue))"
    }

    /// `S9, S18`
    package var themesText: String { themes.map { "S\($0)" }.joined(separator: ", ") }
}
