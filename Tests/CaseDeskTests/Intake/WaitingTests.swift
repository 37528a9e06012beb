import CaseDesk
import CaseModel
import Testing

@Suite("Messages whose parent is not there yet")
struct WaitingTests {
    @Test("a reply that stands before its mention in the file is attached at once")
    func sameFile() throws {
        let desk = try TestDesk()
        let report = try desk.take(.ours("3", to: "2", at: 3), .theirs("2", to: "1", at: 2), .theirs("1"))
        #expect(report.counts.replies == 1)
        #expect(report.counts.unattached == 0)
        #expect(report.counts.casesOpened == 1)
        #expect(
            try desk.types() == [
                "PersonIdentified", "CaseOpened", "MentionCaptured", "MentionCaptured", "ReplySent", "ImportCompleted",
            ])
    }

    @Test("a reply that arrives before its mention attaches when the mention comes")
    func laterFile() throws {
        let desk = try TestDesk()
        let first = try desk.take(.ours("2", to: "1"))
        #expect(first.counts.unattached == 1)
        let log = try desk.log()
        desk.clock.advance(hours: 1)
        let second = try desk.take(.theirs("1"))
        #expect(second.counts.mentions == 1)
        #expect(
            try desk.types(after: log.count) == [
                "PersonIdentified", "CaseOpened", "MentionCaptured", "MessageAttached", "ImportCompleted",
            ])
        let attached = try #require(try desk.log().first { $0.type == "MessageAttached" })
        #expect(attached.actor == "system:intake")
        #expect(TimeText.format(attached.occurredAt) == Message.minute(1))
        #expect(try desk.cases().first?.replies == 1)
        #expect(try desk.cases().first?.status == .awaitingCustomer)
        #expect(try desk.log().prefix(log.count).map(\.payload) == log.map(\.payload))
        #expect(try desk.differences() == [])
    }

    @Test("a chain of replies that waits for one mention attaches as a whole")
    func chain() throws {
        let desk = try TestDesk()
        try desk.take(.ours("4", to: "3", at: 4))
        try desk.take(.ours("3", to: "2", at: 3), .ours("5", to: "2", at: 5))
        try desk.take(.ours("2", to: "1", at: 2))
        #expect(try desk.cases().isEmpty)
        try desk.take(.theirs("1"))
        #expect(try desk.cases().map(\.replies) == [4])
        #expect(try desk.types().filter { $0 == "MessageAttached" }.count == 4)
    }

    @Test("nothing waits twice, and what was attached never attaches again")
    func once() throws {
        let desk = try TestDesk()
        try desk.take(.ours("2", to: "1"))
        let again = try desk.take(.ours("2", to: "1"), .ours("9", to: "8"))
        #expect(again.counts.duplicates == 1)
        #expect(again.counts.unattached == 1)
        try desk.take(.theirs("1"))
        let count: Int = try desk.log().count
        let after = try desk.take(.ours("2", to: "1"), .theirs("1"))
        #expect(after.counts.duplicates == 2)
        #expect(try desk.types(after: count) == ["ImportCompleted"])
        #expect(try desk.cases().map(\.replies) == [1])
    }

    @Test("a message of ours that stands alone waits for nothing")
    func alone() throws {
        let desk = try TestDesk()
        try desk.take(.ours("1"))
        try desk.take(.theirs("2", to: "1", at: 4))
        #expect(try desk.cases().map(\.rootID) == ["1"])
        #expect(try desk.types().contains("MessageAttached") == false)
    }
}
