/// A language that reports, states and advice are written in; named by its ISO 639-1 code.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case spanish = "es"
}

/// One text in every language the program speaks.
package struct LocalizedText: Hashable, Sendable {
    package var english: String
    package var spanish: String

    package init(en english: String, es spanish: String) {
        self.english = english
        self.spanish = spanish
    }

    /// The text in a language.
    package subscript(_ language: Language) -> String {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }
}
