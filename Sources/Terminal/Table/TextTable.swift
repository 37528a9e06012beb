/// Rows of text in columns that fit a width: spaces between columns, no lines drawn.
public struct TextTable: Sendable {
    /// How a column is headed, aligned and made narrower.
    public struct Column: Sendable {
        /// What a cell does with text that is wider than its column.
        public enum Overflow: Sendable {
            /// Cuts it and ends it with an ellipsis.
            case truncate
            /// Continues it on further lines of the same row.
            case wrap
        }

        /// The heading.
        public let title: String
        /// On which side of the column its title and cells stand.
        public let alignment: Alignment
        /// The columns that it keeps for as long as any column can give way instead.
        public let minimumWidth: Int
        /// The order in which columns give way: the highest first, equals together and the widest of them first, 0 only
        /// when nothing else helps.
        public let yielding: Int
        /// What a cell does with text that is wider than the column.
        public let overflow: Overflow

        /// A column; without further arguments it keeps its width for as long as another column can give way.
        public init(
            _ title: String, alignment: Alignment = .left, minimumWidth: Int = 4, yielding: Int = 0,
            overflow: Overflow = .truncate
        ) {
            self.title = SafeText.safe(title)
            self.alignment = alignment
            self.minimumWidth = max(1, minimumWidth)
            self.yielding = yielding
            self.overflow = overflow
        }
    }

    /// One cell: its text and what it means.
    public struct Cell: Sendable, ExpressibleByStringInterpolation {
        /// The text as it was given; the table makes it safe.
        public let text: String
        /// How it is painted where colour is on.
        public let style: Style?

        /// A cell. The text need not be safe.
        public init(_ text: String, style: Style? = nil) {
            self.text = text
            self.style = style
        }

        /// A cell without a style.
        public init(stringLiteral text: String) {
            self.init(text)
        }
    }

    /// The columns, from left to right.
    public let columns: [Column]
    private var rows: [[Cell]] = []

    /// A table without rows.
    public init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row, which must have one cell for each column.
    public mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "a row needs a cell for each of the table's \(columns.count) columns")
        rows.append(row)
    }

    /// The heading and the rows as lines without padding at their end, none wider than `width`. O(n) in the text.
    ///
    /// Columns that are too wide give way in their order, down to their minimum; then all of them; then columns are
    /// left out from the right. A width of nil (not a terminal) means that nothing is cut and each row is one line. All
    /// text is made safe, and painted only where the palette shows colour.
    public func lines(width: Int?, palette: Palette = .plain) -> [String] {
        let folds = width != nil
        let heading = columns.map { Printable(text: $0.title, style: .heading) }
        let body = rows.map { row in
            zip(row, columns).map { cell, column in
                let keepsLines = folds && column.overflow == .wrap
                return Printable(
                    text: SafeText.safe(cell.text, newlines: keepsLines ? .keep : .space), style: cell.style)
            }
        }
        var widths = columns.indices.map { index in
            body.reduce(DisplayWidth.of(heading[index].text)) { max($0, $1[index].width) }
        }
        if let width {
            widths = ColumnWidths.fitting(widths, of: columns, gap: Self.gap, into: max(1, width))
        }
        return ([heading] + body).flatMap { render($0, widths, palette) }
    }

    private static let gap = 2

    private func render(_ row: [Printable], _ widths: [Int], _ palette: Palette) -> [String] {
        let cells = widths.indices.map { index in
            switch columns[index].overflow {
            case .truncate: [row[index].text.truncated(toWidth: widths[index])]
            case .wrap where row[index].text.utf8.contains(UInt8(ascii: "\n")) || row[index].width > widths[index]:
                row[index].text.wrapped(toWidth: widths[index])
            case .wrap: [row[index].text]
            }
        }
        return (0..<(cells.map(\.count).max() ?? 0)).map { lineNumber in
            var line = ""
            var spaces = 0
            for (index, cell) in cells.enumerated() {
                if index > 0 { spaces += Self.gap }
                let text = lineNumber < cell.count ? cell[lineNumber] : ""
                let missing = widths[index] - DisplayWidth.of(text)
                if text.isEmpty || columns[index].alignment == .right { spaces += missing }
                guard !text.isEmpty else { continue }
                line += String(repeating: " ", count: spaces) + palette.paint(text, row[index].style)
                spaces = columns[index].alignment == .left ? missing : 0
            }
            return line
        }
    }

    /// A cell's text, safe to print.
    private struct Printable {
        let text: String
        let style: Style?
        /// The columns of its widest line.
        let width: Int

        init(text: String, style: Style?) {
            self.text = text
            self.style = style
            width = text.unicodeScalars.split(separator: "\n").reduce(0) { max($0, DisplayWidth.of(String($1))) }
        }
    }
}
