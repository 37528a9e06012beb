import Foundation
import Testing

@Suite("--note")
struct NoteTests {
    /// Each command that takes `--note`, in an order in which all can be carried out on one case; what goes before it.
    private static let commands: [[String]] = [
        ["case", "capture", "They promised", "--channel", "twitter", "--id", "1", "--author", "eva"],
        ["case", "classify", "1", "complaint", "--target", "brand"],
        ["case", "reply", "1", "We read it", "--public", "--purpose", "help"], ["case", "move", "1", "private"],
        ["case", "assign", "1", "ana"], ["case", "unassign", "1"], ["case", "prioritise", "1", "high"],
        ["case", "tag", "1", "press"], ["case", "untag", "1", "press"], ["case", "note", "1", "Call back"],
        ["case", "snooze", "1", "--until", "3d"], ["case", "wake", "1"], ["case", "acknowledge", "1"],
        ["case", "investigate", "1", "A regular"], ["case", "assess", "1", "founded"],
        ["case", "forecast", "1", "favourable"], ["case", "identify", "1", "late", "The ramp"],
        ["case", "explain", "1", "A new ramp"], ["case", "help", "1", "Carried them"],
        ["case", "guide", "1", "Town hall"], ["case", "escalate", "1", "works", "--level", "2"],
        ["incident", "declare", "1", "--level", "2"], ["incident", "widen", "1", "--level", "3"],
        ["incident", "close", "1"], ["case", "follow-up", "cancel", "1"],
        ["case", "follow-up", "schedule", "1", "--due", "3d", "--purpose", "evolution"],
        ["case", "resolve", "1", "favourable", "--solved", "yes", "--confirmed-by", "customer"],
        ["case", "publish", "1", "--override", "our words alone"], ["case", "follow-up", "done", "1", "quiet"],
        ["case", "reopen", "1"], ["case", "dismiss", "1", "off-topic"], ["case", "follow-up", "done", "1", "quiet"],
        ["case", "close", "1"], ["case", "correct", "3", "--set", "language=es"],
        ["case", "split", "2", "twitter:3"], ["case", "merge", "3", "2"], ["case", "unmerge", "3"],
        ["person", "link", "1", "2", "--basis", "given"], ["person", "unlink", "1", "2"],
        ["person", "assess", "1", "customer"], ["person", "offer-survey", "1", "NPS"],
        ["person", "answer-survey", "1", "9", "--text", "Good"], ["person", "evidence", "1", "thanks"],
        ["case", "take-back", "12"],
        ["retract", "last"],
    ]

    /// The commands that take `--note`, as the program lists them.
    private func takers(_ place: Workplace) throws -> Set<String> {
        struct Tool: Decodable { var command: Node }
        struct Node: Decodable {
            struct Argument: Decodable { var valueName: String? }
            var commandName: String
            var arguments: [Argument]?
            var subcommands: [Node]?
        }
        func leaves(_ node: Node, _ path: [String]) -> [String] {
            let inner: [String] = (node.subcommands ?? []).flatMap { leaves($0, path + [$0.commandName]) }
            let takes: Bool = node.arguments?.contains { $0.valueName == "note" } ?? false
            return takes ? inner + [path.joined(separator: " ")] : inner
        }
        let dump = try place.run("--experimental-dump-help")
        return Set(leaves(try JSONDecoder().decode(Tool.self, from: Data(dump.output.utf8)).command, []))
    }

