package import CaseModel

/// The decision tables that advise what to do next.
///
/// Read from YAML with `init(yaml:source:)`. `advise` gives advice, `explanation(of:in:)` explains it, and
/// `PlaybookCheck` proves that there are no gaps or unintended overlaps. An unchecked playbook gives no advice where it
/// has a gap.
package struct Playbook: Hashable, Sendable {
    package let name: String
    package let version: String
    package let title: LocalizedText
    package let parameters: PlaybookParameters
    /// The declared inputs.
    package let inputs: [SituationInput]
    /// The first table, as an index in `tables`.
    package let start: Int
    package let tables: [DecisionTable]
    /// The rules of all tables, table by table.
    package let rules: [Rule]
    /// References to tables that the playbook doesn't have.
    package let missingTables: [MissingTable]
    /// The rows of all rules, for matching.
    let rows: CompiledRows

    package struct MissingTable: Hashable, Sendable {
        package let rule: Int
        package let table: String
    }

    init(
        name: String, version: String, title: LocalizedText, parameters: PlaybookParameters, inputs: [SituationInput],
        start: Int, tables: [DecisionTable], rules: [Rule], missingTables: [MissingTable]
    ) {
        self.name = name
        self.version = version
        self.title = title
        self.parameters = parameters
        self.inputs = inputs
        self.start = start
        self.tables = tables
        self.rules = rules
        self.missingTables = missingTables
        rows = CompiledRows(tables: tables, rules: rules)
    }

    /// The rule with an id. O(rules).
    package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
