import CaseModel
import Playbook
import Testing
import YAML

@Suite("A playbook that can't be read")
struct PlaybookErrorTests {
    /// The sentence that reading ends with.
    private func refusal(_ yaml: String) -> String {
        do {
            _ = try Playbook(yaml: yaml, source: "p.yaml")
            return "no refusal"
        } catch { return error.description }
    }

    private let good = SmallPlaybook("when: {turn: ours}, action: wait", "action: classify").yaml

    @Test(
        "is refused with the line, the place and what is allowed",
        arguments: [
            (
                "hit: first", "hitt: first",
                "line 14, tables A, hitt: unknown key, perhaps hit; allowed: id, title, hit, issue, inputs, rules"
            ),
            (
                "hit: first", "hit: fist",
                "line 14, tables A, hit: fist is not allowed, perhaps first; allowed: first, unique, any"
            ),
            (
                "turn: ours", "turn: our",
                "line 17, tables A, rules A.1, when.turn: our is not allowed, perhaps ours; allowed: opening, theirs, ours"
            ),
            (
                "when: {turn: ours}", "when: {place: public}",
                "line 17, tables A, rules A.1, when.place: place is not among the table's inputs; name it there first"
            ),
            (
                "when: {turn: ours}", "when: {turn: {not: [opening, theirs, ours]}}",
                "line 17, tables A, rules A.1, when.turn: the value must be at least one value"
            ),
            ("start: A", "start: AA", "line 4, start: AA is not allowed; allowed: A"),
            (
                "silence: 3 days", "silence: 3 replies",
                "line 5, parameters.silence: the value must be a time of at most 36500 days, as in 3 days, 12 hours or 30 minutes"
            ),
            (
                "silence: 3 days", "silence: 36501 days",
                "line 5, parameters.silence: the value must be a time of at most 36500 days, as in 3 days, 12 hours or 30 minutes"
            ),
            (
                "silence: 3 days", "silence: 9223372036854775807 hours",
                "line 5, parameters.silence: the value must be a time of at most 36500 days, as in 3 days, 12 hours or 30 minutes"
            ),
            ("silence: 3 days, ", "", "line 5, parameters.silence: the key is missing"),
            (
                "silent: [yes, no]", "silent: [yes]",
                "line 9, inputs.silent: the input can also be no; list all its values"
            ),
            (
                "silent: [yes, no]", "silend: [yes, no]",
                "line 9, inputs: silend is not allowed, perhaps silent; allowed: "
            ),
            ("id: A.2", "id: A.1", "line 12, tables: A.1 stands twice"),
            (
                "id: A.2", "id: B.2",
                "line 18, tables A, rules B.2, id: the value must be the id of its table and a number, as in A.1"
            ),
            (
                "action: wait", "action: wait, purpose: help",
                "line 17, tables A, rules A.1, purpose: this doesn't go with the action wait; leave it out"
            ),
            ("action: wait", "action: wait, s: S19", "line 17, tables A, rules A.1, s: the value must be S1 to S18"),
            (
                "action: wait", "clock: none",
                "line 17, tables A, rules A.1: a rule needs an action, a visibility or a table to go to"
            ),
            (
                "name: small", "name: small ones",
                "line 1, name: the value must be at most 64 letters, digits, dots and hyphens"
            ),
            (
                "name: small", "name: &small small",
                "line 1: anchors and aliases (&name, *name) are not read here; write it out"
            ),
            ("name: small", "name: small\nname: other", "line 1: not YAML: the key name stands twice"),
        ])
    func places(_ change: (old: String, new: String, sentence: String)) {
        let sentence: String = refusal(good.replacing(change.old, with: change.new, maxReplacements: 1))
        #expect(sentence.hasPrefix("playbook p.yaml, \(change.sentence)"), "\(sentence)")
    }

    @Test("is refused where it is hostile: endless, deep, huge, or no YAML at all")
    func hostile() {
        #expect(refusal("").contains("the value must be keys and values"))
        #expect(refusal("- a\n- b").contains("the value must be keys and values"))
        #expect(refusal("a: [").contains("not YAML"))
        #expect(refusal("a: \u{0}").contains("not YAML"))
        #expect(refusal(String(repeating: "[", count: 100_000)).contains("not YAML"))
        #expect(refusal(String(repeating: "- ", count: 100_000)).contains("not YAML"))
        #expect(refusal(String(repeating: "a", count: 300_000)) == "playbook p.yaml: longer than 262144 bytes")
        #expect(refusal("a: &a [x]\nb: [*a, *a]").contains("anchors"))
        let many: String = (0..<501).map { "      - {id: A.\($0 + 9), en: a, es: a, action: wait}\n" }.joined()
        #expect(refusal(good + many).contains("more than 500 entries"))
    }

    @Test("may speak of anything in its texts")
    func texts() throws {
        let yaml: String = good.replacing(
            "en: a, es: a", with: "en: 'R & D: say *no* & #1', es: 'I+D'", maxReplacements: 1)
        let title = try Playbook(yaml: yaml, source: "p.yaml").tables[0].title
        #expect(title == LocalizedText(en: "R & D: say *no* & #1", es: "I+D"))
    }
}
