import CaseModel
import EventStore
import Projections
import SQLite
import TestSupport
import Testing

@Suite("The rows of cases")
struct CaseProjectorTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(folder.file("a.db"))
    }

    private func rows(_ columns: String) throws -> [String] {
        try Projection.rows(ledger.store.connection, "SELECT \(columns) FROM case_row ORDER BY number")
    }

    /// Asks the projections as a decider does.
    private func ask<R>(_ question: (CaseProjector) throws -> R) throws -> R {
        try ledger.store.write { try question(ledger.engine.current($0).cases) }
    }

    @Test("show a case as it stands")
    func wholeRow() throws {
        try ledger.record(
            .open(12, person: 7, root: 1), .mention(1, in: 12, at: 100),
            .classify(
                1, in: 12,
                Label(
                    polarity: .complaint, targets: [.product, .brand], topics: [Topic("price"), Topic("app")],
                    method: .human), at: 101),
            .reply(2, in: 12, visibility: .isPrivate, at: 50), .reply(3, in: 12, at: 160),
            .mention(4, in: 12, parent: 3, at: 200),
            .on(12, .mentionRevised(MentionRevised(key: .sample(4), edit: nil)), at: 210),
            .on(
                12,
                .followUpScheduled(FollowUpScheduled(followUp: 1, due: Timestamp(seconds: 500), purpose: .evolution)),
                at: 220))
        #expect(
            try ledger.rows() == [
                """
                case_row number=12 tracking=T-12 person=7 channel=twitter brand=Acme \
                root=0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1 root_prefix=0 origin=imported status=engaging polarity=complaint \
                targets=both topics=["app","price"] opened_at=100000000 last_mention_at=200000000 first_reply_at=160000000 \
                last_reply_at=160000000 first_mention=2 first_mentions=NULL mentions=2 replies=2 public_replies=1 revisions=1 episode=1 \
                outcome=NULL next_follow_up_at=500000000 assignee=NULL priority=NULL tags=NULL reach=NULL severity=NULL \
                facts=2281701376 turns=2 unanswered_since=200000000 reopened_at=NULL ended_at=NULL \
                closed_at=NULL live_unanswered_since=NULL live_since=101000000 acknowledged_at=NULL plan_by=NULL \
                snoozed_until=NULL last_finding=NULL \
                pauses=[160000000,200000000] snoozes=NULL merged_into=NULL version=8 position=8
                """,
                """
                evidence_row person=7 at=100000000 position=2 kind=complaint answers=NULL after_reply=NULL follows=NULL \
                sequence_list=NULL sequence_place=NULL judged_at=3 case_number=12 channel=twitter brand=Acme targets=3 \
                topic=price answered_at=160000000 resolved_at=NULL excluded_as=NULL
                """,
            ])
    }

    @Test("show a case without messages")
    func bareRow() throws {
        try ledger.record(.open(1, person: 1, root: 1))
        #expect(
            try rows("brand, polarity, targets, topics, opened_at, first_mention, mentions, status") == [
                "brand=NULL polarity=NULL targets= topics=[] opened_at=NULL first_mention=NULL mentions=0 status=new"
            ])
    }

    @Test("show a merged case as merged, and what it had with the one it goes on in")
    func merged() throws {
        try ledger.record(
            .open(1, person: 1, root: 1), .mention(1, in: 1, at: 10), .open(2, person: 1, root: 2),
            .mention(2, in: 2, at: 5), .reply(3, in: 2, at: 20))
        try ledger.record(Decision.merge(2, into: 1))
        let columns = "number, status, mentions, replies, opened_at, first_mention, merged_into, version"
        #expect(
            try rows(columns) == [
                "number=1 status=awaiting-customer mentions=2 replies=1 opened_at=5000000 first_mention=4 merged_into=NULL version=3",
                "number=2 status=merged mentions=1 replies=1 opened_at=5000000 first_mention=4 merged_into=1 version=4",
            ])

        ledger.startAnew()
        try ledger.record(.mention(4, in: 2, at: 30))
        #expect(
            try rows(columns) == [
                "number=1 status=engaging mentions=3 replies=1 opened_at=5000000 first_mention=4 merged_into=NULL version=3",
                "number=2 status=merged mentions=2 replies=1 opened_at=5000000 first_mention=4 merged_into=1 version=5",
            ])

        ledger.startAnew()
        try ledger.record(Decision.unmerge(2, into: 1))
        #expect(
            try rows(columns) == [
                "number=1 status=new mentions=1 replies=0 opened_at=10000000 first_mention=2 merged_into=NULL version=4",
                "number=2 status=engaging mentions=2 replies=1 opened_at=5000000 first_mention=4 merged_into=NULL version=6",
            ])
        #expect(try ledger.check() == [])
    }

    @Test("of all cases that a case was merged into follow its changes")
    func chain() throws {
        for number in Int64(1)...3 {
            try ledger.record(
                .open(number, person: 1, root: UInt64(number)), .mention(UInt64(number), in: number, at: number))
        }
        try ledger.record(Decision.merge(3, into: 2))
        try ledger.record(Decision.merge(2, into: 1))
        ledger.startAnew()
        try ledger.record(.mention(9, in: 3, at: 9))
        #expect(
            try rows("number, mentions, merged_into") == [
                "number=1 mentions=4 merged_into=NULL", "number=2 mentions=3 merged_into=1",
                "number=3 mentions=2 merged_into=2",
            ])
        ledger.startAnew()
        try ledger.record(Decision.unmerge(3, into: 2))
        #expect(
            try rows("number, mentions") == ["number=1 mentions=2", "number=2 mentions=1", "number=3 mentions=2"])
        #expect(try ledger.check() == [])
    }

    @Test("give deciders the same answers from memory and from the file", arguments: [false, true])
    func questions(anew: Bool) throws {
        try ledger.record(
            .open(1, person: 1, root: 1), .mention(1, in: 1, at: 10), .open(2, person: 2, root: 1),
            .open(3, person: 1, root: 3), .mention(3, in: 3, at: 5))
        try ledger.record(
            Decision.merge(3, into: 1) + [
                .on(2, .conversationRerooted(ConversationRerooted(from: .sample(1), to: .sample(8))), at: 0)
            ])
        if anew { ledger.startAnew() }
        try ask { cases throws in
            #expect(try cases.lastNumber() == CaseNumber(3))
            #expect(try cases.survivor(of: CaseNumber(3)) == CaseNumber(1))
            #expect(try cases.survivor(of: CaseNumber(2)) == CaseNumber(2))
            #expect(try cases.state(of: CaseNumber(3))?.mentions.count == 1)
            #expect(try cases.state(of: CaseNumber(4)) == nil)
            #expect(try cases.combined(CaseNumber(1))?.mentions.map(\.key) == [.sample(3), .sample(1)])
            #expect(try cases.cases(rootedAt: .sample(1)) == [CaseNumber(1)])
            #expect(try cases.cases(rootedAt: .sample(3)) == [])
            #expect(try cases.cases(rootedAt: .sample(8)) == [CaseNumber(2)])
            #expect(try cases.openCase(of: PersonNumber(1), rootedAt: .sample(1)) == CaseNumber(1))
            #expect(try cases.openCase(of: PersonNumber(2), rootedAt: .sample(1)) == nil)
            #expect(try cases.openCase(of: PersonNumber(2), rootedAt: .sample(8)) == CaseNumber(2))
            #expect(try cases.openCase(of: PersonNumber(1), rootedAt: .sample(3)) == nil)
        }
    }

    @Test("answer from an empty store")
    func emptyQuestions() throws {
        try ask { cases throws in
            #expect(try cases.lastNumber() == CaseNumber(0))
            #expect(try cases.state(of: CaseNumber(1)) == nil)
            #expect(try cases.cases(rootedAt: .sample(1)) == [])
        }
    }

    @Test("forget changes of a transaction that was rolled back")
    func undone() throws {
        try ledger.record(.open(1, person: 1, root: 1), .mention(1, in: 1, at: 1))
        let before: [String] = try ledger.rows()
        #expect(throws: Interruption.self) {
            try ledger.record([[.mention(2, in: 1, at: 2), .open(2, person: 1, root: 2)]], thenFail: true)
        }
        #expect(try ledger.rows() == before)
        try ask { cases throws in
            #expect(try cases.lastNumber() == CaseNumber(1))
            #expect(try cases.state(of: CaseNumber(1))?.mentions.count == 1)
        }
        try ledger.record(.mention(3, in: 1, at: 3))
        #expect(try rows("mentions") == ["mentions=2"])
    }
}
