import CaseDesk
import CaseModel
import Testing

@Suite("Our own messages")
struct BrandTests {
    @Test(
        "an account named with --brand is ours by its id or its handle, capitals and @ aside",
        arguments: ["LunaBrisa", "@lunabrisa", "b-77"])
    func recognised(_ name: String) throws {
        let desk = try TestDesk()
        var reply = Message.theirs("2", by: "B-77", to: "1", at: 3)
        reply.handle = "lunabrisa"
        let report = try desk.take(.theirs("1"), reply) { $0.brandAccounts = [name] }
        #expect(report.counts.mentions == 1)
        #expect(report.counts.replies == 1)
        #expect(report.counts.casesOpened == 1)
        #expect(try desk.types().contains("ReplySent"))
        #expect(try desk.cases().first?.status == .awaitingCustomer)
    }

    @Test("a person of another name stays a person")
    func others() throws {
        let desk = try TestDesk()
        let report = try desk.take(.theirs("1", by: "lunabrisafan")) { $0.brandAccounts = ["lunabrisa"] }
        #expect(report.counts.mentions == 1)
    }

    @Test("a message of ours that answers nothing, or nobody we know, opens no case")
    func opensNothing() throws {
        let desk = try TestDesk()
        let report = try desk.take(.ours("1"), .ours("2", to: "unknown"))
        #expect(report.counts.unattached == 2)
        #expect(report.counts.casesOpened == 0)
        #expect(try desk.cases().isEmpty)
        #expect(try desk.types() == ["MessageAwaited", "MessageAwaited", "ImportCompleted"])
    }

    @Test("a person who answers a message of ours has a case in the conversation that it began")
    func answered() throws {
        let desk = try TestDesk()
        let report = try desk.take(.ours("1"), .theirs("2", to: "1", at: 5), .ours("3", to: "2", at: 6))
        #expect(report.counts.unattached == 1)
        #expect(report.counts.mentions == 1)
        #expect(report.counts.replies == 1)
        #expect(try desk.cases().map(\.rootID) == ["1"])
        #expect(try desk.cases().first?.replies == 1)
    }

    @Test("a reply belongs to the case of the person it answers, not to the one who began")
    func nearestPerson() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1", by: "ana"), .theirs("2", by: "ben", to: "1", at: 1), .ours("3", to: "2", at: 2),
            .ours("4", to: "3", at: 3))
        let cases = try desk.cases()
        #expect(cases.map(\.account) == ["ana", "ben"])
        #expect(cases.map(\.replies) == [0, 2])
        #expect(cases.map(\.rootID) == ["1", "1"])
    }

    @Test("reposts open nothing and are not kept")
    func reposts() throws {
        let desk = try TestDesk()
        var repost = Message.theirs("2", by: "ben", to: "1")
        repost.kind = "repost"
        let report = try desk.take(.theirs("1"), repost, .theirs("3", by: "cleo", to: "2", at: 2))
        #expect(report.counts.reposts == 1)
        #expect(report.counts.mentions == 2)
        #expect(report.counts.casesOpened == 2)
        #expect(try desk.cases().map(\.account) == ["ana", "cleo"])
        #expect(try desk.cases().map(\.rootID) == ["1", "2"])
    }

    @Test("an import is silent: marked as imported, and nothing due, planned or sent")
    func silent() throws {
        let desk = try TestDesk()
        try desk.take(
            .theirs("1").judged("complaint", 0.9, about: ["product", "brand"]), .ours("2", to: "1"),
            .theirs("3", to: "2", at: 4))
        let cases = try desk.cases()
        #expect(cases.map(\.origin) == ["imported"])
        #expect(cases.map(\.nextFollowUpAt) == [nil])
        #expect(cases.map(\.status) == [.engaging])
        #expect(
            try desk.types() == [
                "PersonIdentified", "CaseOpened", "MentionCaptured", "MentionClassified", "ReplySent",
                "MentionCaptured", "ImportCompleted",
            ])
        #expect(try desk.log().allSatisfy { $0.actor == "import:canonical" })
        #expect(
            try desk.log().dropLast().allSatisfy { $0.occurredAt < desk.clock.now && $0.recordedAt == desk.clock.now })
    }
}
