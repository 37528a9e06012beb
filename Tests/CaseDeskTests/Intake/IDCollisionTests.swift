import CaseDesk
import CaseModel
import Foundation
import Intake
import TestSupport
import Testing

@Suite("An id belongs to one author")
struct IDCollisionTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func codes(_ report: ImportReport) -> [String] {
        report.rejections.map { "\($0.row) \($0.column ?? "-") \($0.reason.code)" }
    }

    @Test("the same id by another in one file is rejected, whatever they are called")
    func inOneFile() throws {
        var renamed: Message = .theirs("41", by: "ana")
        renamed.handle = "ana_maria"
        let report = try desk.take(.theirs("41", by: "ana"), .theirs("41", by: "ben", at: 5), renamed)
        #expect(report.counts.mentions == 1)
        #expect(report.counts.duplicates == 1)
        #expect(report.counts.rejected == 1)
        #expect(codes(report) == ["2 id id-of-another"])
        #expect(try desk.list(merged: true).cases.count == 1)
    }

    @Test("the same id by another than the store knows is rejected, counted, and in the rejects file")
    func inTheStore() throws {
        try desk.take(.theirs("41", by: "ana"), .theirs("42", by: "ana"))
        let messages: [Message] = [.theirs("41", by: "ben", at: 5), .theirs("43", by: "ben"), .theirs("42", by: "ana")]
        let bad = #"{"channel":"twitter","id":"9"}"#
        let path = try desk.folder.write(messages.ndjson() + bad + "\n", to: "more.ndjson")
        let report = try desk.importFile(path)
        #expect(report.counts.mentions == 1)
        #expect(report.counts.duplicates == 1)
        #expect(report.counts.rejected == 2)
        #expect(Set(codes(report)) == ["1 id id-of-another", "4 author missing-value"])
        let rejects: String = try text(report.rejectsPath)
        #expect(try rejects == bad + "\n" + [messages[0]].ndjson())
        #expect(try text(report.reasonsPath).split(separator: "\n").count == 3)
        #expect(try text(report.reasonsPath).contains("\"1\",\"1\",\"id\",\"id-of-another\""))
        // Mended as a whole it is taken in, and the file as it was adds nothing.
        #expect(try desk.importFile(path).events == 0)
        #expect(try desk.importFile(path).counts.rejected == 2)
    }

    @Test("a strict import refuses a file for it, and writes nothing")
    func strict() throws {
        try desk.take(.theirs("41", by: "ana"))
        let before: Int = try desk.log().count
        #expect {
            try desk.take(.theirs("43", by: "ben"), .theirs("41", by: "ben")) { $0.isStrict = true }
        } throws: { error in
            guard case DeskError.strict(let rejected, let first) = error else { return false }
            return rejected == 1 && first.map(\.reason) == [.idOfAnother]
        }
        #expect(try desk.log().count == before)
        #expect(try desk.take(.theirs("44", by: "ben")) { $0.isStrict = true }.counts.mentions == 1)
    }

    @Test("an import that was interrupted still tells all of them")
    func interrupted() throws {
        struct Interruption: Error {}
        try desk.take(.theirs("1", by: "ana"))
        let path = try desk.folder.write(
            [.theirs("1", by: "ben"), .theirs("2", by: "ben"), .theirs("3", by: "ben")].ndjson(), to: "all.ndjson")
        #expect(throws: Interruption.self) {
            try desk.importFile(path) { request in
                request.rowsPerCommit = 1
                request.progress = { phase, done, _ in
                    if phase == .recording, done > 2 { throw Interruption() }
                }
            }
        }
        let report = try desk.importFile(path)
        #expect(report.isResumed)
        #expect(report.counts.rejected == 1)
        #expect(codes(report) == ["1 id id-of-another"])
        #expect(try text(report.rejectsPath) == [Message.theirs("1", by: "ben")].ndjson())
    }

    @Test("a message that the house takes in under another's id is refused")
    func captured() throws {
        try desk.take(.theirs("41", by: "ana"))
        let lines = try desk.apply(
            #"{"do":"capture","channel":"twitter","id":"41","author":"ben","text":"words","time":"\#(Message.minute(3))"}"#
        )
        guard case .refused(let refusal)? = lines.first?.result else {
            Issue.record("not refused")
            return
        }
        #expect(refusal.code == .keyTaken)
    }

    private func text(_ path: String?) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: try #require(path))), as: UTF8.self)
    }

    @Test("a person's message under the id of one of ours is rejected, and refused by hand, whatever came first")
    func underOurs() throws {
        try desk.take(.theirs("1"), .ours("9", to: "1"), .ours("8", to: "77"))
        let report = try desk.take(.theirs("9", by: "eva"), .theirs("8", by: "eva"), .theirs("2", by: "eva"))
        #expect(codes(report).sorted() == ["1 id id-of-another", "2 id id-of-another"])
        #expect(report.counts.mentions == 1)
        #expect(
            try desk.refusals(#"{"do":"capture","channel":"twitter","id":"9","author":"eva","text":"mine"}"#)
                == [.keyTaken])
    }

    @Test("the id of a reply of ours is checked as every other one is")
    func damagedReply() throws {
        try desk.take(.theirs("1"))
        let reply =
            #"{"do":"reply","channel":"twitter","message":"1","text":"hello","visibility":"public","purpose":"help","id":"#
        #expect(try desk.refusals(reply + #""5.7E+17"}"#) == [.badValue])
        #expect(try desk.refusals(reply + ##""#REF!"}"##) == [.badValue])
        #expect(try desk.refusals(reply + #""570"}"#) == [])
    }
}
