import Foundation
import Testing

/// What stands in an answer in English and in the same answer in Spanish is a name, a code or somebody's own words;
/// anything else was left untranslated.
@Suite("No English is left in what Spanish readers read")
struct SpanishVocabularyTests {
    /// Names and codes that stand alone, and words that the two languages share.
    private static let shared: Set<String> = [
        "normal", "troll", "spam", "spammer", "detractor", "plan", "original", "invite", "decide", "has", "min", "utc",
        "nps", "bootstrap", "wilson", "fan", "hyndman", "kaplan", "meier", "always", "standard", "book", "operator",
        "ana", "joan", "eva", "todo", "tom", "community", "manager", "cmcase",
    ]

    private static func questions(about number: String) -> [[String]] {
        let now: [String] = ["--now", "2026-04-10T00:00:00Z"]
        return [
            ["audit", number], ["audit", number, "--conformance"], ["audit", number, "--diff", "1", "100000"],
            ["audit", number, "--diff", "100000", "100000"],
            ["case", "show", number], ["case", "next", number, "--explain"] + now, ["person", "show", "1"], ["cases"],
            ["search", "la"], ["search", "nix"], ["search", "la", "--limit", "1"], ["inbox", "--history"] + now,
            ["inbox", "--filter-names"], ["incident", "list", "--all"], ["incident", "list"],
            ["replay", "--case", number, "--trace"], ["replay", "--playbook", "web-posting-assessment"] + now,
            ["metrics", "conversion", "--explain", "--by", "target"],
            ["metrics", "service", "--explain", "--by", "channel"],
            ["metrics", "conformance", "--explain", "--by", "month"], ["playbook", "list"],
            ["playbook", "show", "community-manager"], ["calendar", "show"], ["service-level", "show"],
        ]
    }

    @Test("in a case told in Spanish from the first mention to the end")
    func story() throws {
        let place = try Workplace()
        let story: String = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Spanish/story.ndjson")
            .path()
        try place.done("init")
        try place.done("case", "apply", story)
        try place.done("case", "reopen", "1")
        try place.done("incident", "declare", "1", "--level", "2", "--note", "nadie abre")
        try ask(place, about: "1", words: Self.words(in: [story]) + ["nadie", "abre"])
    }

    @Test("in the shipped sample")
    func sample() throws {
        let place = try Workplace()
        let files: [String] = ["mentions.ndjson", "decisions.ndjson"].map { Workplace.sample + "/" + $0 }
        try place.done("import", files[0])
        try place.done("case", "apply", files[1])
        try ask(place, about: "12", words: Self.words(in: files))
    }

    private func ask(_ place: Workplace, about number: String, words: [String]) throws {
        let names: Set<String> = Self.shared.union(words)
        try place.done("inbox", "--save", "todo")
        for question in Self.questions(about: number) {
            let (english, spanish) = (
                try place.run(question + ["--lang", "en"]), try place.run(question + ["--lang", "es"])
            )
            #expect(english.code == 0 && spanish.code == 0, "\(question): \(spanish.errors)")
            #expect(!spanish.output.isEmpty, "\(question)")
            let left: Set<String> = Self.words(spanish.output).intersection(Self.words(english.output))
                .subtracting(names)
            #expect(left.sorted() == [], "\(question)")
        }
    }

    /// The words of a text in small letters. What is joined by signs or capitals is a code (`own-error`, `human:ana`,
    /// `CaseOpened`, a tracking code) or an option, and two letters say nothing.
    private static func words(_ text: String) -> Set<String> {
        let parts = text.split { $0.isWhitespace || "/|()[]{}→,;\u{201C}\u{201D}\"".contains($0) }
        return Set(
            parts.compactMap { part in
                if part.hasPrefix("--") { return nil }
                let word = part.trimmingCharacters(in: .punctuationCharacters.union(.symbols))
                guard word.count > 2, word.allSatisfy(\.isLetter), !word.dropFirst().contains(where: \.isUppercase)
                else {
                    return nil
                }
                return word.lowercased()
            })
    }

    /// What people wrote, their names, and the codes of topics, causes and the like; the domain's own words are none.
    private static func words(in files: [String]) throws -> [String] {
        let keys: Set<String> = [
            "text", "handle", "name", "author", "brand", "channel", "note", "reason", "finding", "description", "plan",
            "steps", "override", "topics", "cause", "product", "grounds", "signals", "evidence", "tag", "to", "id",
        ]
        return try files.flatMap { file in
            try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").flatMap { line in
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
                return object.filter { keys.contains($0.key) }.values.flatMap { Self.words("\($0)") }
            }
        }
    }
}
