package import CaseModel

/// One rule of a table: when it matches, what it advises, where it leads, and why.
package struct Rule: Hashable, Sendable {
    /// Who is to read what is said.
    package enum Visibility: Hashable, Sendable {
        case fixed(CaseModel.Visibility)
        /// Another table says; what that table advises comes first. Its place among the playbook's tables.
        case asTable(Int)
    }

    /// What the rule comes to, apart from its name and its words.
    package struct Effect: Hashable, Sendable {
        package var action = Action.none
        package var visibility: Visibility?
        /// What a message is for.
        package var purpose: ReplyPurpose?
        /// What a follow-up looks for.
        package var looksFor: FollowUpPurpose?
        /// What to dismiss it as.
        package var ground: DismissalGround?
        package var clock = Clock.Choice.fixed(.none)
        /// After how long a follow-up is due.
        package var delay: PlaybookParameter?
        /// The tables to consult next, in order, by their place among the playbook's tables.
        package var next: [Int] = []
    }

    /// The id of its table and a number: `T1.3`.
    package var id: String
    /// Which of the eighteen things of the job it serves: 1 to 18.
    package var themes: [Int]
    /// Where it matches: in any of these boxes.
    package var rows: [SituationSet]
    package var effect: Effect
    /// What to do and why, in one or two sentences.
    package var reason: LocalizedText
    /// The place of its table among the playbook's tables.
    package var table: Int
    /// The line of the file where it begins.
    package var line: Int
}
