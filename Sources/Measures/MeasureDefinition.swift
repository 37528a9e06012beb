package import CaseModel

/// The definition of a figure as text in clauses, printed with `--explain`.
///
/// A released definition is never edited: a change of meaning is a new version.
package struct MeasureDefinition: Hashable, Sendable {
    package struct Clause: Hashable, Sendable {
        /// The subject: `unit`, `clock start`, `censoring`.
        package var name: LocalizedText
        package var text: LocalizedText

        init(en english: (name: String, text: String), es spanish: (name: String, text: String)) {
            name = LocalizedText(en: english.name, es: spanish.name)
            text = LocalizedText(en: english.text, es: spanish.text)
        }
    }

    /// Without the version.
    package var name: String
    /// From 1.
    package var version: Int
    /// In reading order.
    package var clauses: [Clause]

    init(_ name: String, version: Int, _ clauses: [Clause]) {
        self.name = name
        self.version = version
        self.clauses = clauses
    }

    /// Name and version: `conversion@1`.
    package var id: String { "\(name)@\(version)" }

    /// The text of a clause by its English name; nil if there is none. O(clauses).
    package subscript(name: String) -> LocalizedText? { clauses.first { $0.name.english == name }?.text }
}
