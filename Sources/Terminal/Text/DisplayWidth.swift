/// The columns that text takes on a terminal.
///
/// Wide and full-width characters and emoji take two, combining marks and invisible characters none, all others one;
/// ambiguous characters (UAX #11) take one. An emoji sequence or a flag takes two as a whole. Control characters count
/// as none: make text safe (`SafeText`) before measuring it.
public enum DisplayWidth {
    /// The columns of a text without line breaks. O(n); fast up to U+02FF: Latin letters without combining marks.
    public static func of(_ text: String) -> Int {
        narrowColumns(of: text.utf8) ?? text.reduce(0) { $0 + of($1) }
    }

    /// The columns of a text in which each scalar is printable and below U+0300, where combining marks begin; nil for
    /// others.
    private static func narrowColumns(of bytes: String.UTF8View) -> Int? {
        var columns = 0
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case 0x20...0x7E, 0xC2...0xCB: columns += 1
            case 0xA0...0xBF: break
            case 0x80...0x9F where previous != 0xC2: break
            default: return nil
            }
            previous = byte
        }
        return columns
    }

    /// The columns of one grapheme cluster.
    public static func of(_ cluster: Character) -> Int {
        let scalars = cluster.unicodeScalars
        let base = scalars[scalars.startIndex]
        if scalars.index(after: scalars.startIndex) == scalars.endIndex { return of(base) }
        if base.properties.isEmoji, scalars.dropFirst().contains(where: \.makesEmojiSequence) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    /// The columns of one scalar by itself: 0, 1 or 2.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        if (0x20...0x7E).contains(scalar.value) { return 1 }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        if EastAsianWidth.isWide(scalar) || (properties.isEmojiPresentation && !scalar.isRegionalIndicator) { return 2 }
        if scalar.isConjoiningVowelOrFinal { return 0 }
        return properties.isDefaultIgnorableCodePoint && scalar != "\u{AD}" ? 0 : 1
    }
}

extension Unicode.Scalar {
    fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

    /// Hangul vowels and final consonants, which are drawn inside the syllable that the initial consonant opened.
    fileprivate var isConjoiningVowelOrFinal: Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
    }

    /// What turns an emoji before it into a sequence drawn as one: a joiner, VS16, a skin tone, a flag's second letter.
    fileprivate var makesEmojiSequence: Bool {
        value == 0x200D || value == 0xFE0F || properties.isEmojiModifier || isRegionalIndicator
    }
}
