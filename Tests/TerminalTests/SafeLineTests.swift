import Terminal
import Testing

@Suite("A line that is printed")
struct SafeLineTests {
    private let hostile = "a\u{1B}[31mred\u{1B}]0;t\u{7}\u{202E}b\u{9B}2J\u{2028}\u{0}c\rd\te\nf"

    @Test("obeys nobody, whoever forgot to make it safe")
    func safe() {
        #expect(
            SafeText.safe(line: hostile, colour: false)
                == "a\\u{1B}[31mred\\u{1B}]0;t\\u{7}\\u{202E}b\\u{9B}2J\\u{2028}\\u{0}c\nd e\nf")
        #expect(SafeText.safe(line: "año 1 – “ok” 👍🏽", colour: false) == "año 1 – “ok” 👍🏽")
    }

    @Test("keeps the palette's colours where there is colour, and nothing else")
    func colours() {
        let palette = Palette(colour: true)
        let line = palette.paint("late", .bad) + " " + palette.paint("by 2 h", .muted)
        #expect(SafeText.safe(line: line, colour: true) == line)
        #expect(SafeText.safe(line: line, colour: false) == "\\u{1B}[31mlate\\u{1B}[0m \\u{1B}[2mby 2 h\\u{1B}[0m")
        #expect(
            SafeText.safe(line: "\u{1B}[2J\u{1B}[38;5;1mx\u{1B}", colour: true) == "\\u{1B}[2J\\u{1B}[38;5;1mx\\u{1B}")
        #expect(SafeText.safe(line: "\u{202E}" + line + "\u{7}", colour: true) == "\\u{202E}" + line + "\\u{7}")
    }
}
