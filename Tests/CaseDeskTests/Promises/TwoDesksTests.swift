import CaseDesk
import CaseModel
import TestSupport
import Testing

@Suite("Two desks on one store")
struct TwoDesksTests {
    @Test("desks that write in turn see each other's events")
    func inTurn() throws {
        let first = try TestDesk()
        let second = try TestDesk(sharing: first)
        try first.take(.theirs("1"))
        #expect(try second.cases().count == 1)
        let path = try second.folder.write([Message.ours("2", to: "1", at: 2)].ndjson(), to: "second.ndjson")
        #expect(try second.importFile(path).counts.replies == 1)
        #expect(try first.cases().map(\.replies) == [1])
        try first.apply(#"{"do":"classify","case":1,"polarity":"complaint","targets":["brand"]}"#)
        let more = try second.folder.write(
            [Message.theirs("3", to: "2", at: 3), .theirs("4", by: "ben")].ndjson(), to: "third.ndjson")
        #expect(try second.importFile(more).counts.casesOpened == 1)
        try first.take(.theirs("5", by: "cleo"), .ours("6", to: "4", at: 8))
        for desk in [first, second] {
            #expect(try desk.cases().map(\.account) == ["ana", "ben", "cleo"])
            #expect(try desk.cases().map(\.mentions) == [2, 1, 1])
            #expect(try desk.cases().map(\.polarity) == ["complaint", nil, nil])
            #expect(try desk.differences() == [])
        }
        let positions: [Int64] = try first.log().map(\.position.rawValue)
        #expect(positions == Array(1...Int64(positions.count)))
    }

    @Test("a person who looked at an older version is told so, and nothing is recorded")
    func expecting() throws {
        let first = try TestDesk()
        let second = try TestDesk(sharing: first)
        try first.take(.theirs("1"))
        let seen: Int64 = try #require(try first.cases().first).version
        let path = try second.folder.write([Message.theirs("2", to: "1", at: 2)].ndjson(), to: "second.ndjson")
        try second.importFile(path)
        let count: Int = try first.log().count
        let late = #"{"do":"close","case":1,"expecting":"# + "\(seen)}"
        guard case .refused(let refusal) = try first.apply(late).first?.result else {
            Issue.record("the command was not refused")
            return
        }
        #expect("\(refusal)".contains("moved on"))
        // Nor did anybody see a version that is yet to come.
        let early = #"{"do":"close","case":1,"expecting":"# + "\(seen + 3)}"
        #expect(try first.refusals(early) == [.movedOn])
        #expect(try first.log().count == count)
    }

    @Test("one case's mention moves while another desk holds it in memory")
    func merged() throws {
        let first = try TestDesk()
        let second = try TestDesk(sharing: first)
        try first.take(.theirs("3", to: "2", at: 3))
        let path = try second.folder.write([Message.theirs("1")].ndjson(), to: "second.ndjson")
        try second.importFile(path)
        try first.take(.ours("2", to: "1", at: 1))
        let last = try second.folder.write([Message.theirs("4", to: "3", at: 4)].ndjson(), to: "third.ndjson")
        #expect(try second.importFile(last).counts.casesOpened == 0)
        #expect(try first.cases().map(\.mentions) == [3])
        #expect(try second.differences() == [])
    }
}
