/// What is known about where text is printed: how wide it may be, and whether it may have colour.
public struct TerminalSettings: Sendable, Equatable {
    /// What `--color` asks for.
    public enum ColourChoice: String, Sendable, CaseIterable {
        /// Colour on a terminal, unless the environment says otherwise.
        case auto
        /// Colour, wherever the text goes.
        case always
        /// No colour.
        case never
    }

    /// The columns of the terminal, 1 or more; nil where the text doesn't go to a terminal and must not be cut.
    public let width: Int?
    /// Whether text may be painted.
    public let colour: Bool

    /// Settings as given.
    public init(width: Int?, colour: Bool) {
        self.width = width
        self.colour = colour
    }

    /// What goes to a file or another program: nothing cut, nothing painted.
    public static let plain = TerminalSettings(width: nil, colour: false)

    /// Whether the text goes to a terminal.
    public var isTerminal: Bool { width != nil }

    /// The palette for these settings.
    public var palette: Palette { Palette(colour: colour) }

    /// Decides from what is known; pure.
    ///
    /// Width, on a terminal only: `COLUMNS` if it is a number from 1 to 10,000, else the window's, else 80. Colour:
    /// what the choice demands; under `auto` off if `NO_COLOR` is set and not empty (https://no-color.org), else on if
    /// `CLICOLOR_FORCE` is set and neither empty nor `0`, else on a terminal whose `TERM` isn't `dumb` and where
    /// `CLICOLOR` isn't `0` (https://bixense.com/clicolors).
    public static func decided(
        isTerminal: Bool, windowColumns: Int?, environment: [String: String], colour choice: ColourChoice = .auto
    ) -> TerminalSettings {
        let wanted = environment["COLUMNS"].flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
        let window = windowColumns.flatMap { $0 > 0 ? $0 : nil }
        return TerminalSettings(
            width: isTerminal ? wanted ?? window ?? 80 : nil,
            colour: decidedColour(isTerminal: isTerminal, environment: environment, choice: choice))
    }

    private static func decidedColour(
        isTerminal: Bool, environment: [String: String], choice: ColourChoice
    ) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            if environment["NO_COLOR", default: ""] != "" { return false }
            if !["", "0"].contains(environment["CLICOLOR_FORCE", default: ""]) { return true }
            return isTerminal && environment["TERM"] != "dumb" && environment["CLICOLOR"] != "0"
        }
    }
}
