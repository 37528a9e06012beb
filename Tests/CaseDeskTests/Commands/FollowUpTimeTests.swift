import CaseDesk
import CaseModel
import Playbook
import Testing

/// Commands of 1 February 2026 at noon, on cases that opened on 1 January.
@Suite("When somebody looks again, where the command doesn't say")
struct FollowUpTimeTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        try desk.take(Message.theirs("1").judged("complaint", 1, about: ["product", "brand"]))
    }

    /// When the case is looked at again once these were recorded.
    private func followUp(_ lines: String...) throws -> String? {
        for line in try desk.apply(lines) {
            if case .refused(let refusal) = line.result { Issue.record("\(refusal)") }
        }
        return try desk.cases().first?.nextFollowUpAt.map(TimeText.format)
    }

    private func resolve(_ solved: String, _ more: String = "") -> String {
        #"{"do":"resolve","case":1,"outcome":"unfavourable","solved":"\#(solved)","confirmedBy":"agent"\#(more)}"#
    }

    @Test("what was solved in ten days; what was not, or only partly, in four", arguments: ["yes", "partly", "no"])
    func resolved(_ solved: String) throws {
        #expect(
            try followUp(resolve(solved)) == (solved == "yes" ? "2026-02-11T12:00:00Z" : "2026-02-05T12:00:00Z"))
        #expect(try desk.differences() == [])
    }

    @Test("an issue that was left unsolved counts for the whole, whichever ends last")
    func issues() throws {
        let first: String = resolve("no", #","target":"product""#)
        #expect(try followUp(first) == nil)
        #expect(try followUp(resolve("yes", #","target":"brand""#)) == "2026-02-05T12:00:00Z")
    }

    @Test("what was dismissed in fourteen days, whom we guided in five, and a time that is named as it is named")
    func others() throws {
        #expect(try followUp(#"{"do":"guide","case":1,"text":"ask the town hall"}"#) == "2026-02-06T12:00:00Z")
        #expect(try followUp(#"{"do":"dismiss","case":1,"as":"off-topic"}"#) == "2026-02-15T12:00:00Z")
        let named: String = resolve("no", #","followUp":"2026-03-03T00:00:00Z""#)
        #expect(try followUp(#"{"do":"reopen","case":1,"trigger":"decision"}"#, named) == "2026-03-03T00:00:00Z")
    }

    @Test("by the playbook that was in force when the case opened, not by the one of today")
    func versions() throws {
        func adopt(_ version: String, sooner: String, from: Timestamp?) throws {
            let builtIn: String = BuiltInPlaybook.communityManager.yaml
            let text: String = builtIn.replacing("sooner: 4 days", with: "sooner: \(sooner)")
                .replacing(#"version: "1""#, with: "version: \"\(version)\"")
            _ = try desk.desk.adoptPlaybook(text, source: "ours", effectiveFrom: from, by: Actor(.human, "eva"))
        }
        try adopt("2", sooner: "36 hours", from: Timestamp(seconds: 1_767_225_600 - 86_400))
        try adopt("3", sooner: "2 days", from: nil)
        #expect(try followUp(resolve("partly")) == "2026-02-03T00:00:00Z")
    }
}
