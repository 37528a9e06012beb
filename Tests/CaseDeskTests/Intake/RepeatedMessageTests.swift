import CaseDesk
import CaseModel
import Intake
import TestSupport
import Testing

@Suite("Messages that come again")
struct RepeatedMessageTests {
    @Test("the same message in another file is a duplicate and no event")
    func duplicate() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").saying("no signal"))
        let report = try desk.take(.theirs("1").saying("no signal"), .theirs("2"))
        #expect(report.counts.duplicates == 1)
        #expect(report.counts.mentions == 1)
        #expect(
            try desk.types() == [
                "PersonIdentified", "CaseOpened", "MentionCaptured", "ImportCompleted",
                "CaseOpened", "MentionCaptured", "ImportCompleted",
            ])
    }

    @Test("the same message twice in one file is a duplicate")
    func duplicateInOneFile() throws {
        let desk = try TestDesk()
        let report = try desk.take(.theirs("1"), .theirs("1"))
        #expect(report.counts.read == 2)
        #expect(report.counts.mentions == 1)
        #expect(report.counts.duplicates == 1)
        #expect(report.counts.casesOpened == 1)
    }

    @Test("the same id on another channel is another message")
    func otherChannel() throws {
        let desk = try TestDesk()
        var mail = Message.theirs("1")
        mail.channel = "email"
        let report = try desk.take(.theirs("1"), mail)
        #expect(report.counts.mentions == 2)
        #expect(report.counts.casesOpened == 2)
    }

    @Test("changed words are a revision, and so are the first words again; the words that stand are a duplicate")
    func revised() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1").saying("no signal"))
        let changed = try desk.take(.theirs("1").saying("no signal since noon"))
        #expect(changed.counts.revised == 1)
        #expect(changed.counts.duplicates == 0)
        #expect(changed.counts.mentions == 0)
        let again = try desk.take(.theirs("1").saying("no signal since noon"), .theirs("2"))
        #expect(again.counts.revised == 0)
        #expect(again.counts.duplicates == 1)
        let undone = try desk.take(.theirs("1").saying("no signal"), .theirs("3"))
        #expect(undone.counts.revised == 1)
        #expect(undone.counts.duplicates == 0)
        #expect(try desk.cases().first?.text == "no signal")
        #expect(try desk.cases().first?.revisions == 2)
    }

    @Test("of very many versions each is taken once, in one file and in another")
    func manyVersions() throws {
        let desk = try TestDesk()
        let versions: [Message] = (0..<40).map { .theirs("1").saying("version \($0)") }
        let report = try desk.take(versions + versions)
        #expect(report.counts.revised == 39)
        #expect(report.counts.duplicates == 40)
        let again = try desk.take(versions + [.theirs("1").saying("one more"), .theirs("1").saying("one more")])
        #expect(again.counts.revised == 1)
        #expect(again.counts.duplicates == 41)
    }

    @Test("a network's edit mark goes along with the revision that it marks")
    func editMark() throws {
        let desk = try TestDesk()
        var edited = Message.theirs("1").saying("no signal since noon")
        edited.version = "e7"
        try desk.take(.theirs("1").saying("no signal"))
        let report = try desk.take(edited)
        #expect(report.counts.revised == 1)
        let revision = try #require(try desk.log().first { $0.type == "MentionRevised" })
        #expect(revision.payload.contains("\"e7\""))
    }

    @Test("a reply of ours with changed words is a duplicate")
    func ourReply() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"), .ours("2", to: "1"))
        let report = try desk.take(.ours("2", to: "1").saying("other words"))
        #expect(report.counts.duplicates == 1)
        #expect(try desk.cases().first?.replies == 1)
    }

    @Test("the same file again adds no event and no byte to the store")
    func sameFile() throws {
        let desk = try TestDesk()
        let messages: [Message] = [
            .theirs("1").judged("complaint", 0.7, about: ["product"]), .ours("2", to: "1"), .ours("9", to: "8"),
            .theirs("3", by: "ben", to: "missing"),
        ]
        let path = try desk.folder.write(messages.ndjson(), to: "all.ndjson")
        let first = try desk.importFile(path)
        #expect(first.events > 0)
        #expect(!first.wasImported)
        try desk.reopen()
        let before: [UInt8] = try desk.folder.bytes(of: "cmcase.db")
        desk.clock.advance(hours: 30)
        let second = try desk.importFile(path)
        #expect(second.events == 0)
        #expect(second.wasImported)
        #expect(second.counts.duplicates == 4)
        try desk.reopen()
        #expect(try desk.folder.bytes(of: "cmcase.db") == before)
    }

    @Test("a message a day ahead is taken in, one later than that is rejected with its row")
    func future() throws {
        let desk = try TestDesk()
        let minutesToNow = 31 * 24 * 60 + 12 * 60
        let report = try desk.take(
            .theirs("1", at: minutesToNow + 24 * 60), .theirs("2", at: minutesToNow + 24 * 60 + 1))
        #expect(report.counts.mentions == 1)
        #expect(report.counts.rejected == 1)
        #expect(report.rejections.first?.row == 2)
        #expect(report.rejections.first?.reason == .inTheFuture)
    }

    @Test("a message of ours that comes again with other words, or in answer to another message, is a conflict")
    func ourConflict() throws {
        let desk = try TestDesk()
        let first = try desk.take(
            .theirs("1"), .theirs("2", by: "ben"), .ours("9", to: "1"), .ours("9", to: "2", at: 5))
        #expect([first.counts.replies, first.counts.duplicates, first.counts.conflicts] == [1, 1, 1])
        let same = try desk.take(.ours("9", to: "2", at: 5), .theirs("3"))
        #expect([same.counts.duplicates, same.counts.conflicts] == [1, 0])
        let other = try desk.take(.ours("9", to: "2", at: 5).saying("something else"))
        #expect([other.counts.duplicates, other.counts.conflicts] == [1, 1])
        let waiting = try desk.take(.ours("8", to: "77"), .ours("8", to: "78"))
        #expect([waiting.counts.duplicates, waiting.counts.conflicts] == [1, 1])
    }

    @Test("of several rows about one message of ours the highest version is taken, whichever row says so")
    func ourVersions() throws {
        func reply(_ version: String) -> Message {
            var message = Message.ours("9", to: "1").saying("words of \(version)")
            message.version = version
            return message
        }
        for rows in [[reply("9"), reply("10")], [reply("10"), reply("9")]] {
            let desk = try TestDesk()
            try desk.take([.theirs("1")] + rows)
            #expect(try desk.log(withContent: true).first { $0.type == "ReplySent" }?.content?.text == "words of 10")
        }
    }

    @Test("the times of a message's versions in one file give the same case, whichever row comes first")
    func versionTimes() throws {
        var (first, second) = (Message.theirs("1", at: 10), Message.theirs("1", at: 70))
        (first.version, second.version) = ("1", "2")
        for rows in [[first, second], [second, first]] {
            let desk = try TestDesk()
            try desk.take(rows)
            #expect(try desk.cases().first?.openedAt == TimeText.parse(rfc3339: Message.minute(10)))
        }
    }

    @Test("a file that comes again and undoes an edit is an import of its own, which can be retracted")
    func undoneAndRetracted() throws {
        let desk = try TestDesk()
        let old = try desk.folder.write([Message.theirs("1").saying("at nine")].ndjson(), to: "old.ndjson")
        let new = try desk.folder.write([Message.theirs("1").saying("at ten")].ndjson(), to: "new.ndjson")
        try desk.importFile(old)
        try desk.importFile(new)
        try desk.importFile(old)
        #expect(try desk.cases().first?.text == "at nine")
        try desk.retract()
        #expect(try desk.cases().first?.text == "at ten")
        try desk.retract(try desk.desk.lastImport())
        #expect(try desk.cases().first?.text == "at nine")
        #expect(try desk.cases().first?.revisions == 0)
        #expect(try desk.importFile(old).events == 0)
        #expect(try desk.differences() == [])
    }
}
