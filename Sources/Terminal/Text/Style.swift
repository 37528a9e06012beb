/// What a piece of printed text means; the palette knows how that looks.
public enum Style: Sendable, CaseIterable {
    /// Names a table's columns or a section.
    case heading
    /// Matters less than what stands around it.
    case muted
    /// Went well, or needs nothing.
    case good
    /// Went wrong, or is late.
    case bad
    /// Will go wrong unless somebody acts.
    case warning
    /// Matters more than what stands around it.
    case emphasis

    /// The parameter of ECMA-48's Select Graphic Rendition. Only the sixteen basic colours, which each terminal's theme
    /// makes legible.
    var graphicRendition: String {
        switch self {
        case .heading: "1"
        case .muted: "2"
        case .good: "32"
        case .bad: "31"
        case .warning: "33"
        case .emphasis: "1"
        }
    }
}

/// Turns styles into terminal sequences, or leaves text alone.
public struct Palette: Sendable, Equatable {
    /// Whether styles are shown at all.
    public let colour: Bool

    /// A palette that shows styles if `colour` is true and prints plain text otherwise.
    public init(colour: Bool) {
        self.colour = colour
    }

    /// The palette that adds nothing to any text.
    public static let plain = Palette(colour: false)

    /// The text in its style; as it is where colour is off, the style is nil or there is no text.
    ///
    /// The text must be safe already (`SafeText`): a sequence inside it would end the style.
    public func paint(_ text: String, _ style: Style?) -> String {
        guard colour, let style, !text.isEmpty else { return text }
        return Self.begin(style) + text + Self.end
    }

    /// All sequences that painting writes.
    static let sequences: [String] = Style.allCases.map(begin) + [end]

    private static func begin(_ style: Style) -> String { "\u{1B}[\(style.graphicRendition)m" }
    private static let end = "\u{1B}[0m"
}
