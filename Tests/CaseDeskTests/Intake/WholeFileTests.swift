import CaseDesk
import CaseModel
import Intake
import TestSupport
import Testing

@Suite("Strict imports, dry runs, rejects")
struct WholeFileTests {
    private static let good = #"{"channel":"twitter","id":"1","author":"ana","time":"2026-01-01T00:00:00Z","text":"a"}"#
    private static let bad = #"{"channel":"twitter","id":"2","author":"ana","time":"yesterday","text":"b"}"#
    private static let mended =
        #"{"channel":"twitter","id":"2","author":"ana","time":"2026-01-02T00:00:00Z","text":"b"}"#

    @Test("a strict import with a bad row refuses the file and writes nothing")
    func strict() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("0"))
        try desk.reopen()
        let before: [UInt8] = try desk.folder.bytes(of: "cmcase.db")
        let path = try desk.folder.write("\(Self.good)\n\(Self.bad)\n", to: "in.ndjson")
        do {
            try desk.importFile(path) { $0.isStrict = true }
            Issue.record("the import was not refused")
        } catch DeskError.strict(let rejected, let first) {
            #expect(rejected == 1)
            #expect(first.map(\.row) == [2])
        }
        try desk.reopen()
        #expect(try desk.folder.bytes(of: "cmcase.db") == before)
        #expect(desk.folder.names.filter { $0.contains("rejects") } == [])
        let after = try desk.importFile(path)
        #expect(after.counts.mentions == 1)
        #expect(!after.isResumed)
    }

    @Test("a strict import without a bad row is an import like any other")
    func strictAndGood() throws {
        let desk = try TestDesk()
        let path = try desk.folder.write("\(Self.good)\n\(Self.mended)\n", to: "in.ndjson")
        #expect(try desk.importFile(path) { $0.isStrict = true }.counts.mentions == 2)
    }

    @Test("a dry run counts like the import and keeps nothing")
    func dryRun() throws {
        let desk = try TestDesk()
        try desk.take(.ours("5", to: "1"))
        let path = try desk.folder.write("\(Self.good)\n\(Self.bad)\n", to: "in.ndjson")
        try desk.reopen()
        let before: [UInt8] = try desk.folder.bytes(of: "cmcase.db")
        let dry = try desk.importFile(path) {
            $0.isDryRun = true
            $0.rowsPerCommit = 1
        }
        #expect(dry.isDryRun)
        try desk.reopen()
        #expect(try desk.folder.bytes(of: "cmcase.db") == before)
        #expect(desk.folder.names.filter { $0.contains("rejects") } == [])
        let real = try desk.importFile(path)
        #expect(!real.isResumed)
        #expect(dry.counts == real.counts)
        #expect(dry.events == real.events)
        #expect(try desk.cases().map(\.replies) == [1])
        #expect(try desk.differences() == [])
    }

    @Test("rejects that somebody mends stay where the file is imported again, and the same rejects are written once")
    func beingMended() throws {
        let desk = try TestDesk()
        let path = try desk.folder.write("\(Self.good)\n\(Self.bad)\n", to: "in.ndjson")
        for _ in 1...2 {
            #expect(try desk.importFile(path).rejectsPath == desk.folder.file("in.rejects.ndjson"))
        }
        _ = try desk.folder.write("\(Self.mended)\n", to: "in.rejects.ndjson")
        for _ in 1...2 {
            let again = try desk.importFile(path)
            #expect(again.rejectsPath == desk.folder.file("in.rejects-2.ndjson"))
            #expect(again.reasonsPath == desk.folder.file("in.rejects-2.ndjson.reasons.csv"))
        }
        #expect(try desk.folder.text(of: "in.rejects.ndjson") == "\(Self.mended)\n")
        #expect(try desk.folder.text(of: "in.rejects-2.ndjson") == "\(Self.bad)\n")
        #expect(
            desk.folder.names.filter { $0.contains("rejects") }.sorted() == [
                "in.rejects-2.ndjson", "in.rejects-2.ndjson.reasons.csv", "in.rejects.ndjson",
                "in.rejects.ndjson.reasons.csv",
            ])
    }

    @Test("bad rows stay out with row, line, column and reason, the rest goes in, and mended rows can be imported")
    func rejects() throws {
        let desk = try TestDesk()
        let path = try desk.folder.write("\n\(Self.good)\n\(Self.bad)\n\n{oops\n", to: "in.ndjson")
        let report = try desk.importFile(path)
        #expect(report.counts.read == 3)
        #expect(report.counts.rejected == 2)
        #expect(report.counts.mentions == 1)
        #expect(report.rejections.map(\.row) == [2, 3])
        #expect(report.rejections.map(\.line) == [3, 5])
        #expect(report.rejections.map(\.column) == ["time", nil])
        #expect(report.rejections.map(\.reason.code) == ["bad-time", "malformed-json"])
        #expect(try desk.folder.text(of: "in.rejects.ndjson") == "\(Self.bad)\n{oops\n")
        let reasons: String = try desk.folder.text(of: "in.rejects.ndjson.reasons.csv")
        #expect(reasons.hasPrefix("row,line,column,code,reason\n\"2\",\"3\",\"time\",\"bad-time\","))
        let mended = try desk.folder.write("\(Self.mended)\n", to: "in.rejects.ndjson")
        #expect(try desk.importFile(mended).counts.mentions == 1)
        #expect(try desk.cases().count == 2)
    }

    @Test("what was taken in is told in the log, with the period and the counts")
    func completed() throws {
        let desk = try TestDesk()
        let report = try desk.take(.theirs("1", at: 0), .ours("2", to: "1", at: 60))
        let entry = try #require(try desk.log().last)
        #expect(entry.type == "ImportCompleted")
        #expect(entry.stream == "book")
        #expect(entry.payload.contains(report.sha256))
        #expect(report.from.map(TimeText.format) == Message.minute(0))
        #expect(report.until.map(TimeText.format) == Message.minute(60))
    }
}
