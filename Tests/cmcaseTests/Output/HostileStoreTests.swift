import Foundation
import Testing

/// A store is a file that anybody may have written: what stands in it is printed as carefully as what comes in.
@Suite("Hostile text in a store", .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
struct HostileStoreTests {
    /// Stands in every field that holds text, and is replaced in the file.
    private static let mark = "qmarkq"
    /// ESC, CR, overrides and isolates, CSI of C1, NUL, line separator, zero width, a tag, BEL.
    private static let hostile = [
        0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x0D, 0x202E, 0x2066, 0x9B, 0, 0x2028, 0x200B, 0xE0041, 7,
    ]

    private static let messages = """
        {"channel":"MARK","id":"1MARK","author":"anaMARK","handle":"MARK","name":"MARK","brand":"MARK","text":"words MARK",\
        "time":"2026-01-01T00:01:00Z","link":"https://x/MARK","version":"MARK","polarity":"complaint","targets":["product"],\
        "topics":["MARK"],"methodVersion":"MARK","method":"model","reach":7}
        {"channel":"MARK","id":"2MARK","author":"weMARK","parent":"1MARK","direction":"ours","text":"MARK","brand":"MARK",\
        "time":"2026-01-01T00:02:00Z"}
        {"channel":"MARK","id":"3MARK","author":"weMARK","parent":"noneMARK","direction":"ours","text":"MARK",\
        "time":"2026-01-01T00:03:00Z"}
        {"channel":"MARK","id":"4MARK","author":"boMARK","text":"MARK","polarity":"complaint","targets":["brand"],\
        "time":"2026-01-01T00:04:00Z"}

        """

    /// A store in which whoever can say something says the mark.
    private func place() throws -> Workplace {
        let place = try Workplace()
        let mark = Self.mark
        try place.write(Self.messages.replacing("MARK", with: mark), to: "in-\(mark).ndjson")
        try place.done("import", "in-\(mark).ndjson")
        let yaml: String = try place.done("playbook", "show", "community-manager", "--yaml")
        try place.write(yaml.replacing("name: community-manager", with: "name: \(mark)"), to: "own.yaml")
        try place.done(
            "playbook", "adopt", "own.yaml", "--effective-from", "2020-01-01", "--actor", mark)
        try place.write(
            try place.done("calendar", "show", "always", "--yaml").replacing("always", with: mark), to: "calendar.yaml")
        try place.done("calendar", "adopt", "calendar.yaml")
        let commands: [[String]] = [
            ["case", "note", "1", mark], ["case", "tag", "1", mark], ["case", "assign", "1", mark],
            ["case", "prioritise", "1", "urgent", "--note", mark],
            ["case", "reply", "1", mark, "--public", "--purpose", "help", "--override", mark],
            ["case", "investigate", "1", "--source", "public-profile", "--note", mark],
            ["case", "identify", "1", "--cause", mark, "--product", mark], ["case", "escalate", "1", "--to", mark],
            ["case", "snooze", "1", "--until", "2d", "--note", mark],
            ["case", "forecast", "2", "unfavourable", "--basis", mark],
            ["case", "reply", "2", mark, "--public", "--purpose", "help"],
            ["case", "dismiss", "2", "troll", "--note", mark, "--override", mark],
            ["case", "correct", "6", "--set", "topics=[\"\(mark)\"]", "--note", mark],
            ["person", "assess", "1", "troll", "--evidence", mark, "--evidence", "other", "--note", mark],
            ["person", "offer-survey", "1", "NPS", "--case", "1"],
            ["person", "answer-survey", "1", "9", "--text", mark],
            ["person", "evidence", "1", "thanks", "--note", mark], ["person", "link", "1", "2", "--basis", "operator"],
            ["incident", "declare", "1", "2", "--level", "2", "--trigger", mark],
        ]
        for words in commands { _ = try place.run(words + ["--actor", mark]) }
        _ = try place.run("search", mark)
        return place
    }

    /// Puts the hostile text into the place of the mark, in every column of every table.
    private func poison(_ place: Workplace) throws {
        let columns = try place.sqlite(
            "SELECT m.name || ' ' || p.name FROM sqlite_schema m, pragma_table_info(m.name) p "
                + "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'search%'")
        let raw: String = Self.hostile.map { "char(\($0))" }.joined(separator: " || ")
        let escaped: String = Self.hostile.map(Self.escaped).joined()
        var sql: String = ""
        for trigger in try place.sqlite("SELECT name FROM sqlite_schema WHERE type = 'trigger'").lines {
            sql += "DROP TRIGGER \(trigger);\n"
        }
        for line in columns.lines {
            let parts: [String] = line.split(separator: " ").map(String.init)
            sql += """
                UPDATE OR IGNORE "\(parts[0])" SET "\(parts[1])" = replace("\(parts[1])", '\(Self.mark)',
                    iif(substr("\(parts[1])", 1, 1) IN ('{', '['), '\(escaped)', \(raw)) || 'x')
                WHERE typeof("\(parts[1])") = 'text' AND instr("\(parts[1])", '\(Self.mark)') > 0;

                """
        }
        let change = try place.sqlite(sql)
        #expect(change.code == 0, "\(change.errors)")
    }

    /// A scalar as JSON escapes it.
    private static func escaped(_ scalar: Int) -> String {
        guard let scalar = Unicode.Scalar(UInt32(scalar)) else { return "" }
        return String(Character(scalar)).utf16.map { unit -> String in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    /// What must never be printed as it is; the palette's own colours are taken out first where there may be any.
    private static func unsafe(in text: String, hasColour: Bool) -> [String] {
        let text = hasColour ? text.replacing(/\u{1B}\[(0|1|2|31|32|33)m/, with: "") : text
        return text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F...0x9F, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
                0xE0000...0xE007F:
                true
            default: false
            }
        }.map { "U+" + String($0.value, radix: 16) }
    }

    private static let questions: [[String]] = [
        ["inbox", "--history"], ["inbox", "--history", "--csv"], ["case", "next", "1", "--explain"], ["cases"],
        ["cases", "--csv"], ["waiting"], ["waiting", "--csv"], ["case", "show", "1"], ["case", "show", "2"],
        ["person", "show", "1"], ["incident", "list"], ["search", "words"], ["search", "qmarkq"], ["audit", "1"],
        ["audit", "2"], ["audit", "1", "--conformance"], ["audit", "1", "--diff", "5", "30"], ["replay", "--check"],
        ["replay", "--case", "1", "--trace"], ["replay", "--playbook", "web-posting-assessment"],
        ["metrics", "conversion", "--by", "brand"], ["metrics", "conversion", "--by", "topic", "--csv"],
        ["metrics", "conversion", "--by", "brand", "--csv"], ["metrics", "conversion", "--explain"],
        ["metrics", "service", "--by", "channel"], ["metrics", "service", "--by", "brand", "--csv"],
        ["metrics", "service", "--explain"], ["metrics", "conformance", "--explain"],
        ["metrics", "conformance", "--by", "brand", "--csv"], ["playbook", "list"], ["playbook", "show"],
        ["playbook", "show", "--yaml"], ["calendar", "show"], ["service-level", "show"], ["log"], ["log", "verify"],
        ["log", "--json", "--content"], ["doctor"], ["case", "sweep"], ["case", "note", "1", "more"],
        ["case", "tag", "1", "more", "--expecting", "1"], ["replay"],
    ]

    @Test("reaches no output in any form")
    func questions() throws {
        let place = try place()
        try poison(place)
        for words in Self.questions {
            let isForPrograms: Bool = words.contains { ["--csv", "--yaml", "--json"].contains($0) }
            for form in isForPrograms ? [[]] : [["--json"], ["--color", "always", "--lang", "es"]] {
                try question(words, form, place)
            }
        }
    }

    private func question(_ words: [String], _ form: [String], _ place: Workplace) throws {
        let ending = try place.run(words + form)
        #expect(ending.signal == nil, "\(words + form)")
        #expect(Self.unsafe(in: ending.output, hasColour: form.contains("always")) == [], "\(words + form)")
        #expect(Self.unsafe(in: ending.errors, hasColour: false) == [], "\(words + form)")
        if form == ["--json"], !ending.output.isEmpty, words != ["log"] {
            #expect(throws: Never.self, "\(words)") {
                try JSONSerialization.jsonObject(with: Data(ending.output.utf8))
            }
        }
    }
}
