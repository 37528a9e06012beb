import Foundation
import Testing

@Suite("Text of strangers")
struct HostileTextTests {
    /// What a terminal would obey, or what hides or reorders text: it stands in every field a stranger can fill.
    private static let poison =
        "a\u{1B}[31mred\u{1B}]0;title\u{7}\u{202E}evil\u{2066}x\u{9B}2J\u{200B}\u{FEFF}\u{E0041}\r\nz"

    private func place() throws -> Workplace {
        let place = try Workplace()
        let plain: String = Self.poison.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x9B }.map(String.init)
            .joined()
        var line = Line.line([
            "id": "1\(plain)", "author": "ana\(plain)", "handle": plain, "name": plain, "brand": plain,
            "text": Self.poison, "time": Line.time(1), "link": "https://x/\(plain)", "polarity": "positive",
            "version": plain, "methodVersion": plain,
        ])
        line += Line.line([
            "id": "2", "author": "we", "parent": "1\(plain)", "direction": "ours", "text": Self.poison,
            "time": Line.time(2),
        ])
        line += Line.line(["id": "3", "author": Self.poison, "text": Self.poison, "time": "then\u{1B}[2J"])
        try place.write(line, to: "in.ndjson")
        return place
    }

    /// The scalars that must never be printed as they are.
    private static func unsafe(in text: String) -> [String] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F...0x9F, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
                0xE0000...0xE007F:
                true
            default: false
            }
        }.map { "U+" + String($0.value, radix: 16) }
    }

    @Test("never reaches standard output or standard error as it is")
    func safe() throws {
        let place = try place()
        let commands: [[String]] = [
            ["import", "in.ndjson"], ["import", "in.ndjson"], ["cases"], ["cases", "--sort", "person"],
            ["case", "show", "1"],
            ["audit", "1"], ["replay", "--case", "1", "--trace"], ["log"], ["doctor"], ["replay", "--check"],
            ["cases", "--csv"],
            ["cases", "--json"], ["case", "show", "1", "--json"], ["audit", "1", "--json"],
            ["log", "--json", "--content"],
            ["case", "apply", "in.ndjson"], ["audit", "twitter:\u{1B}[31m"], ["cases", "--store", "\u{1B}[31m.db"],
            ["import", "\u{1B}[31m.ndjson"], ["cases", "--person", "twitter:\u{202E}"], ["case", "show", "\u{1B}]0;a"],
            ["import", "in.ndjson", "--mapping", "\u{9B}2J"], ["log", "--type", "\u{1B}"],
        ]
        for words in commands {
            let ending = try Program.start(Program.path, words, Program.Circumstances(folder: place.folder)).ending()
            #expect(ending.signal == nil, "\(words)")
            #expect(Self.unsafe(in: ending.output) == [], "\(words)")
            #expect(Self.unsafe(in: ending.errors) == [], "\(words)")
        }
    }

    @Test("is whole in JSON")
    func json() throws {
        let place = try place()
        try place.done("import", "in.ndjson")
        let listed = try #require((try place.question("cases")["cases"] as? [[String: Any]])?.first)
        #expect(listed["text"] as? String == Self.poison)
    }

    @Test("runs nothing in a spreadsheet")
    func formulas() throws {
        let place = try Workplace()
        let texts: [String] = [
            "=HYPERLINK(\"http://x\")", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "\u{FF1D}1", "a=1", "-12.5",
            "x,\"y\"",
        ]
        let lines: [String] = texts.enumerated().map { index, text in
            Line.line([
                "id": "\(index)", "author": "p\(index)", "handle": "=h\(index)", "brand": "+b", "text": text,
                "time": Line.time(index),
            ])
        }
        try place.write(lines.joined(), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        let ending = try place.run("cases", "--csv", "--sort", "number", "--ascending")
        let cells: [String] = ending.lines.dropFirst().map { line in
            String(line.split(separator: ",", maxSplits: 22, omittingEmptySubsequences: false).last ?? "")
        }
        #expect(
            cells == [
                "\"'=HYPERLINK(\"\"http://x\"\")\"", "'+1+1", "'-2+3", "'@SUM(A1)", "' =1", "' =1", "'\u{FF1D}1", "a=1",
                "-12.5",
                "\"x,\"\"y\"\"\"",
            ])
        #expect(ending.lines.dropFirst().allSatisfy { $0.contains(",'=h") && $0.contains(",'+b,") })
    }
}
