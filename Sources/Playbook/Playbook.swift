package import CaseModel

/// The protocol of the house as decision tables: what to do next in which situation, and why.
///
/// A value read from YAML (`init(yaml:name:)`). It advises (`advise`), explains its advice (`explanation`), and can be
/// proved to be without gaps and unintended overlaps (`PlaybookCheck`). Reading doesn't prove: where a table has a gap,
/// a playbook that nobody has checked says nothing there.
package struct Playbook: Hashable, Sendable {
    package let name: String
    package let version: String
    package let title: LocalizedText
    package let parameters: PlaybookParameters
    /// The inputs it declares.
    package let inputs: [SituationInput]
    /// The table that is consulted first, as its place among the tables.
    package let start: Int
    package let tables: [DecisionTable]
    /// The rules of all tables, table by table.
    package let rules: [Rule]
    /// The tables that rules name and the playbook doesn't have, with the place of the rule.
    package let missingTables: [MissingTable]
    /// All rows of all rules in order, and where those of each table begin: what advising runs over.
    let rows: CompiledRows

    /// A rule that leads to a table that is not there.
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

    /// The rule with an id; nil where there is none. O(rules).
    package func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }
}
