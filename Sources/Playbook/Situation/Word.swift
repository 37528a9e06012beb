package import CaseModel

/// A word of the playbooks' vocabulary, with its meaning for people.
package struct Word: Hashable, Sendable {
    /// In YAML: lower case, with hyphens.
    package let name: String
    package let meaning: LocalizedText

    init(_ name: String, en: String, es: String) {
        self.name = name
        meaning = LocalizedText(en: en, es: es)
    }
}
