import CaseModel
import EventStore
import JSON
import Projections
import SQLite
import TestSupport
import Testing

@Suite("A log that can't be folded")
struct ReplayFailureTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(folder.file("a.db"))
        try ledger.record(
            .identify(1, account: 9), .open(1, person: 1, root: 1), .mention(1, in: 1, at: 1))
    }

    /// What stops recording, a rebuild, a check and a question about the past, alike.
    private func expectStopped(_ sentence: String) throws {
        let rows: [String] = try ledger.rows()
        let onTwoCores = try Ledger(folder.file("a.db"), limits: FoldLimits(worthASecondCore: 1))
        let attempts: [() throws -> Void] = [
            { try ledger.catchUp() }, { try ledger.rebuild() }, { _ = try ledger.check() },
            { try onTwoCores.rebuild() },
            { _ = try ledger.rows(through: .max) }, { try ledger.record(.mention(2, in: 1, at: 2)) },
        ]
        for attempt in attempts {
            let error = #expect(throws: ReplayError.self) { try attempt() }
            #expect(error?.description == sentence)
            #expect(try ledger.rows() == rows)
        }
    }

    @Test("stops at an event of a type it does not know, and says where")
    func unknownType() throws {
        try ledger.recordRaw(stream: "case-1", type: "CaseFrozen")
        try expectStopped(
            "the event at position 4 has a type this program does not know (CaseFrozen); use a newer cmcase")
        #expect(try ledger.store.end().position == 4)
    }

    @Test("stops at a stream it does not know", arguments: ["order-1", "case-", "case-01", "Book", ""])
    func unknownStream(stream: String) throws {
        try ledger.recordRaw(stream: stream, type: "CaseClosed")
        try expectStopped(
            "the event at position 4 is in a stream this program does not know (\(stream)); use a newer cmcase")
    }

    @Test("stops at an event of a newer form")
    func newerForm() throws {
        try ledger.recordRaw(stream: "case-1", type: "CaseClosed", schemaVersion: 2)
        try expectStopped(
            "the event at position 4 can't be brought to today's form: The log was written by a newer program: it holds "
                + "CaseClosed in version 2, and this one reads version 1 at most. Upgrade cmcase.")
    }

    @Test("stops at a payload that can't be read", arguments: ["", "{", "[]", #"{"followUp":"one"}"#])
    func unreadable(payload: String) throws {
        try ledger.recordRaw(stream: "case-1", type: "FollowUpCancelled", payload: payload)
        let error = #expect(throws: ReplayError.self) { try ledger.catchUp() }
        #expect(
            error?.description.hasPrefix("the payload of FollowUpCancelled at position 4 can't be read (") == true)
        #expect(error?.description.contains("one") == false)
    }

    @Test("stops at an event of a case that was never opened")
    func missingCase() throws {
        try ledger.recordInLogOnly([[.mention(5, in: 8, at: 1)]])
        try expectStopped(
            "the event at position 4 is about case 8, which was never opened; restore a backup")
    }

    @Test("stops where events are missing")
    func gap() throws {
        try ledger.recordInLogOnly([[.mention(2, in: 1, at: 2)], [.mention(3, in: 1, at: 3)]])
        try ledger.store.connection.execute(
            "DROP TRIGGER event_is_never_deleted; DELETE FROM event WHERE position = 4")
        try expectStopped("the log goes from position 4 to 5: events are missing; restore a backup")
        try ledger.store.connection.execute("DELETE FROM event WHERE position = 1")
        let error = #expect(throws: ReplayError.self) { try ledger.rebuild() }
        #expect(error?.description == "the log goes from position 1 to 2: events are missing; restore a backup")
    }

    @Test("goes on once it can be folded again")
    func recovered() throws {
        try ledger.recordRaw(stream: "case-1", type: "CaseFrozen")
        #expect(throws: ReplayError.self) { try ledger.catchUp() }
        try ledger.store.connection.execute(
            """
            DROP TRIGGER event_is_never_updated; UPDATE event SET type = 'CaseClosed' WHERE position = 4
            """)
        try ledger.record(.reply(3, in: 1, at: 2))
        #expect(try ledger.check() == [])
        #expect(try ledger.rows()[0].contains("status=closed"))
    }

    @Test("comes to an end where merges run in a circle", .timeLimit(.minutes(10)))
    func circle() throws {
        try ledger.record(.open(2, person: 1, root: 2), .mention(2, in: 2, at: 2))
        try ledger.record([Decision.merge(1, into: 2), Decision.merge(2, into: 1), Decision.merge(1, into: 1)])
        try ledger.record(.mention(3, in: 1, at: 3))
        try ledger.store.write { transaction in
            _ = try ledger.engine.current(transaction).cases.survivor(of: CaseNumber(1))
            _ = try ledger.engine.current(transaction).cases.combined(CaseNumber(1))
        }
        #expect(try CaseLoader(store: ledger.store).combined(CaseNumber(2))?.mentions.count == 3)
        #expect(try ledger.check() == [])
    }
}
