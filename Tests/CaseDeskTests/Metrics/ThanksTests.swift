import CaseDesk
import CaseModel
import Measures
import Testing

@Suite("Praise and thanks")
struct ThanksTests {
    private func tally(_ messages: [Message], _ version: ConversionVersion = .current) throws -> ConversionTally {
        let desk = try TestDesk()
        try desk.take(messages)
        let tally = try desk.desk.conversion(horizonDays: 30, MeasureScope(), by: version, explaining: false)
            .conversion.figures.all
        #expect(try desk.differences() == [])
        return tally
    }

    private func complaint(_ id: String = "1", at minutes: Int = 0, by author: String = "ana") -> Message {
        .theirs(id, by: author, at: minutes).judged("complaint", 1, about: ["product"])
    }

    private func positive(_ id: String, to parent: String?, at minutes: Int, by author: String = "ana") -> Message {
        .theirs(id, by: author, to: parent, at: minutes).judged("positive", 1)
    }

    @Test("a positive message after a reply of ours is thanks, whichever message its source names as answered")
    func afterReply() throws {
        for parent in ["1", "2"] {
            let messages = [complaint(), .ours("2", to: "1", at: 60), positive("3", to: parent, at: 120)]
            let tally = try tally(messages)
            #expect([tally.converted, tally.recovered, tally.onTie] == [0, 1, 0])
            // The first definition took the shape of the thread for what was meant.
            #expect(try self.tally(messages, .first).converted == (parent == "1" ? 1 : 0))
        }
    }

    @Test("praise that comes before any reply of ours in its case promotes, and so does praise that begins a case")
    func beforeReply() throws {
        let before = try tally([complaint(), positive("3", to: "1", at: 60), .ours("2", to: "1", at: 120)])
        #expect(before.converted == 1)
        let elsewhere = try tally([complaint(), .ours("2", to: "1", at: 60), positive("3", to: nil, at: 120)])
        #expect(elsewhere.converted == 1)
    }

    @Test("a private reply is one that the person could see, and private praise is passive")
    func inPrivate() throws {
        var reply = Message.ours("2", to: "1", at: 60)
        reply.visibility = "private"
        let tally = try tally([complaint(), reply, positive("3", to: "1", at: 120)])
        #expect([tally.converted, tally.recovered] == [0, 1])
        var praise = positive("3", to: nil, at: 120)
        praise.visibility = "private"
        let alone = try self.tally([complaint(), praise])
        #expect([alone.converted, alone.recovered] == [0, 1])
    }

    @Test("praise that answers a reply of ours is thanks also where that reply still waits for the message it answers")
    func toWaitingReply() throws {
        let messages = [complaint(), .ours("2", to: "gone", at: 60), positive("3", to: "2", at: 120)]
        #expect(try tally(messages).converted == 0)
        #expect(try tally(messages).recovered == 1)
    }

    @Test(
        "praise of the same moment as our reply is thanks by a tie of time; where it answers the reply, it is for certain"
    )
    func sameMoment() throws {
        let tied = try tally([complaint(), .ours("2", to: "1", at: 60), positive("3", to: "1", at: 60)])
        #expect([tied.converted, tied.recovered, tied.onTie, tied.otherEnd.converted] == [0, 1, 1, 1])
        let certain = try tally([complaint(), .ours("2", to: "1", at: 60), positive("3", to: "2", at: 60)])
        #expect([certain.converted, certain.recovered, certain.onTie] == [0, 1, 0])
    }
}
