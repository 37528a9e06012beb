/// Tells the cells that a spreadsheet would run as formulas.
///
/// Source: OWASP, "CSV Injection" (https://owasp.org/www-community/attacks/CSV_Injection), whose list of first
/// characters is = + - @ TAB CR LF and the full-width variants of the first four.
enum CSVFormula {
    /// Whether the cell begins with TAB, CR or LF, or, after white space and what can't be seen, like a formula, and is
    /// no plain number. O(n).
    static func isFormula(_ cell: String) -> Bool {
        let scalars = cell.unicodeScalars
        guard let first = scalars.first else { return false }
        if ["\t", "\r", "\n"].contains(first) { return true }
        guard let start = scalars.first(where: { !$0.isSkippedBySpreadsheets }) else { return false }
        switch start {
        case "=", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
        case "+", "-": return !isPlainNumber(cell.utf8)
        default: return false
        }
    }

    /// Whether the bytes are a sign, digits, and perhaps decimals and an exponent: `-12.5`, `+3`, `-1e6`.
    private static func isPlainNumber(_ bytes: String.UTF8View) -> Bool {
        var rest = bytes[...]
        func takeDigits() -> Bool {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count > 0
        }
        func takeOne(of characters: StaticString) -> Bool {
            guard let byte = rest.first, characters.withUTF8Buffer({ $0.contains(byte) }) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = takeOne(of: "+-")
        guard takeDigits() else { return false }
        if takeOne(of: "."), !takeDigits() { return false }
        if takeOne(of: "eE") {
            _ = takeOne(of: "+-")
            guard takeDigits() else { return false }
        }
        return rest.isEmpty
    }
}

extension Unicode.Scalar {
    fileprivate var isSkippedBySpreadsheets: Bool {
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
    }
}
