/// A search query: words that must all occur, "phrases", and prefixes (`refund*`).
///
/// Each term is quoted, so that no input is FTS5 syntax (<https://sqlite.org/fts5.html#full_text_query_syntax>).
package struct SearchExpression: Hashable, Sendable {
    /// One word, or several in sequence.
    package struct Term: Hashable, Sendable {
        package var words: String
        /// Whether the last word is a prefix.
        package var isPrefix: Bool
    }

    /// FTS5 itself allows 256.
    package static let maximumTerms = 64

    package private(set) var terms: [Term] = []
    /// Whether terms were dropped.
    package private(set) var isCut = false

    /// Parses a query. O(length).
    ///
    /// An unclosed quotation mark reaches to the end. Terms without a letter or digit, and those past the maximum, are
    /// dropped.
    package init(_ text: String) {
        var word = ""
        var isPhrase = false
        var mayTakeStar = false
        for scalar in text.unicodeScalars {
            let isQuote: Bool = Self.quotes.contains(scalar)
            if mayTakeStar, scalar == "*" {
                terms[terms.count - 1].isPrefix = true
                mayTakeStar = false
                continue
            }
            mayTakeStar = false
            if isQuote || (!isPhrase && scalar.properties.isWhitespace) {
                mayTakeStar = add(word, isPhrase) && isQuote && isPhrase
                word = ""
                if isQuote { isPhrase.toggle() }
            } else {
                // FTS5 reads a text up to its first NUL.
                word.unicodeScalars.append(scalar == "\0" ? " " : scalar)
            }
        }
        _ = add(word, isPhrase)
    }

    package var isEmpty: Bool { terms.isEmpty }

    /// In FTS5's syntax.
    package var match: String {
        terms.map { term in
            let quoted: String = term.words.unicodeScalars.reduce(into: "") { text, scalar in
                if scalar == "\"" { text.append("\"") }
                text.unicodeScalars.append(scalar)
            }
            return "\"\(quoted)\"" + (term.isPrefix ? "*" : "")
        }.joined(separator: " ")
    }

    private mutating func add(_ words: String, _ isPhrase: Bool) -> Bool {
        guard words.unicodeScalars.contains(where: \.isSearched) else { return false }
        guard terms.count < Self.maximumTerms else {
            isCut = true
            return false
        }
        let isPrefix: Bool = !isPhrase && words.unicodeScalars.last == "*"
        terms.append(Term(words: isPrefix ? String(words.unicodeScalars.dropLast()) : words, isPrefix: isPrefix))
        return true
    }

    private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]
}

extension Unicode.Scalar {
    /// Whether the tokenizer unicode61 treats the scalar as part of a word: letters, digits and private use.
    fileprivate var isSearched: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
