import Terminal
import Testing

@Suite("CSV rows")
struct CSVWriterTests {
    @Test(
        "a row is quoted where it must be, and ends with LF",
        arguments: [
            (["a", "b c", ""], "a,b c,\n"),
            (["a,b", "say \"no\"", "\"\""], "\"a,b\",\"say \"\"no\"\"\",\"\"\"\"\"\"\n"),
            (["one\ntwo", "one\r\ntwo", "x\ry"], "\"one\ntwo\",\"one\r\ntwo\",\"x\ry\"\n"),
            (["a;b", "a\tb", " a", "a "], "\"a;b\",\"a\tb\",\" a\",\"a \"\n"),
            ([""], "\"\"\n"), ([], "\n"), (["", ""], ",\n"),
            (["\"\u{301}", ",\u{301}"], "\"\"\"\u{301}\",\",\u{301}\"\n"),
            (["señor 日本 👍🏽"], "señor 日本 👍🏽\n"),
        ])
    func quoting(cells: [String], row: String) {
        #expect(Array(CSVWriter(formulas: .verbatim).row(cells).utf8) == Array(row.utf8))
    }

    @Test(
        "what a spreadsheet would run gets an apostrophe before it",
        arguments: [
            .init("=1+1", "'=1+1"), .init("+1+1", "'+1+1"), .init("-1+1", "'-1+1"), .init("@SUM(A1)", "'@SUM(A1)"),
            .init("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), .init("  =1", "'  =1"), .init("\u{A0}=1", "'\u{A0}=1"),
            .init("\u{FEFF}=1", "'\\u{FEFF}=1"), .init("\u{200B}@x", "'\\u{200B}@x"), .init("\u{0}=1", "'\\u{0}=1"),
            .init("＝1+1", "'＝1+1"), .init("＋1", "'＋1"), .init("－1", "'－1"), .init("＠x", "'＠x"),
            .init("\tx", "' x"), .init("\rx", "\"'\nx\""),
            .init("\nx", "\"'\nx\""), .init("=\u{301}1", "'=\u{301}1"),
            .init("=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""),
            .init("+34 600 000 000", "'+34 600 000 000"), .init("@marca", "'@marca"), .init("-", "'-"),
            .init("--", "'--"),
            .init("-5 ", "\"'-5 \""),
            .init("-1e", "'-1e"), .init("-1.", "'-1."), .init("-.5", "'-.5"), .init("+1e5+1", "'+1e5+1"),
        ] as [Sample])
    func formulas(sample: Sample) {
        #expect(Array(CSVWriter().row([sample.text]).utf8) == Array("\(sample.expected)\n".utf8))
    }

    @Test(
        "numbers and harmless text stay as they are",
        arguments: ["-5", "+5", "-12.5", "+1e6", "-1.5E-3", "5", "a=b", "me@example", "1+1", "'=1", "", "2026-03-02"])
    func harmless(cell: String) {
        #expect(CSVWriter().row([cell, "x"]) == "\(cell),x\n")
    }

    @Test("rows for programs keep what a spreadsheet would run")
    func verbatim() {
        #expect(CSVWriter(formulas: .verbatim).row(["=1+1", "@a,b"]) == "=1+1,\"@a,b\"\n")
    }

    @Test("what a terminal would obey is written as an escape, line breaks as they are")
    func safe() {
        #expect(
            CSVWriter().row(["a\u{1B}[2J", "\u{202E}b", "c\nd"]) == "a\\u{1B}[2J,\\u{202E}b,\"c\nd\"\n")
    }

    @Test("rows follow each other in one text")
    func appending() {
        var text = "case,hours\n"
        CSVWriter().append(["7", "-1.5"], to: &text)
        CSVWriter().append(["8", "2"], to: &text)
        #expect(text == "case,hours\n7,-1.5\n8,2\n")
    }
}
