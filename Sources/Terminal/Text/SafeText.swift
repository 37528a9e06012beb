/// Makes the text of strangers safe to print on a terminal.
///
/// What a terminal would obey, what hides and what reorders the text around it becomes a visible escape such as
/// `\u{202E}`: C0 and C1 controls, ESC and DEL, bidirectional marks, overrides and isolates, zero-width and other
/// default-ignorable characters, tags, line and paragraph separators, private use, unassigned code points and
/// noncharacters. Joiners and variation selectors stay where emoji and scripts need them: directly after a character
/// that can carry them, one at a time. The flags of England, Scotland and Wales keep their tags. The categories are
/// those of the Unicode version that the Swift standard library carries.
public enum SafeText {
    /// What becomes of line breaks: LF, CR LF and CR alone.
    public enum Newlines: Sendable {
        /// Shown as `\n`, and `\r` where a CR stands alone.
        case escape
        /// Kept, each as one LF.
        case keep
        /// Replaced, each by one space.
        case space
    }

    /// The text with everything unsafe made visible; a tab becomes a space.
    ///
    /// Safe text stays as it is when it is made safe again, save for its line breaks. The escapes are for eyes: a text
    /// that contains `\u{1B}` as six plain characters looks the same. O(n); no copy where nothing is to be changed.
    public static func safe(_ text: String, newlines: Newlines = .space) -> String {
        if text.unicodeScalars.allSatisfy(\.isPrintable) { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var kept: Unicode.Scalar?
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let scalar = scalars[index]
            index = scalars.index(after: index)
            switch scalar {
            case "\t":
                kept = " "
                result.append(" ")
            case "\n", "\r":
                kept = nil
                if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" {
                    index = scalars.index(after: index)
                    result.append(shown("\n", newlines))
                } else {
                    result.append(shown(scalar, newlines))
                }
            case "\u{1F3F4}":
                kept = scalar
                result.unicodeScalars.append(scalar)
                if let tags = flagTags.first(where: { scalars[index...].starts(with: $0.unicodeScalars) }) {
                    result.unicodeScalars.append(contentsOf: tags.unicodeScalars)
                    index = scalars.index(index, offsetBy: tags.unicodeScalars.count)
                }
            case _ where scalar.isPrintable || scalar.isCarried(by: kept):
                kept = scalar
                result.unicodeScalars.append(scalar)
            default:
                kept = nil
                result.append("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
            }
        }
        return result
    }

    private static func shown(_ lineBreak: Unicode.Scalar, _ newlines: Newlines) -> String {
        switch newlines {
        case .escape: lineBreak == "\r" ? "\\r" : "\\n"
        case .keep: "\n"
        case .space: " "
        }
    }

    /// The tags that follow a black flag in the three subdivision flags recommended for general interchange (UTS #51).
    private static let flagTags = [
        "\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
        "\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
    ]
}

extension Unicode.Scalar {
    /// Whether the scalar shows itself and nothing but itself.
    var isPrintable: Bool {
        if (0x20...0x7E).contains(value) || (0xC0...0x2FF).contains(value) { return true }
        return switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        case .format: isVisibleFormat
        default: !properties.isDefaultIgnorableCodePoint
        }
    }

    /// Whether the scalar is a format character that is drawn: Unicode's Prepended_Concatenation_Mark.
    private var isVisibleFormat: Bool {
        switch value {
        case 0x0600...0x0605, 0x06DD, 0x070F, 0x0890...0x0891, 0x08E2, 0x110BD, 0x110CD: true
        default: false
        }
    }

    /// Whether the scalar is a joiner or a variation selector with a purpose after the scalar that was kept before it.
    fileprivate func isCarried(by previous: Unicode.Scalar?) -> Bool {
        guard let previous, !previous.isJoiner else { return false }
        if isJoiner { return !previous.isASCII }
        return properties.isVariationSelector && !previous.properties.isVariationSelector
    }

    private var isJoiner: Bool { value == 0x200C || value == 0x200D }
}
