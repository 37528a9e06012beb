import Basics
import Terminal
import Testing

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "counts the columns that a terminal gives a text",
        arguments: [
            ("", 0), ("abc", 3), ("señor", 5), ("sen\u{303}or", 5), ("Z\u{351}\u{36B}\u{343}", 1),
            ("日本語", 6), ("ｱｲｳ", 3), ("ＡＢＣ", 6), ("한국어", 6), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{3099}", 0),
            ("\u{3000}", 2), ("𠀀", 2), ("±", 1), ("…", 1), ("क्ष", 2), ("שָׁלוֹם", 4), ("مرحبا", 5), ("co\u{AD}op", 5),
        ])
    func text(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(
        "an emoji sequence or a flag takes two columns as a whole",
        arguments: [
            ("😀", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("🏳️‍🌈", 2), ("🇪🇸", 2), ("🇪🇸🇫🇷", 4),
            ("🇪", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("a😀b", 4), ("⌚", 2), ("©", 1), ("©️", 2),
        ])
    func emoji(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(
        "a single scalar takes 0, 1 or 2",
        arguments: [
            ("\u{0}", 0), ("\u{7F}", 0), ("a", 1), ("\u{300}", 0), ("\u{20DD}", 0), ("\u{200B}", 0), ("\u{200D}", 0),
            ("\u{1100}", 2), ("\u{115F}", 2), ("\u{1160}", 0), ("\u{2329}", 2), ("\u{303F}", 1), ("\u{3247}", 2),
            ("\u{3248}", 1), ("\u{A4C6}", 2), ("\u{D7A3}", 2), ("\u{FF61}", 1), ("\u{3FFFD}", 2), ("\u{903}", 1),
        ] as [(Unicode.Scalar, Int)])
    func scalar(scalar: Unicode.Scalar, columns: Int) {
        #expect(DisplayWidth.of(scalar) == columns)
    }

    @Test("a text of one scalar is as wide as the scalar, wherever text is measured by its bytes")
    func narrowText() throws {
        for value in UInt32(0)...0x400 {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(DisplayWidth.of("\(scalar)") == DisplayWidth.of(scalar), "U+\(String(value, radix: 16))")
        }
    }

    @Test(
        "a text that is too wide ends with an ellipsis",
        arguments: [
            ("complaint", 9, "complaint"), ("complaint", 8, "complai…"), ("complaint", 1, "…"), ("complaint", 0, ""),
            ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("日本語", 2, "…"),
            ("👨‍👩‍👧👨‍👩‍👧", 3, "👨‍👩‍👧…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ])
    func truncated(text: String, width: Int, shown: String) {
        #expect(text.truncated(toWidth: width) == shown)
    }

    @Test("an ellipsis that doesn't fit is left out")
    func wideEllipsis() {
        #expect("complaint".truncated(toWidth: 2, ellipsis: "...") == "co")
        #expect("complaint".truncated(toWidth: 5, ellipsis: "...") == "co...")
    }

    @Test("a text is filled up on either side, and never cut")
    func padded() {
        #expect("ab".padded(toWidth: 4) == "ab  ")
        #expect("ab".padded(toWidth: 4, alignment: .right) == "  ab")
        #expect("日本".padded(toWidth: 5) == "日本 ")
        #expect("abcde".padded(toWidth: 4) == "abcde")
    }

    @Test("text wraps at spaces, and a long word is cut")
    func wrapped() {
        #expect("the parcel  never came".wrapped(toWidth: 10) == ["the parcel", "never came"])
        #expect("a donaudampfschiff b".wrapped(toWidth: 6) == ["a", "donaud", "ampfsc", "hiff b"])
        #expect("one\n\ntwo".wrapped(toWidth: 10) == ["one", "", "two"])
        #expect("".wrapped(toWidth: 10) == [""])
        #expect("日本語のテキスト".wrapped(toWidth: 7) == ["日本語", "のテキ", "スト"])
    }

    @Test("wrapped lines are indented, the first one otherwise where asked")
    func indented() {
        #expect("the parcel never came".wrapped(toWidth: 12, indent: "  ") == ["  the parcel", "  never came"])
        #expect(
            "the parcel never came".wrapped(toWidth: 14, indent: "    ", firstIndent: "S7: ")
                == ["S7: the parcel", "    never came"])
        #expect("ab cd".wrapped(toWidth: 2, indent: "    ") == ["ab", "cd"])
    }

    @Test("what is wider than a line becomes an ellipsis")
    func tooWide() {
        #expect("日a".wrapped(toWidth: 1) == ["…", "a"])
        #expect("ab".wrapped(toWidth: 0) == ["a", "b"])
    }

    @Test("no fitted text is wider than it may be")
    func neverWider() {
        let seed: UInt64 = 0x71D7
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<5_000 {
            let text = randomText(using: &random)
            let width = Int.random(in: 1...30, using: &random)
            #expect(DisplayWidth.of(text.truncated(toWidth: width)) <= width, "\(text.debugDescription) in \(width)")
            for line in text.wrapped(toWidth: width, indent: "  ") {
                #expect(DisplayWidth.of(line) <= width, "\(text.debugDescription) in \(width)")
            }
        }
    }
}

/// Words of all the kinds that differ in width.
func randomText(using random: inout SplitMix64) -> String {
    let pieces = [
        "a", "queja", " ", " ", "日", "e\u{301}", "👨‍👩‍👧", "🇪🇸", "\u{1F1EA}", "\u{301}", "\u{200D}", "…", "한", "\u{1161}",
        "❤️", "\n", "1️⃣",
        "👍🏽", "क्ष", "\u{FE0F}", "\u{1B}", "\u{202E}",
    ]
    return (0..<Int.random(in: 0...15, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
}
