import Basics
import CaseDesk
import CaseModel
import TestSupport
import Testing

@Suite("Interrupted imports")
struct InterruptedImportTests {
    private struct Interruption: Error {}

    /// Imports a file in commits of seven rows, breaks off after some rows, and returns how many were recorded.
    @discardableResult
    private func interrupt(_ desk: TestDesk, _ path: String, after rows: Int) -> Int {
        var recorded = 0
        #expect(throws: Interruption.self) {
            try desk.importFile(path) { request in
                request.rowsPerCommit = 7
                request.progress = { phase, done, _ in
                    guard phase == .recording else { return }
                    recorded = done
                    if done >= rows { throw Interruption() }
                }
            }
        }
        return recorded
    }

    @Test("an import that was broken off goes on and ends in the same state and counts", arguments: UInt64(1)...6)
    func resume(seed: UInt64) throws {
        let graph = ConversationGraph(seed: seed, count: 60)
        var random = SplitMix64(seed: seed)
        let template = try StoreTemplate()
        let whole = try TestDesk(copying: template.path)
        let expected = try whole.take(graph.messages)
        let desk = try TestDesk(copying: template.path)
        let path = try desk.folder.write(graph.messages.ndjson(), to: "all.ndjson")
        var rows = 0
        for _ in 0..<60 where rows < graph.messages.count - 27 {
            rows = interrupt(desk, path, after: rows + Int.random(in: 1...20, using: &random))
            #expect(try desk.differences() == [])
            if random.oneIn(2) { try desk.reopen() }
            desk.clock.advance(hours: 1)
        }
        let report = try desk.importFile(path)
        #expect(report.isResumed)
        #expect(report.counts == expected.counts, "seed \(seed)")
        try expectSame(desk.facts(), whole.facts(), "seed \(seed)")
        #expect(try desk.types().filter { $0 == "ImportCompleted" }.count == 1)
        #expect(try desk.differences() == [])
        let again = try desk.importFile(path)
        #expect(again.events == 0)
        #expect(!again.isResumed)
    }

    @Test("other work between the two runs is not lost, and the import still goes on")
    func between() throws {
        let desk = try TestDesk()
        let messages: [Message] = (1...30).map { .theirs("\($0)", by: "person \($0 % 4)", at: $0) }
        let path = try desk.folder.write(messages.ndjson(), to: "all.ndjson")
        interrupt(desk, path, after: 14)
        try desk.take(.theirs("100", at: 100), .theirs("20", by: "person 0", at: 20))
        try desk.apply(#"{"do":"classify","case":1,"polarity":"positive"}"#)
        let report = try desk.importFile(path)
        #expect(report.isResumed)
        #expect(report.counts.mentions == 29)
        #expect(report.counts.duplicates == 1)
        #expect(try desk.cases().count == 31)
        #expect(try desk.cases().first?.polarity == "positive")
    }

    @Test("a row that is no longer in the future when the import goes on is not lost, nor is another")
    func futureRow() throws {
        let desk = try TestDesk()
        var messages: [Message] = (1...30).map { .theirs("\($0)", by: "person \($0)", at: $0) }
        messages.insert(.theirs("ahead", by: "ahead", at: 33 * 24 * 60 + 12 * 60), at: 3)
        let path = try desk.folder.write(messages.ndjson(), to: "all.ndjson")
        interrupt(desk, path, after: 14)
        desk.clock.advance(hours: 48)
        let report = try desk.importFile(path)
        #expect(report.counts.rejected == 0)
        #expect(try desk.cases().compactMap(\.account).sorted() == messages.map(\.author).sorted())
    }

    @Test("a file that changed meanwhile is another file")
    func changed() throws {
        let desk = try TestDesk()
        var messages: [Message] = (1...30).map { .theirs("\($0)", by: "person \($0)", at: $0) }
        let path = try desk.folder.write(messages.ndjson(), to: "all.ndjson")
        interrupt(desk, path, after: 14)
        let recorded = Int64(try desk.cases().count)
        #expect(recorded > 0)
        messages.append(.theirs("31"))
        _ = try desk.folder.write(messages.ndjson(), to: "all.ndjson")
        let report = try desk.importFile(path)
        #expect(!report.isResumed)
        #expect(report.counts.read == 31)
        #expect(report.counts.mentions == 31 - recorded)
        #expect(report.counts.duplicates == recorded)
    }

    @Test("a file that is cut off while it is read is told, and whole again it goes on")
    func shortened() throws {
        let desk = try TestDesk()
        let words = String(repeating: "many words ", count: 10_000)
        let messages: [Message] = (1...28).map { Message.theirs("\($0)", by: "person \($0)", at: $0).saying(words) }
        let text: String = try messages.ndjson()
        let path = try desk.folder.write(text, to: "all.ndjson")
        do {
            try desk.importFile(path) { request in
                request.rowsPerCommit = 7
                request.progress = { phase, done, _ in
                    guard phase == .recording, done == 7 else { return }
                    _ = try desk.folder.write(text.utf8.prefix(text.utf8.count / 2), to: "all.ndjson")
                }
            }
            Issue.record("the import was not broken off")
        } catch DeskError.input(let sentence) {
            #expect(
                sentence == "\(path) became shorter while it was read; run the import again when nobody writes to it")
        }
        #expect(try desk.differences() == [])
        _ = try desk.folder.write(text, to: "all.ndjson")
        let report = try desk.importFile(path)
        #expect(report.isResumed)
        #expect(report.counts.mentions == 28)
        #expect(try desk.cases().count == 28)
    }
}
