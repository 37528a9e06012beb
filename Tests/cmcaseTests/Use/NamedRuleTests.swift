import Foundation
import Testing

/// One complaint, dismissed as a troll's under the rule that says to look into it (T4.1).
@Suite("Decisions that name a rule for another action, on the command line")
struct NamedRuleTests {
    private let place: Workplace

    init() throws {
        place = try Workplace()
        try place.write(
            """
            {"do":"capture","channel":"email","id":"1","author":"ana","text":"late","at":"2026-03-02T10:00:00Z"}
            {"do":"classify","case":1,"polarity":"complaint","targets":["brand"],"at":"2026-03-02T10:10:00Z"}
            {"do":"dismiss","case":1,"as":"troll","rule":"T4.3","actor":"eva","at":"2026-03-02T10:20:00Z"}

            """, to: "lines.ndjson")
        try place.done("init")
        try place.done("case", "apply", "lines.ndjson")
    }

    @Test("the case and the report tell it in words, in either language")
    func words() throws {
        let told: String = """
            #5  2026-03-02 10:20:00 +00:00  CaseDismissed by human:eva, rule T4.3
                  rule T4.3 advises: reply, wait, dismiss it as off topic
            """
        let one: String = try place.done("audit", "1", "--conformance", "--tz", "UTC")
        #expect(one.contains("\nDecisions that name a rule for another action\n"), "\(one)")
        #expect(one.contains(told), "\(one)")
        let report: String = try place.done("metrics", "conformance", "--tz", "UTC")
        #expect(report.contains("\n1 decision names a rule for another action; --explain lists them\n"), "\(report)")
        #expect(!report.contains(told))
        #expect(try place.done("metrics", "conformance", "--explain", "--tz", "UTC").contains("case 1\n  " + told))
        let spanish: String = try place.done("audit", "1", "--conformance", "--tz", "UTC", "--lang", "es")
        #expect(spanish.contains("\nDecisiones que citan una regla que aconseja otra cosa\n"), "\(spanish)")
        #expect(
            spanish.contains("la regla T4.3 aconseja: contestar, esperar, desestimar por no venir al caso"),
            "\(spanish)")
    }

    @Test("programs read the remark, the rule and what it advises")
    func json() throws {
        for question in [["audit", "1", "--conformance"], ["metrics", "conformance"]] {
            let ending = try place.run(question + ["--json"])
            let answer = try #require(
                try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
            let remarks = try #require(answer["remarks"] as? [[String: Any]])
            #expect(remarks.count == 1)
            #expect(remarks.first?["remark"] as? String == "rule-named-for-another-action")
            #expect(remarks.first?["rule"] as? String == "T4.3")
            #expect(remarks.first?["advises"] as? [String] == ["reply", "wait", "dismiss off-topic"])
            #expect((remarks.first?["event"] as? [String: Any])?["position"] as? Int == 5)
        }
    }
}
