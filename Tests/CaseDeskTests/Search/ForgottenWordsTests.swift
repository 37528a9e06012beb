import CaseDesk
import CaseModel
import Foundation
import SQLite
import TestSupport
import Testing

@Suite("Forgotten words")
struct ForgottenWordsTests {
    private static let word = "xylographzebra"

    /// Deletes the content of the event that says the word, as an erasure will.
    private func erase(_ position: Position, on desk: TestDesk) throws {
        let connection = try Connection(path: desk.store, mode: .readWrite)
        defer { connection.close(checkpointing: false) }
        try connection.execute("PRAGMA secure_delete = ON")
        let statement = try connection.statement("DELETE FROM content WHERE position = ?1")
        statement.bind(1, position.rawValue)
        try statement.run()
    }

    /// The files beside the store that hold the word in any capitals.
    private func traces(in desk: TestDesk) throws -> [String] {
        try desk.folder.names.filter { name in
            guard !name.hasSuffix(".ndjson") else { return false }
            let bytes = Data(try desk.folder.bytes(of: name).map { $0 | ((65...90).contains($0) ? 32 : 0) })
            return bytes.range(of: Data(Self.word.utf8)) != nil
        }
    }

    private func desk() throws -> (TestDesk, Position) {
        let desk = try TestDesk()
        try desk.take((0..<300).map { .theirs("\($0)", by: "p\($0)", at: $0).saying("common words number\($0)") })
        try desk.take(.theirs("x", by: "ana", at: 400).saying("common XylographZebra words"))
        try desk.desk.updateSearch()
        let hit = try #require(try desk.desk.search(SearchQuery(Self.word)).hits.first)
        return (desk, hit.position)
    }

    @Test("a forgotten word is found neither by a search nor in the bytes of the files")
    func forgotten() throws {
        let (desk, position) = try desk()
        try desk.reopen()
        #expect(try traces(in: desk) == ["cmcase.db"])
        try desk.desk.forgetWords(of: [position])
        try erase(position, on: desk)
        #expect(try desk.desk.search(SearchQuery(Self.word)).hits == [])
        #expect(try desk.desk.search(SearchQuery("common")).hits.count == 300)
        try desk.reopen()
        #expect(try traces(in: desk) == [])
    }

    @Test("words whose content is gone already are forgotten too")
    func late() throws {
        let (desk, position) = try desk()
        try erase(position, on: desk)
        #expect(try desk.desk.search(SearchQuery("common")).hits.count == 300)
        try desk.desk.forgetWords(of: [position])
        #expect(try desk.desk.search(SearchQuery("common")).hits.count == 300)
        #expect(try desk.desk.search(SearchQuery(Self.word)).hits == [])
        try desk.reopen()
        #expect(try traces(in: desk) == [])
    }

    @Test("a rebuilt index finds the same")
    func rebuilt() throws {
        let (desk, position) = try desk()
        let before = try desk.desk.search(SearchQuery("common")).hits
        #expect(before.count == 301)
        try desk.desk.forgetWords(of: [position])
        #expect(try desk.desk.search(SearchQuery("common")).hits.count == 300)
        try desk.desk.updateSearch(rebuilding: true)
        #expect(try desk.desk.search(SearchQuery("common")).hits == before)
    }
}
