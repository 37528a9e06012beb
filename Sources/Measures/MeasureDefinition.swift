package import CaseModel

/// What a figure means, in words, as data: printed beside it by `--explain`.
///
/// A change of meaning is a new version; a definition that has been released is never edited.
package struct MeasureDefinition: Hashable, Sendable {
    /// One statement of a definition.
    package struct Clause: Hashable, Sendable {
        /// What it settles: `unit`, `clock start`, `censoring`.
        package var name: LocalizedText
        /// How it is settled.
        package var text: LocalizedText

        init(en english: (name: String, text: String), es spanish: (name: String, text: String)) {
            name = LocalizedText(en: english.name, es: spanish.name)
            text = LocalizedText(en: english.text, es: spanish.text)
        }
    }

    /// The name of the measure, without its version.
    package var name: String
    /// The version, from 1.
    package var version: Int
    /// What it settles, in the order in which it is read.
    package var clauses: [Clause]

    init(_ name: String, version: Int, _ clauses: [Clause]) {
        self.name = name
        self.version = version
        self.clauses = clauses
    }

    /// Name and version: `conversion@1`.
    package var id: String { "\(name)@\(version)" }

    /// What the definition says on a matter, by its English name; nil where it has no such clause. O(clauses).
    package subscript(name: String) -> LocalizedText? { clauses.first { $0.name.english == name }?.text }
}
