/// A language of reports and advice, by its ISO 639-1 code.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case spanish = "es"
}

/// A text in every language.
package struct LocalizedText: Hashable, Sendable {
    package var english: String
    package var spanish: String

    package init(en english: String, es spanish: String) {
        self.english = english
        self.spanish = spanish
    }

    package subscript(_ language: Language) -> String {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }
}
