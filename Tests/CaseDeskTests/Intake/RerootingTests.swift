import CaseDesk
import CaseModel
import Testing

@Suite("Conversations that start further back than was known")
struct RerootingTests {
    @Test("a missing parent is the root until it comes")
    func missing() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("3", by: "ana", to: "2", at: 3))
        #expect(try desk.cases().map(\.rootID) == ["2"])
        try desk.take(.theirs("2", by: "ben", to: "1", at: 2))
        #expect(try desk.cases().map(\.rootID) == ["1", "1"])
        try desk.take(.theirs("1", by: "cleo", at: 1))
        #expect(try desk.cases().map(\.rootID) == ["1", "1", "1"])
        #expect(try desk.types().filter { $0 == "ConversationRerooted" }.count == 1)
        #expect(try desk.differences() == [])
    }

    @Test("two persons' cases stay two when their conversations turn out to be one")
    func twoPersons() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("2", by: "ana", to: "m", at: 2), .theirs("3", by: "ben", to: "m", at: 3))
        let report = try desk.take(.ours("m", to: "1", at: 1), .theirs("1", by: "cleo"))
        #expect(report.counts.casesOpened == 1)
        #expect(try desk.cases().map(\.account) == ["ana", "ben", "cleo"])
        #expect(try desk.cases().map(\.rootID) == ["1", "1", "1"])
        #expect(try desk.cases().map(\.replies) == [0, 0, 1])
        #expect(try desk.types().filter { $0 == "CasesMerged" }.isEmpty)
    }

    @Test(
        "two cases of one person are merged by the system when the link between them comes",
        arguments: [
            ["1", "3", "2"], ["3", "1", "2"], ["2", "1", "3"], ["1", "2", "3"], ["3", "2", "1"], ["2", "3", "1"],
        ])
    func merge(_ order: [String]) throws {
        let desk = try TestDesk()
        let messages: [String: Message] = [
            "1": .theirs("1", at: 1), "2": .ours("2", to: "1", at: 2), "3": .theirs("3", to: "2", at: 3),
        ]
        var opened: Int64 = 0
        for id in order {
            let message = try #require(messages[id])
            opened += try desk.take(message).counts.casesOpened
        }
        #expect(opened == 1)
        let cases = try desk.cases()
        #expect(cases.map(\.rootID) == ["1"])
        #expect(cases.map(\.mentions) == [2])
        #expect(cases.map(\.replies) == [1])
        #expect(cases.first?.status == .engaging)
        #expect(try desk.differences() == [])
        let merged: [String] = try desk.log().filter { $0.type == "CasesMerged" }.map(\.actor)
        #expect(merged == (order.last == "2" ? ["system:intake", "system:intake"] : []))
    }

    @Test("the older case goes on, the younger redirects to it, and each answers by its number")
    func redirect() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("3", to: "2", at: 3))
        try desk.take(.theirs("1", at: 1))
        let report = try desk.take(.ours("2", to: "1", at: 2))
        #expect(report.counts.casesOpened == -1)
        let list = try desk.list(merged: true)
        #expect(list.cases.map(\.status) == [.engaging, .merged])
        #expect(list.cases.map(\.mergedInto) == [nil, CaseNumber(1)])
        let trail = try desk.desk.audit(.number(CaseNumber(2)))
        #expect(trail.asked == CaseNumber(2))
        #expect(trail.number == CaseNumber(1))
        #expect(trail.listing.mentions == 2)
    }

    @Test("within one file no case is opened only to be merged")
    func oneFile() throws {
        let desk = try TestDesk()
        let report = try desk.take(.theirs("3", to: "2", at: 3), .theirs("1", at: 1), .ours("2", to: "1", at: 2))
        #expect(report.counts.casesOpened == 1)
        #expect(try desk.types().filter { $0 == "CaseOpened" }.count == 1)
        #expect(
            try desk.types().allSatisfy { !["CasesMerged", "ConversationRerooted", "MessageAwaited"].contains($0) })
    }

    @Test("messages that answer each other in a circle end somewhere, and coming again add nothing")
    func circle() throws {
        let circle: [Message] = [
            .theirs("1", by: "ana", to: "3", at: 1), .theirs("2", by: "ben", to: "1", at: 2),
            .ours("3", to: "2", at: 3),
            .ours("8", to: "9"), .ours("9", to: "8"), .theirs("self", by: "cleo", to: "self", at: 9),
        ]
        let desk = try TestDesk()
        let whole = try desk.take(circle)
        #expect(whole.counts.mentions == 3)
        #expect(whole.counts.replies == 1)
        #expect(whole.counts.unattached == 2)
        #expect(try desk.cases().filter { $0.replies > 0 }.map(\.account) == ["ben"])
        #expect(try desk.differences() == [])
        let parts = try TestDesk()
        for message in circle + circle { try parts.take(message, .theirs("x\(message.id)", by: "dora")) }
        #expect(try parts.cases().filter { $0.account != "dora" }.map(\.replies).reduce(0, +) == 1)
        #expect(try parts.differences() == [])
    }
}
