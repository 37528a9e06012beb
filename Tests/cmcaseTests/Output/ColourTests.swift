import Foundation
import Glibc
import Testing

@Suite("Colour and width")
struct ColourTests {
    private func imported() throws -> Workplace {
        let place = try Workplace()
        try place.write(
            Line.theirs(1, "a text that is much longer than sixty columns of a narrow terminal, and goes on"),
            to: "in.ndjson")
        try place.done("import", "in.ndjson")
        return place
    }

    /// Runs the program on a terminal of its own and returns what it printed there.
    private func onTerminal(_ place: Workplace, _ arguments: [String], _ environment: [String: String]) throws -> String
    {
        var terminal: Int32 = -1
        // Held open, so that what was printed is not lost with the last writer.
        var held: Int32 = -1
        var nameBytes = [CChar](repeating: 0, count: 128)
        try #require(openpty(&terminal, &held, &nameBytes, nil, nil) == 0)
        defer {
            close(held)
            close(terminal)
        }
        let name = String(decoding: nameBytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let running = try Program.start(
            Program.path, arguments,
            Program.Circumstances(folder: place.folder, environment: environment, terminal: name))
        let ending = running.ending()
        #expect(ending.code == 0, "\(ending.errors)")
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count: Int = read(terminal, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }

    @Test("a terminal gets colour and lines that fit; NO_COLOR takes the colour away")
    func terminal() throws {
        let place = try imported()
        let coloured: String = try onTerminal(place, ["cases"], ["TERM": "xterm", "COLUMNS": "80"])
        #expect(coloured.contains("\u{1B}["))
        let plain: String = try onTerminal(place, ["cases"], ["TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"])
        #expect(!plain.contains("\u{1B}"))
        #expect(plain.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(try !onTerminal(place, ["cases", "--color", "never"], ["TERM": "xterm"]).contains("\u{1B}"))
        #expect(try !onTerminal(place, ["audit", "1"], ["TERM": "xterm", "NO_COLOR": "1"]).contains("\u{1B}"))
    }

    @Test("a file gets neither, unless it is asked for")
    func file() throws {
        let place = try imported()
        #expect(try !place.run("cases", environment: ["TERM": "xterm"]).output.contains("\u{1B}"))
        #expect(try place.run("cases", "--color", "always").output.contains("\u{1B}["))
    }

    @Test("nothing is cut where a file or a pipe takes it, and every line fits a terminal")
    func whole() throws {
        let place = try Workplace()
        let words: String = (1...60).map { "word\($0)" }.joined(separator: " ")
        try place.write(Line.theirs(1, words), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try place.done("incident", "declare", "1", "--level", "1", "--note", words)
        let codes: [String] = (1...40).map { "code\($0)" }
        try place.write(
            codes.map { "{\"do\":\"tag\",\"case\":1,\"tag\":\"\($0)\"}\n" }.joined(), to: "tags.ndjson")
        try place.done("case", "apply", "tags.ndjson")
        let tags: String = codes.sorted().joined(separator: ", ")
        for (question, text) in [
            (["cases"], words), (["inbox", "--history"], words), (["incident", "list"], words),
            (["audit", "1", "--diff", "3", "1000"], tags),
        ] {
            let lines: [String] = try place.run(question).lines
            #expect(lines.contains { $0.contains(text) }, "\(question): \(lines)")
            let fitting: String = try onTerminal(place, question, ["NO_COLOR": "1", "COLUMNS": "100"])
            #expect(fitting.contains("…"), "\(question)")
            #expect(fitting.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(question): \(fitting)")
        }
    }

    @Test("times print in the zone that is asked for, with their offset")
    func zone() throws {
        let place = try imported()
        #expect(try place.run("cases", "--tz", "Europe/Madrid").output.contains("2026-01-01 01:01:00 +01:00"))
        #expect(
            try place.run("cases", environment: ["TZ": "America/New_York"]).output.contains(
                "2025-12-31 19:01:00 -05:00"))
        #expect(try place.run("cases").output.contains("2026-01-01 00:01:00 +00:00"))
    }
}