    @Test("is kept by every command that takes it, beside the words of the command, and is in the audit")
    func kept() throws {
        let place = try Workplace()
        try place.done("init")
        var names: Set<String> = []
        for (index, words) in Self.commands.enumerated() {
            // A case with two messages for the commands on two, and an import that nothing stands on.
            if words.contains("split") {
                for id in ["2", "3"] {
                    try place.done(
                        "case", "capture", "Again", "--channel", "twitter", "--id", id, "--author", "leo", "--parent",
                        "2")
                }
            }
            if words.contains("retract") {
                try place.write(Line.theirs(77, by: "zoe"), to: "in.ndjson")
                try place.done("import", "in.ndjson")
            }
            let ending = try place.run(words + ["--note", "kept\(index)"])
            #expect(ending.code == 0, "\(words): \(ending.errors)")
            let path: [String] =
                words.first == "retract" ? ["retract"] : Array(words.prefix(words.contains("follow-up") ? 3 : 2))
            names.insert(path.joined(separator: " "))
        }
        #expect(try takers(place).subtracting(names) == [], "commands that take --note and are not tried")
        let audits: String = try ["1", "2", "3"].map { try place.done("audit", $0) }.joined()
        let log: String = try place.done("log", "--json", "--content")
        for (index, words) in Self.commands.enumerated() {
            let isOfACase: Bool = words[0] == "case"
            #expect((isOfACase ? audits : log).contains("kept\(index)"), "\(words)")
        }
        for own in ["We read it", "A regular", "The ramp", "A new ramp", "Carried them", "Town hall", "Call back"] {
            #expect(audits.contains(own), "\(own)")
        }
        #expect(try place.run("replay", "--check").code == 0)
    }

    @Test("on a person stands where the person is shown, and so does what they wrote with an answer")
    func ofPerson() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1, by: "ana"), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try place.done("person", "assess", "1", "customer", "--note", "has a season ticket")
        try place.done("person", "offer-survey", "1", "NPS", "--note", "by mail")
        try place.done("person", "answer-survey", "1", "9", "--text", "Fine", "--override", "too early")
        let text: String = try place.done("person", "show", "1")
        for line in [
            "  note on AuthorAssessed: has a season ticket  #5\n", "  note on SurveyOffered: by mail  #6\n",
            "  against the rule, because: too early  #7\n", "  they wrote: Fine  #7\n",
        ] { #expect(text.contains(line), "\(text)") }
        let notes = try #require(try place.question("person", "show", "1")["notes"] as? [[String: Any]])
        #expect(notes.map { $0["note"] as? String } == ["has a season ticket", "by mail", nil])
    }

    @Test("stands beside the message in the conversation, as a note and not as what was said")
    func shown() throws {
        let place = try Workplace()
        try place.done("init")
        try place.done(
            "case", "capture", "They promised", "--channel", "twitter", "--id", "1", "--author", "eva", "--note", "seen"
        )
        try place.done("case", "reply", "1", "Sorry", "--private", "--purpose", "help", "--note", "legal agrees")
        let text: String = try place.done("case", "show", "1")
        #expect(text.contains("    Sorry\n      note: legal agrees\n"), "\(text)")
        let messages = try #require(try place.question("case", "show", "1")["conversation"] as? [[String: Any]])
        #expect(messages.map { $0["note"] as? String } == ["seen", "legal agrees"])
        #expect(messages.map { $0["text"] as? String } == ["They promised", "Sorry"])
    }

    @Test("what was corrected holds in the conversation too, and --expecting takes the version that is shown")
    func corrected() throws {
        let place = try Workplace()
        try place.done("init")
        try place.done("case", "capture", "They promised", "--channel", "twitter", "--id", "1", "--author", "eva")
        try place.done("case", "reply", "1", "Sorry", "--private", "--purpose", "help")
        try place.done("case", "correct", "4", "--set", "visibility=public")
        // A private message is not answered in public, so what was said has to stay public.
        #expect(try place.run("case", "correct", "3", "--set", "visibility=private").code == 2)
        try place.done("case", "correct", "3", "--set", "kind=review")
        let text: String = try place.done("case", "show", "1")
        #expect(text.contains("we, in public"), "\(text)")
        #expect(text.contains("; version 6\n"), "\(text)")
        let messages = try #require(try place.question("case", "show", "1")["conversation"] as? [[String: Any]])
        #expect(messages.map { $0["visibility"] as? String } == ["public", "public"])
        #expect(try place.done("case", "next", "1").hasSuffix("; version 6\n"))
        #expect(try place.run("case", "tag", "1", "a", "--expecting", "5").code == 2)
        try place.done("case", "tag", "1", "a", "--expecting", "6")
        #expect(try place.run("case", "capture", " ", "--channel", "t", "--id", "2", "--author", "eva").code == 2)
    }
}
