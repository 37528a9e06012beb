/// On which side of its columns a text stands.
public enum Alignment: Sendable {
    /// At the start of its columns, filled up after it.
    case left
    /// At the end of its columns, filled up before it: numbers.
    case right
}

extension String {
    /// The text, or as much of it as fits beside the ellipsis, in at most `width` columns. O(n).
    ///
    /// Where the ellipsis itself doesn't fit, the text is cut without one.
    public func truncated(toWidth width: Int, ellipsis: String = "…") -> String {
        if DisplayWidth.of(self) <= width { return self }
        let ellipsisWidth = DisplayWidth.of(ellipsis)
        let mark = ellipsisWidth <= width ? ellipsis : ""
        var room = mark.isEmpty ? width : width - ellipsisWidth
        let beginning = prefix {
            room -= DisplayWidth.of($0)
            return room >= 0
        }
        return beginning + mark
    }

    /// The text filled up with spaces to `width` columns; longer text stays as it is. O(n).
    public func padded(toWidth width: Int, alignment: Alignment = .left) -> String {
        let spaces = String(repeating: " ", count: Swift.max(0, width - DisplayWidth.of(self)))
        return alignment == .left ? self + spaces : spaces + self
    }

    /// The text as lines of at most `width` columns (1 or more), broken at spaces; a word longer than a line is cut.
    /// O(n).
    ///
    /// An LF ends a line; spaces in a row become one. Each line begins with `indent`, the first with `firstIndent`
    /// where one is given; an indent that leaves no column for text is left out. A character wider than a whole line
    /// becomes an ellipsis.
    public func wrapped(toWidth width: Int, indent: String = "", firstIndent: String? = nil) -> [String] {
        var lines = WrappedLines(width: width, indent: indent, firstIndent: firstIndent ?? indent)
        for paragraph in unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            for word in paragraph.split(separator: " ") {
                lines.append(word: String(word))
            }
            lines.endLine()
        }
        return lines.finished
    }
}
