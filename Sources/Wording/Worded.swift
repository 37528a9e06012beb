package import CaseModel

/// A closed set of the domain's words that people read in their own language.
///
/// In English a word reads as the log, options and JSON name it; in Spanish it has a name of its own.
package protocol Worded: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    var spanish: String { get }
}

extension Worded {
    /// The word in a language.
    package func word(_ language: Language) -> String { language.text(rawValue, spanish) }

    /// The word of a name that stands in a row; the name itself where it is none of the set.
    package static func word(named name: String, _ language: Language) -> String {
        Self(rawValue: name)?.word(language) ?? name
    }
}

extension Language {
    /// One of two texts that say the same thing. Only the wanted one is put together.
    package func text(_ english: @autoclosure () -> String, _ spanish: @autoclosure () -> String) -> String {
        switch self {
        case .english: english()
        case .spanish: spanish()
        }
    }
}
