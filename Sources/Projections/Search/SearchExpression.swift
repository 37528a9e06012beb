/// What somebody looks for: words that all must be there, "phrases", and beginnings of words (`refund*`).
///
/// Nothing of what was typed reaches FTS5 as syntax (<https://sqlite.org/fts5.html#full_text_query_syntax>): each term
/// stands between double quotes, its own doubled, so no input is an error of the query language.
package struct SearchExpression: Hashable, Sendable {
    /// One word, or several that stand beside one another.
    package struct Term: Hashable, Sendable {
        package var words: String
        /// Whether the last word may go on.
        package var isPrefix: Bool
    }

    /// More than these would only cost time; FTS5 itself refuses at 256.
    package static let maximumTerms = 64

    package private(set) var terms: [Term] = []
    /// Whether there were more terms than the maximum.
    package private(set) var isCut = false

    /// Reads what a person typed. O(length).
    ///
    /// A quotation mark that isn't closed reaches to the end; a term without a letter or digit says nothing and is left
    /// out, as are terms past the maximum.
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

    /// Whether nothing is left to look for.
    package var isEmpty: Bool { terms.isEmpty }

    /// The expression in FTS5's language.
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
    /// Whether the tokenizer unicode61 takes the scalar for a part of a word: letters, digits and private use.
    fileprivate var isSearched: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
