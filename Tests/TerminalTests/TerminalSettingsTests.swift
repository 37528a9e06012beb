import Terminal
import Testing

@Suite("Terminal settings")
struct TerminalSettingsTests {
    private func colour(
        _ choice: TerminalSettings.ColourChoice, onTerminal: Bool, _ environment: [String: String] = [:]
    ) -> Bool {
        TerminalSettings.decided(
            isTerminal: onTerminal, windowColumns: 80, environment: environment, colour: choice
        ).colour
    }

    private func width(onTerminal: Bool, window: Int?, _ environment: [String: String] = [:]) -> Int? {
        TerminalSettings.decided(isTerminal: onTerminal, windowColumns: window, environment: environment).width
    }

    @Test("colour by itself is for terminals, unless the environment says otherwise")
    func automatic() {
        #expect(colour(.auto, onTerminal: true))
        #expect(!colour(.auto, onTerminal: false))
        #expect(!colour(.auto, onTerminal: true, ["TERM": "dumb"]))
        #expect(colour(.auto, onTerminal: true, ["TERM": "xterm-256color"]))
        #expect(!colour(.auto, onTerminal: true, ["CLICOLOR": "0"]))
    }

    @Test("NO_COLOR stands above everything in the environment, unless it is empty")
    func noColor() {
        #expect(!colour(.auto, onTerminal: true, ["NO_COLOR": "1"]))
        #expect(!colour(.auto, onTerminal: true, ["NO_COLOR": "0"]))
        #expect(!colour(.auto, onTerminal: true, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]))
        #expect(colour(.auto, onTerminal: true, ["NO_COLOR": ""]))
    }

    @Test("CLICOLOR_FORCE gives colour without a terminal, unless it is 0 or empty")
    func forced() {
        #expect(colour(.auto, onTerminal: false, ["CLICOLOR_FORCE": "1"]))
        #expect(!colour(.auto, onTerminal: false, ["CLICOLOR_FORCE": "0"]))
        #expect(!colour(.auto, onTerminal: false, ["CLICOLOR_FORCE": ""]))
    }

    @Test("--color stands above the environment")
    func chosen() {
        #expect(colour(.always, onTerminal: false, ["NO_COLOR": "1", "TERM": "dumb"]))
        #expect(!colour(.never, onTerminal: true, ["CLICOLOR_FORCE": "1"]))
        #expect(TerminalSettings.ColourChoice(rawValue: "always") == .always)
    }

    @Test("the width is the environment's, else the window's, else 80, and only on a terminal")
    func widths() {
        #expect(width(onTerminal: true, window: 120) == 120)
        #expect(width(onTerminal: true, window: 120, ["COLUMNS": "60"]) == 60)
        #expect(width(onTerminal: true, window: 120, ["COLUMNS": "0"]) == 120)
        #expect(width(onTerminal: true, window: 120, ["COLUMNS": "wide"]) == 120)
        #expect(width(onTerminal: true, window: 120, ["COLUMNS": "99999999999999999999"]) == 120)
        #expect(width(onTerminal: true, window: 0) == 80)
        #expect(width(onTerminal: true, window: nil) == 80)
        #expect(width(onTerminal: false, window: 120, ["COLUMNS": "60"]) == nil)
    }

    @Test("a descriptor that isn't open is no terminal")
    func closedDescriptor() {
        #expect(TerminalSettings.current(for: -1, colour: .never) == .plain)
    }

    @Test("each style has its sequence, and none where colour is off or there is no text")
    func palette() {
        let coloured = Palette(colour: true)
        #expect(
            Style.allCases.map { coloured.paint("x", $0) } == [
                "\u{1B}[1mx\u{1B}[0m", "\u{1B}[2mx\u{1B}[0m", "\u{1B}[32mx\u{1B}[0m", "\u{1B}[31mx\u{1B}[0m",
                "\u{1B}[33mx\u{1B}[0m", "\u{1B}[1mx\u{1B}[0m",
            ])
        #expect(Palette.plain.paint("x", .bad) == "x")
        #expect(coloured.paint("x", nil) == "x")
        #expect(coloured.paint("", .bad) == "")
    }
}
