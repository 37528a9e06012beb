import CaseDesk
import CaseModel
import SQLite
import TestSupport
import Testing

@Suite("Erased content")
struct ErasedContentTests {
    /// Erases the content of every event of some types, as an erasure will.
    private func erase(_ types: Set<String>, on desk: TestDesk) throws -> Int {
        let positions = try desk.log().filter { types.contains($0.type) && $0.hasContent }.map(\.position)
        let connection = try Connection(path: desk.store, mode: .readWrite)
        defer { connection.close(checkpointing: false) }
        for position in positions {
            let statement = try connection.statement("DELETE FROM content WHERE position = ?1")
            statement.bind(1, position.rawValue)
            try statement.run()
        }
        return positions.count
    }

    private func contents(of desk: TestDesk) throws -> [String] {
        try desk.log(withContent: true).compactMap { $0.content.map { "\($0)" } }
    }

    private static let messages: [Message] = [
        .theirs("1").saying("secret one").judged("question", 0.5), .ours("2", to: "1").saying("secret two"),
        .ours("9", to: "8").saying("secret three"),
    ]

    @Test("importing again never brings erased words or persons back")
    func again() throws {
        let desk = try TestDesk()
        let path = try desk.folder.write(Self.messages.ndjson(), to: "in.ndjson")
        try desk.importFile(path)
        let erased = try erase(["PersonIdentified", "MentionCaptured", "ReplySent", "MessageAwaited"], on: desk)
        #expect(erased == 4)
        #expect(try desk.importFile(path).events == 0)
        let more = try desk.take(Self.messages + [.theirs("3", to: "2", at: 7).saying("new words")])
        #expect(more.counts.duplicates == 3)
        #expect(more.counts.mentions == 1)
        #expect(more.counts.casesOpened == 0)
        #expect(try contents(of: desk).count == 1)
        #expect(try contents(of: desk).allSatisfy { !$0.contains("secret") })
        #expect(try desk.cases().map(\.mentions) == [2])
        #expect(try desk.differences() == [])
    }

    @Test("another version or judgement of an erased mention brings no words in")
    func revised() throws {
        let desk = try TestDesk()
        try desk.take(Self.messages)
        _ = try erase(["MentionCaptured"], on: desk)
        let report = try desk.take(.theirs("1").saying("secret four").judged("complaint", 0.9, about: ["brand"]))
        #expect(report.counts.revised == 0)
        #expect(report.counts.duplicates == 1)
        #expect(try contents(of: desk).allSatisfy { !$0.contains("secret four") })
        #expect(try desk.cases().first?.polarity == "complaint")
    }

    @Test("what was erased while it waited attaches without its words")
    func waiting() throws {
        let desk = try TestDesk()
        try desk.take(.ours("2", to: "1").saying("secret"))
        _ = try erase(["MessageAwaited"], on: desk)
        try desk.take(.theirs("1"))
        #expect(try desk.cases().map(\.replies) == [1])
        #expect(try contents(of: desk).allSatisfy { !$0.contains("secret") })
        #expect(try desk.differences() == [])
    }
}
