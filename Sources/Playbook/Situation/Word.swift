package import CaseModel

/// One word of a closed vocabulary: how files spell it, and what it means to people.
package struct Word: Hashable, Sendable {
    /// As playbooks write it: lower case, hyphens.
    package let name: String
    package let meaning: LocalizedText

    init(_ name: String, en: String, es: String) {
        self.name = name
        meaning = LocalizedText(en: en, es: es)
    }
}
