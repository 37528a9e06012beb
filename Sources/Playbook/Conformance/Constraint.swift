package import CaseModel

/// A rule on the order of decisions, in the vocabulary of Declare (M. Pesic, H. Schonenberg, W. van der Aalst:
/// "DECLARE: Full Support for Loosely-Structured Processes", 2007). Data; `ConformanceCheck` interprets it.
package struct Constraint: Hashable, Sendable {
    package enum Template: String, CaseIterable, Sendable {
        /// Each activation needs a target before it.
        case precedence
        /// Each activation needs a target after it, until the case is closed. If it is superseded the superseding
        /// activation needs it instead.
        case response
        /// No target may follow an activation in its episode.
        case notSuccession = "not succession"
        /// No target may follow an activation until it is superseded or its episode ends.
        case absenceAfter = "absence after"
        /// Each activation needs a target within the time that the service level grants.
        case timelyResponse = "timely response"
    }

    /// Lower-case words with hyphens.
    package var id: String
    /// The numbers of the job's parts that it guards, 1 to 18 (DOMAIN, section 1).
    package var themes: [Int]
    package var template: Template
    package var activation: DecisionKind
    /// The required or forbidden event.
    package var target: DecisionKind
    /// The event that supersedes an activation.
    package var supersededBy: DecisionKind?
    /// An event that a single target may lead up to: the last target before it is no violation.
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

    /// In Declare's notation, the earlier event first: `precedence(MentionClassified, ReplySent)`.
    package var formula: String {
        let kinds = template == .precedence ? [target, activation] : [activation, target]
        return "\(template.rawValue)(\(kinds[0].rawValue), \(kinds[1].rawValue))"
    }

    /// `S9, S18`
    package var themesText: String { themes.map { "S\($0)" }.joined(separator: ", ") }
}
