import CaseDesk
import CaseModel
import ServiceLevels
import TestSupport
import Testing

@Suite("An import of today's work")
struct LiveImportTests {
    private let desk: TestDesk
    private let messages: [Message] = [
        .theirs("1", by: "ana", at: 10).judged("complaint", 0.5, about: ["product"], by: "human"),
        .theirs("2", by: "ben", at: 600).judged("complaint", 1, about: ["product"]),
    ]

    init() throws { desk = try TestDesk() }

    private func clocks() throws -> [CaseNumber: Int] {
        var query = InboxQuery()
        query.includesHistory = true
        let items = try desk.desk.inbox(query, now: desk.clock.now).items
        return items.reduce(into: [:]) { $0[$1.number] = $1.advice.clocks.readings.count }
    }

    private func origins() throws -> [String] { try desk.cases().map(\.origin) }

    @Test("without being told so is none: no clock starts")
    func history() throws {
        let report = try desk.take(messages)
        #expect(report.work == .history)
        #expect(try clocks().values.allSatisfy { $0 == 0 })
        #expect(try origins() == ["imported", "imported"])
    }

    @Test("starts the clocks of all its messages, or of those since a moment")
    func live() throws {
        try desk.take(messages) { $0.work = .live }
        #expect(try clocks().values.allSatisfy { $0 > 0 })
        #expect(try origins() == ["live", "live"])
        let other = try TestDesk()
        let since = try #require(TimeText.parse(rfc3339: Message.minute(600)))
        try other.take(messages) { $0.work = .liveSince(since) }
        #expect(try other.cases().map(\.origin) == ["imported", "live"])
        #expect(try other.differences() == [])
    }

    @Test("leaves the judgements of its source those of the source")
    func judgements() throws {
        try desk.take(messages) { $0.work = .live }
        try desk.take(.theirs("1", by: "ana", at: 10).judged("neutral", 1, by: "human"))
        #expect(try desk.cases().first?.polarity == "neutral")
    }

    @Test("of a file that was taken in as history adds nothing, and says what it was")
    func otherwise() throws {
        let path = try desk.folder.write(messages.ndjson(), to: "all.ndjson")
        try desk.importFile(path)
        let again = try desk.importFile(path) { $0.work = .live }
        #expect(again.events == 0)
        #expect(again.wasImported)
        #expect(again.workBefore == .history)
        #expect(try desk.importFile(path).workBefore == nil)
    }

    @Test("that was interrupted goes on as it began, and not otherwise")
    func interrupted() throws {
        struct Interruption: Error {}
        let path = try desk.folder.write(messages.ndjson(), to: "all.ndjson")
        #expect(throws: Interruption.self) {
            try desk.importFile(path) { request in
                request.work = .live
                request.rowsPerCommit = 1
                request.progress = { phase, done, _ in
                    if phase == .recording, done > 1 { throw Interruption() }
                }
            }
        }
        #expect { try desk.importFile(path) } throws: { error in
            "\(error)".contains("as today's work: run it again with --live")
        }
        let report = try desk.importFile(path) { $0.work = .live }
        #expect(report.isResumed)
        #expect(try origins() == ["live", "live"])
    }

    @Test("a message of today in a case that began as history starts the clock of the next response, answered or not")
    func inHistory() throws {
        try desk.take(.theirs("1"), .theirs("2", by: "ben"), .ours("3", to: "2"))
        #expect(try clocks().values.allSatisfy { $0 == 0 })
        for (parent, author) in [("1", "ana"), ("2", "ben")] {
            let message = Message.theirs("\(parent)0", by: author, to: parent, at: 600)
            try desk.take(message.judged("complaint", 1, about: ["product"])) { $0.work = .live }
        }
        let items = try desk.desk.inbox(InboxQuery(), now: desk.clock.now).items
        #expect(items.map { $0.advice.clocks.readings.map(\.clock) } == [[.nextResponse], [.nextResponse]])
        #expect(try desk.differences() == [])
    }
}
