/// Words laid out in lines that never exceed a width.
struct WrappedLines {
    /// The lines that have ended, without trailing spaces.
    private(set) var finished: [String] = []

    private let width: Int
    private let indent: Indent
    private var line: Line

    init(width: Int, indent: String, firstIndent: String) {
        self.width = Swift.max(1, width)
        self.indent = Indent(indent, width: self.width)
        line = Line(after: Indent(firstIndent, width: self.width))
    }

    /// Puts a word, which holds no spaces, on this line, else on the next, else cut over as many as it needs.
    mutating func append(word: String) {
        let wordWidth = DisplayWidth.of(word)
        if !line.words.isEmpty, line.used + 1 + wordWidth > width { endLine() }
        if !line.words.isEmpty { line.append(" ", width: 1) }
        if line.used + wordWidth <= width {
            line.append(word, width: wordWidth)
        } else {
            cut(word)
        }
    }

    /// Ends the line, empty or not.
    mutating func endLine() {
        finished.append(line.words.isEmpty ? "" : line.indent.text + line.words)
        line = Line(after: indent)
    }

    private mutating func cut(_ word: String) {
        for cluster in word {
            let clusterWidth = DisplayWidth.of(cluster)
            if !line.words.isEmpty, line.used + clusterWidth > width { endLine() }
            if line.used + clusterWidth > width {
                line.append("…", width: 1)
            } else {
                line.append(String(cluster), width: clusterWidth)
            }
        }
    }

    private struct Indent {
        var text = ""
        var width = 0

        init(_ text: String, width: Int) {
            let indentWidth = DisplayWidth.of(text)
            if indentWidth < width {
                self.text = text
                self.width = indentWidth
            }
        }
    }

    private struct Line {
        var indent: Indent
        var words = ""
        var used: Int

        init(after indent: Indent) {
            self.indent = indent
            used = indent.width
        }

        mutating func append(_ text: String, width: Int) {
            words += text
            used += width
        }
    }
}
