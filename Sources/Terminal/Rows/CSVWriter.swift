/// Writes rows of RFC 4180.
///
/// A row ends with LF, not CR LF: every reader of the format takes it, and so do `cut`, `sort` and `wc`. A cell is
/// quoted where it holds a comma, a quote, a line break, a semicolon or a tab (which some programs separate by), where
/// it begins or ends with a space, and where it is the empty only cell of its row. Rows for spreadsheets are made safe to
/// print (`SafeText`), line breaks kept; rows for programs have every character as it is.
public struct CSVWriter: Sendable {
    /// What becomes of cells that a spreadsheet would run.
    public enum Formulas: Sendable {
        /// They get an apostrophe before them, by which a spreadsheet takes them for text.
        case neutralised
        /// They stay as they are: rows for programs.
        case verbatim
    }

    /// What becomes of cells that a spreadsheet would run.
    public let formulas: Formulas

    /// A writer of rows for spreadsheets, unless told otherwise.
    public init(formulas: Formulas = .neutralised) {
        self.formulas = formulas
    }

    /// One row with its line end. O(n).
    public func row(_ cells: [String]) -> String {
        var text = ""
        append(cells, to: &text)
        return text
    }

    /// Writes one row with its line end after what is there. O(n).
    public func append(_ cells: [String], to text: inout String) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "," }
            let cell = formulas == .neutralised ? Self.neutralised(cell) : cell
            if Self.needsQuotes(cell.utf8) || (cell.isEmpty && cells.count == 1) {
                text += "\""
                for (number, part) in cell.utf8.split(separator: Self.quote, omittingEmptySubsequences: false)
                    .enumerated()
                {
                    if number > 0 { text += "\"\"" }
                    text += String(Substring(part))
                }
                text += "\""
            } else {
                text += cell
            }
        }
        text += "\n"
    }

    /// The cell without what a terminal obeys or a spreadsheet runs.
    private static func neutralised(_ cell: String) -> String {
        let safe = SafeText.safe(cell, newlines: .keep)
        return CSVFormula.isFormula(cell) || CSVFormula.isFormula(safe) ? "'" + safe : safe
    }

    private static let quote = UInt8(ascii: "\"")
    private static let space = UInt8(ascii: " ")

    private static func needsQuotes(_ bytes: String.UTF8View) -> Bool {
        if bytes.first == space || bytes.last == space { return true }
        return bytes.contains { byte in
            switch byte {
            case quote, UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, 0x0A, 0x0D: true
            default: false
            }
        }
    }
}
