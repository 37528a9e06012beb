import CaseDesk
import CaseModel
import TestSupport
import Testing

@Suite("The log as it grows")
struct FollowTests {
    @Test("every event is told once and in order, though there are more than one view of the store takes in")
    func pages() throws {
        let desk = try TestDesk()
        try desk.take((0..<400).map { .theirs("\($0)", by: "a\($0)", at: $0) })
        let pages: Int = try desk.log().count / 500
        #expect(pages >= 2)
        let more: String = try desk.folder.write(
            (400..<800).map { Message.theirs("\($0)", by: "a\($0)", at: $0) }.ndjson(), to: "more.ndjson")
        var told: [Int64] = []
        var pauses = 0
        try desk.desk.followLog(LogQuery(), withContent: false) {
            pauses += 1
            if pauses == 1 { #expect(throws: Never.self) { try desk.importFile(more) } }
            return pauses < 3
        } _: { entry in
            told.append(entry.position.rawValue)
            return true
        }
        let head = Int64(try desk.log().count)
        #expect(told == Array(1...head))
    }

    @Test("it ends where whoever reads has had enough")
    func enough() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .theirs("2", by: "eva"))
        var told = 0
        try desk.desk.followLog(LogQuery(), withContent: false) {
            Issue.record("it went on")
            return false
        } _: { _ in
            told += 1
            return told < 3
        }
        #expect(told == 3)
    }
}
