package import CaseModel

/// A rule of a decision table.
package struct Rule: Hashable, Sendable {
    /// Who should be able to read what is said.
    package enum Visibility: Hashable, Sendable {
        case fixed(CaseModel.Visibility)
        /// Decided by another table, an index in `Playbook.tables`. What that table advises comes first.
        case asTable(Int)
    }

    /// What the rule advises, apart from its texts.
    package struct Effect: Hashable, Sendable {
        package var action = Action.none
        package var visibility: Visibility?
        /// The purpose of a reply.
        package var purpose: ReplyPurpose?
        /// The purpose of a follow-up.
        package var looksFor: FollowUpPurpose?
        /// The ground of a dismissal.
        package var ground: DismissalGround?
        package var clock = Clock.Choice.fixed(.none)
        /// The delay of a follow-up.
        package var delay: PlaybookParameter?
        /// The tables to consult next, as indices in `Playbook.tables`.
        package var next: [Int] = []
    }

    /// The id of its table and a number: `T1.3`.
    package var id: String
    /// The numbers of the job's parts that it serves, 1 to 18 (DOMAIN, section 1).
    package var themes: [Int]
    /// It matches the situations in any of these boxes.
    package var rows: [SituationSet]
    package var effect: Effect
    /// What to do and why, in one or two sentences.
    package var reason: LocalizedText
    /// An index in `Playbook.tables`.
    package var table: Int
    /// In the YAML.
    package var line: Int
}
