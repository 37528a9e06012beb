import EventStore
import Testing

@Suite("Any event store: idempotency")
struct IdempotencyContract {
    private let under: StoreUnderTest
    private let store: EventStore

    init() throws {
        under = try StoreUnderTest()
        store = try under.open()
    }

    private var batch: Batch {
        .sample(
            .sample("case-1", type: "CaseOpened", payload: #"{"number":1}"#),
            .sample("case-1", type: "MentionCaptured", payload: "{}", content: #"{"text":"hello"}"#, owner: "person-1"),
            key: .sample(7))
    }

    @Test("the same batch again is already appended, and nothing is written")
    func again() throws {
        #expect(try store.append(batch) == .appended(first: 1, recordedAt: 1_000, versions: [1, 2]))
        try store.append(.sample(.sample("case-2")))
        #expect(try store.append(batch) == .alreadyAppended(first: 1, count: 2))
        #expect(try store.end().position == 3)
        store.close()
        let reopened = try under.open(.write)
        #expect(try reopened.append(batch) == .alreadyAppended(first: 1, count: 2))
    }

    @Test("the same batch twice in one transaction is recorded once")
    func twiceInOne() throws {
        try store.write { transaction throws in
            #expect(try transaction.append(batch) == .appended(first: 1, recordedAt: 1_000, versions: [1, 2]))
            #expect(try transaction.append(batch) == .alreadyAppended(first: 1, count: 2))
            #expect(try transaction.append(.sample(.sample())) == .appended(first: 3, recordedAt: 1_000, versions: [3]))
        }
        #expect(try store.end().position == 3)
    }

    @Test("a later clock makes no other batch")
    func clock() throws {
        try store.append(batch)
        var later: Batch = batch
        later.recordedAt = 9_999
        later.actor = "human:luis"
        #expect(try store.append(later) == .alreadyAppended(first: 1, count: 2))
        #expect(try store.end().recordedAt == 1_000)
    }

    /// What can differ under one key, with the position that the conflict names.
    enum Difference: CaseIterable {
        case payload, type, stream, content, lessContent, moreContent, fewerEvents, moreEvents, otherOrder

        var position: Int64 {
            switch self {
            case .content, .lessContent, .type: 2
            default: 1
            }
        }

        func apply(to batch: inout Batch) {
            switch self {
            case .payload: batch.events[0].payload = Array(#"{"number":2}"#.utf8)
            case .type: batch.events[1].type = "NoteAdded"
            case .stream: batch.events[0].stream = "case-2"
            case .content: batch.events[1].content?.body = Array(#"{"text":"hallo"}"#.utf8)
            case .lessContent: batch.events[1].content = nil
            case .moreContent: batch.events[0].content = ProposedContent(body: [], owner: nil)
            case .fewerEvents: batch.events.removeLast()
            case .moreEvents: batch.events.append(.sample())
            case .otherOrder: batch.events.reverse()
            }
        }
    }

    @Test(
        "something else under the same key is a conflict that says where, and nothing is written",
        arguments: Difference.allCases)
    func conflict(difference: Difference) throws {
        try store.append(.sample(.sample("case-9")))
        try store.append(batch)
        var other: Batch = batch
        difference.apply(to: &other)
        let error = #expect(throws: StoreError.self) { try store.append(other) }
        #expect(error?.code == .keyConflict(position: difference.position + 1))
        #expect(error?.isConflict == true)
        #expect(try store.end().position == 3)
        #expect(try store.append(batch) == .alreadyAppended(first: 2, count: 2))
    }

    @Test("content is compared under the stored nonce: equal words have unequal commitments and are still the same")
    func nonce() throws {
        try store.append(.sample(.sample(content: "hello"), key: .sample(1)))
        try store.append(.sample(.sample(content: "hello"), key: .sample(2)))
        let commitments: [[UInt8]?] = try store.events().map(\.contentCommitment)
        #expect(commitments[0]?.count == 32)
        #expect(commitments[0] != commitments[1])
        #expect(
            try store.append(.sample(.sample(content: "hello"), key: .sample(1)))
                == .alreadyAppended(first: 1, count: 1))
        #expect(
            try store.append(.sample(.sample(content: "hello"), key: .sample(2)))
                == .alreadyAppended(first: 2, count: 1))
    }

    @Test("erased content counts as the same, so that importing again never brings an erased person back")
    func erased() throws {
        try store.append(batch)
        try under.eraseContent(at: 2, in: store)
        #expect(try store.append(batch) == .alreadyAppended(first: 1, count: 2))
        var other: Batch = batch
        other.events[1].content?.body = Array("other words".utf8)
        #expect(try store.append(other) == .alreadyAppended(first: 1, count: 2))
        #expect(try store.content(at: 2) == nil)
        other.events[0].payload = Array("{}".utf8)
        let error = #expect(throws: StoreError.self) { try store.append(other) }
        #expect(error?.code == .keyConflict(position: 1))
    }

    @Test("the key is looked up before the expected versions: a command that is sent again is no conflict")
    func keyBeforeVersion() throws {
        var opening: Batch = batch
        opening.expected = [(stream: "case-1", version: .noStream)]
        #expect(try store.append(opening) == .appended(first: 1, recordedAt: 1_000, versions: [1, 2]))
        #expect(try store.append(opening) == .alreadyAppended(first: 1, count: 2))
    }

    @Test("a batch refused for its version leaves its key free")
    func keyAfterVersionConflict() throws {
        try store.append(.sample(.sample("case-1")))
        let stale = Batch.sample(.sample("case-1"), key: .sample(3), expected: [(stream: "case-1", version: .noStream)])
        #expect(throws: StoreError.self) { try store.append(stale) }
        #expect(try store.batch(of: .sample(3)) == nil)

        try store.write { transaction throws in
            #expect(throws: StoreError.self) { try transaction.append(stale) }
            _ = try transaction.append(.sample(.sample("case-1", type: "Other")))
        }
        #expect(try store.batch(of: .sample(3)) == nil)
        let fresh = Batch.sample(
            .sample("case-1"), key: .sample(3), expected: [(stream: "case-1", version: .exactly(2))])
        #expect(try store.append(fresh) == .appended(first: 3, recordedAt: 1_000, versions: [3]))
    }

    @Test("a transaction that is undone leaves its keys free")
    func keyAfterRollback() throws {
        #expect(throws: Interruption.self) {
            try store.write { transaction throws in
                _ = try transaction.append(batch)
                throw Interruption()
            }
        }
        #expect(try store.batch(of: .sample(7)) == nil)
        #expect(try store.append(batch) == .appended(first: 1, recordedAt: 1_000, versions: [1, 2]))
    }

    @Test("without a key, the same twice is recorded twice")
    func noKey() throws {
        try store.append(.sample(.sample()))
        #expect(try store.append(.sample(.sample())) == .appended(first: 2, recordedAt: 1_000, versions: [2]))
    }

    @Test("a key finds its batch, and its neighbours find none")
    func lookUp() throws {
        try store.append(.sample(.sample()))
        try store.append(batch)
        let found = try store.batch(of: .sample(7))
        #expect(found?.first == 2)
        #expect(found?.count == 2)
        #expect(try store.batch(of: IdempotencyKey(high: 7, low: ~7 + 1)) == nil)
        #expect(try store.batch(of: IdempotencyKey(high: ~7, low: 7)) == nil)
    }
}
