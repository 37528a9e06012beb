import CaseDesk
import CaseModel
import Playbook
import Testing

@Suite("A person who comes back by an import")
struct ReturningTests {
    private static let first: Message = .theirs("1", at: 10).judged("complaint", 1, about: ["product"])
    private static let again: Message = .theirs("2", to: "1", at: 2000).judged("complaint", 1, about: ["product"])

    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func command(_ command: String, at minutes: Int, _ more: String) -> String {
        #"{"do":"\#(command)","case":1,"at":"\#(Message.minute(minutes))"\#(more)}"#
    }

    private func apply(_ lines: String...) throws {
        for line in try desk.apply(lines) {
            if case .refused(let refusal) = line.result { Issue.record("line \(line.line): \(refusal)") }
        }
    }

    /// Resolved at minute 100, in public and to everybody's satisfaction.
    private func resolve() throws {
        try apply(
            command("reply", at: 50, #","text":"Done.","visibility":"public","purpose":"help""#),
            command("resolve", at: 100, #","outcome":"favourable","solved":"yes","confirmedBy":"customer""#))
    }

    private func close() throws {
        try apply(command("complete-follow-up", at: 1000, #","finding":"quiet""#), command("close", at: 1001, ""))
    }

    private func advised() throws -> [Action] {
        try desk.desk.inbox(InboxQuery(), now: desk.clock.now).items.flatMap { $0.advice.advice.map(\.action) }
    }

    @Test(
        "into a case that was resolved, or closed, takes it up again, and it is in the inbox", arguments: [false, true])
    func takenUp(isClosed: Bool) throws {
        try desk.take(Self.first)
        try resolve()
        if isClosed { try close() }
        let report = try desk.take(Self.again)
        #expect(report.counts.casesOpened == 0)
        let listing = try #require(try desk.cases().first)
        #expect(listing.status == .evaluating)
        #expect(try desk.types().filter { $0 == "CaseReopened" }.count == 1)
        let items = try desk.desk.inbox(InboxQuery(), now: desk.clock.now).items
        #expect(items.map(\.number) == [CaseNumber(1)])
        #expect(items.first?.advice.next != nil)
        #expect(try !advised().contains(.publish))
        #expect(try desk.differences() == [])
    }

    @Test(
        "is seen also where the message was recorded before the end of the case: the advice is to reopen, not to publish"
    )
    func recordedBefore() throws {
        try desk.take(Self.first, Self.again)
        try resolve()
        let items = try desk.desk.inbox(InboxQuery(), now: desk.clock.now).items
        #expect(items.map(\.number) == [CaseNumber(1)])
        #expect(try advised().contains(.reopen))
        #expect(try !advised().contains(.publish))
        #expect(try !advised().contains(.close))
    }

    @Test("with thanks, or with what is older than the end, leaves the case as it is")
    func letBe() throws {
        try desk.take(Self.first)
        try resolve()
        try desk.take(.theirs("3", to: "1", at: 90), .theirs("4", to: "1", at: 300).judged("positive", 0.5))
        #expect(try desk.cases().first?.status == .monitoring)
        // Judged anew, it is no thanks.
        try desk.take(.theirs("4", to: "1", at: 300).judged("complaint", 1, about: ["product"]))
        #expect(try desk.cases().first?.status == .evaluating)
    }

    @Test("takes the case up until what it said turns out to be thanks")
    func unjudged() throws {
        try desk.take(Self.first)
        try resolve()
        try desk.take(.theirs("5", to: "1", at: 400))
        #expect(try desk.cases().first?.status == .evaluating)
        try apply(#"{"do":"classify","channel":"twitter","message":"5","polarity":"positive"}"#)
        #expect(try desk.cases().first?.status == .monitoring)
        try apply(#"{"do":"classify","channel":"twitter","message":"5","polarity":"complaint","targets":["product"]}"#)
        #expect(try desk.cases().first?.status == .evaluating)
    }
}
