import Basics
import Terminal
import Testing

@Suite("Tables")
struct TextTableTests {
    private func inbox() -> TextTable {
        var table = TextTable(columns: [
            .init("Case", alignment: .right), .init("State", minimumWidth: 6, yielding: 1),
            .init("What was said", minimumWidth: 10, yielding: 2), .init("Hours", alignment: .right),
        ])
        table.append(["7", "engaging", "the parcel never came and nobody answers", "1.5"])
        table.append(["1234", "new", "日本語のテキスト", "12.0"])
        return table
    }

    @Test("columns stand apart by spaces, numbers end together, and nothing stands at a line's end")
    func wide() {
        #expect(
            inbox().lines(width: 80) == [
                "Case  State     What was said                             Hours",
                "   7  engaging  the parcel never came and nobody answers    1.5",
                "1234  new       日本語のテキスト                           12.0",
            ])
    }

    @Test("the column that yields first gets narrower first, down to its minimum, then the next")
    func narrow() {
        #expect(
            inbox().lines(width: 40) == [
                "Case  State     What was said      Hours",
                "   7  engaging  the parcel never…    1.5",
                "1234  new       日本語のテキスト    12.0",
            ])
        #expect(
            inbox().lines(width: 31) == [
                "Case  State   What was …  Hours",
                "   7  engag…  the parce…    1.5",
                "1234  new     日本語の…    12.0",
            ])
    }

    @Test("when minimum widths don't fit, all columns yield, and then the last are left out")
    func veryNarrow() {
        #expect(
            inbox().lines(width: 16) == [
                "C…  S…  Wh…  Ho…",
                " 7  e…  th…  1.5",
                "1…  n…  日…  12…",
            ])
        #expect(inbox().lines(width: 6) == ["C…  S…", " 7  e…", "1…  n…"])
        #expect(inbox().lines(width: 1) == ["…", "7", "…"])
        #expect(inbox().lines(width: 0) == ["…", "7", "…"])
    }

    @Test("columns that yield in the same order end as even as they can")
    func even() {
        var table = TextTable(columns: [
            .init("a", yielding: 1), .init("b", yielding: 1), .init("c", yielding: 1), .init("d"),
        ])
        table.append(["1234567890", "123456789012", "12345", "1234567890"])
        #expect(
            table.lines(width: 36) == [
                "a        b         c      d",
                "123456…  1234567…  12345  1234567890",
            ])
    }

    @Test("a cell that wraps continues on further lines, and keeps its own line breaks")
    func wrapping() {
        var table = TextTable(columns: [
            .init("Case", alignment: .right), .init("Advice", yielding: 1, overflow: .wrap), .init("Rule"),
        ])
        table.append(["7", "Get in touch and help\nby tomorrow", "S7"])
        table.append(["8", "Thank", "S3"])
        #expect(
            table.lines(width: 24) == [
                "Case  Advice        Rule",
                "   7  Get in touch  S7",
                "      and help",
                "      by tomorrow",
                "   8  Thank         S3",
            ])
    }

    @Test("where there is no terminal nothing is cut, and a row is one line")
    func noWidth() {
        var table = TextTable(columns: [.init("Text", yielding: 1, overflow: .wrap), .init("More", yielding: 1)])
        table.append([
            .init(String(repeating: "word ", count: 100) + "\r\nend"), .init(String(repeating: "x", count: 500)),
        ])
        #expect(
            table.lines(width: nil) == [
                "Text" + String(repeating: " ", count: 502) + "More",
                String(repeating: "word ", count: 100) + " end  " + String(repeating: "x", count: 500),
            ])
    }

    @Test("cells and titles are made safe")
    func safe() {
        var table = TextTable(columns: [.init("T\u{1B}"), .init("b")])
        table.append(["a\u{1B}[2J\u{202E}\nb", "c\td"])
        #expect(table.lines(width: 80) == [#"T\u{1B}               b"#, #"a\u{1B}[2J\u{202E} b  c d"#])
    }

    @Test("colour is put on text alone, never on the spaces around it, and only where it is on")
    func colour() {
        var table = TextTable(columns: [.init("State"), .init("Due", alignment: .right)])
        table.append([.init("late", style: .bad), .init("1 h", style: .muted)])
        #expect(
            table.lines(width: 80, palette: Palette(colour: true)) == [
                "\u{1B}[1mState\u{1B}[0m  \u{1B}[1mDue\u{1B}[0m",
                "\u{1B}[31mlate\u{1B}[0m   \u{1B}[2m1 h\u{1B}[0m",
            ])
        #expect(table.lines(width: 80) == ["State  Due", "late   1 h"])
    }

    @Test("a table without rows shows its heading, and empty cells leave their place")
    func empty() {
        var table = TextTable(columns: [.init("a"), .init("b"), .init("c")])
        #expect(table.lines(width: 80) == ["a  b  c"])
        table.append(["", "", ""])
        table.append(["x", "", "z"])
        #expect(table.lines(width: 80) == ["a  b  c", "", "x     z"])
        #expect(TextTable(columns: []).lines(width: 80) == [])
    }

    @Test("no line is ever wider than the width")
    func neverWider() {
        let seed: UInt64 = 0x7AB1E
        print("seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            var table = TextTable(
                columns: (0..<Int.random(in: 1...6, using: &random)).map { number in
                    TextTable.Column(
                        "title \(number)", alignment: Bool.random(using: &random) ? .left : .right,
                        minimumWidth: Int.random(in: 0...12, using: &random),
                        yielding: Int.random(in: 0...3, using: &random),
                        overflow: Bool.random(using: &random) ? .wrap : .truncate)
                })
            for _ in 0..<3 { table.append(table.columns.map { _ in .init(randomText(using: &random)) }) }
            let width = Int.random(in: 1...60, using: &random)
            for line in table.lines(width: width) {
                #expect(DisplayWidth.of(line) <= width, "\(line.debugDescription) in \(width)")
            }
        }
    }
}
