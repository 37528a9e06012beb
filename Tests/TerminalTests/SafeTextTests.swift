import Basics
import Terminal
import Testing

@Suite("Safe text")
struct SafeTextTests {
    @Test(
        "what a terminal obeys becomes a visible escape",
        arguments: [
            .init("\u{1B}[31mred\u{1B}[0m", #"\u{1B}[31mred\u{1B}[0m"#),
            .init("\u{1B}]0;title\u{7}", #"\u{1B}]0;title\u{7}"#),
            .init("\u{1B}]8;;http://a.example\u{1B}\\link", #"\u{1B}]8;;http://a.example\u{1B}\link"#),
            .init("\u{9B}2J\u{90}q\u{9C}", #"\u{9B}2J\u{90}q\u{9C}"#),
            .init("a\u{0}b\u{8}\u{7F}", #"a\u{0}b\u{8}\u{7F}"#),
            .init("a\u{B}b\u{C}c\u{85}d", #"a\u{B}b\u{C}c\u{85}d"#),
            .init("a\u{2028}b\u{2029}c", #"a\u{2028}b\u{2029}c"#),
        ] as [Sample])
    func controls(sample: Sample) {
        #expect(SafeText.safe(sample.text) == sample.expected)
    }

    @Test(
        "what reorders the text around it becomes a visible escape",
        arguments: [
            .init("user\u{202E}txt.exe", #"user\u{202E}txt.exe"#),
            .init("\u{202A}\u{202B}\u{202C}\u{202D}", #"\u{202A}\u{202B}\u{202C}\u{202D}"#),
            .init("\u{2066}\u{2067}\u{2068}\u{2069}", #"\u{2066}\u{2067}\u{2068}\u{2069}"#),
            .init("\u{200E}\u{200F}\u{61C}", #"\u{200E}\u{200F}\u{61C}"#),
        ] as [Sample])
    func bidirectional(sample: Sample) {
        #expect(SafeText.safe(sample.text) == sample.expected)
    }

    @Test(
        "what can't be seen becomes a visible escape",
        arguments: [
            .init("a\u{200B}b\u{2060}c\u{FEFF}d", #"a\u{200B}b\u{2060}c\u{FEFF}d"#),
            .init("\u{E0041}\u{E007F}", #"\u{E0041}\u{E007F}"#),
            .init("co\u{AD}op", #"co\u{AD}op"#),
            .init("a\u{34F}b", #"a\u{34F}b"#),
            .init("\u{3164}\u{115F}\u{1160}\u{FFA0}", #"\u{3164}\u{115F}\u{1160}\u{FFA0}"#),
            .init("\u{FFF9}a\u{FFFA}b\u{FFFB}", #"\u{FFF9}a\u{FFFA}b\u{FFFB}"#),
            .init("\u{E000}\u{F0000}\u{10FFFD}", #"\u{E000}\u{F0000}\u{10FFFD}"#),
        ] as [Sample])
    func invisible(sample: Sample) {
        #expect(SafeText.safe(sample.text) == sample.expected)
    }

    @Test(
        "code points that are no characters become visible escapes",
        arguments: [
            (0x378, #"\u{378}"#), (0xFFFE, #"\u{FFFE}"#), (0xFDD0, #"\u{FDD0}"#), (0x10FFFF, #"\u{10FFFF}"#),
        ] as [(UInt32, String)])
    func noCharacters(value: UInt32, shown: String) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(SafeText.safe(String(Character(scalar))) == shown)
    }

    @Test(
        "people's own scripts and emoji stay as they are",
        arguments: [
            "¿Qué pasó, señor? ¡Nada! 100 €", "e\u{301}a\u{308}", "مرحبا بالعالم", "می\u{200C}خواهم", "क्\u{200D}ष",
            "日本語のテキスト", "葛\u{E0100}城", "한국어", "👨‍👩‍👧 👍🏽 ❤️ 1️⃣ 🏳️‍🌈 🇪🇸",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿", "a\u{A0}b\u{3000}c", "\u{FFFD}", "\u{600}١٢٣",
        ])
    func legitimate(text: String) {
        #expect(Array(SafeText.safe(text).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(
        "joiners, variation selectors and tags are kept only where they have a purpose",
        arguments: [
            .init("ad\u{200D}min", #"ad\u{200D}min"#), .init("\u{200C}a", #"\u{200C}a"#),
            .init("é\u{200D}\u{200D}", "é\u{200D}" + #"\u{200D}"#),
            .init("❤\u{FE0F}\u{FE01}\u{FE02}", "❤\u{FE0F}" + #"\u{FE01}\u{FE02}"#), .init("\u{FE0F}", #"\u{FE0F}"#),
            .init("\u{1F3F4}\u{E0075}\u{E0073}\u{E007F}", "\u{1F3F4}" + #"\u{E0075}\u{E0073}\u{E007F}"#),
        ] as [Sample])
    func carried(sample: Sample) {
        #expect(Array(SafeText.safe(sample.text).unicodeScalars) == Array(sample.expected.unicodeScalars))
    }

    @Test("a line break is shown, kept or made a space, and CR LF is one")
    func newlines() {
        let text = "one\ntwo\r\nthree\rfour\n\u{301}five"
        #expect(SafeText.safe(text, newlines: .escape) == #"one\ntwo\nthree\rfour\n"# + "\u{301}five")
        #expect(SafeText.safe(text, newlines: .keep) == "one\ntwo\nthree\nfour\n\u{301}five")
        #expect(SafeText.safe(text, newlines: .space) == "one two three four \u{301}five")
    }

    @Test("a tab becomes a space")
    func tab() {
        #expect(SafeText.safe("a\tb") == "a b")
    }

    @Test("safe text holds no control, no bidirectional control and stays as it is when made safe again")
    func idempotent() {
        let seed: UInt64 = 0x5AFE
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        let suspects: [ClosedRange<UInt32>] = [
            0...0xFF, 0x200B...0x206F, 0xFE00...0xFE0F, 0x1F3F4...0x1F3FF, 0xE0000...0xE007F, 0x600...0x61C,
            0...0x10FFFF,
        ]
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let range = suspects[Int.random(in: 0..<suspects.count, using: &random)]
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                    text.unicodeScalars.append(scalar)
                }
            }
            let safe = SafeText.safe(text)
            let dangerous = safe.unicodeScalars.contains { scalar in
                scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
                    || (0x2066...0x2069).contains(scalar.value)
            }
            #expect(!dangerous, "\(safe.debugDescription)")
            #expect(Array(SafeText.safe(safe).utf8) == Array(safe.utf8))
        }
    }
}
