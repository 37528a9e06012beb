import EventStore
import Testing

@Suite("Any event store: appending")
struct AppendContract {
    private let under: StoreUnderTest
    private let store: EventStore

    init() throws {
        under = try StoreUnderTest()
        store = try under.open()
    }

    @Test("an event is read back as it was proposed")
    func roundTrip() throws {
        let event = ProposedEvent(
            stream: "case-12", type: "TagAdded", schemaVersion: 3, occurredAt: -7,
            payload: Array(#"{"tag":"ñ 🙂"}"#.utf8),
            content: nil, causation: nil)
        let batch = Batch(events: [event], actor: "import:support-threads", recordedAt: 1_700_000_000_000_000)
        #expect(
            try store.append(batch) == .appended(first: 1, recordedAt: 1_700_000_000_000_000, versions: [1]))
        var expected = RecordedEvent(
            position: 1, stream: "case-12", version: 1, type: "TagAdded", occurredAt: -7,
            recordedAt: 1_700_000_000_000_000, correlation: 1, payload: #"{"tag":"ñ 🙂"}"#)
        expected.schemaVersion = 3
        expected.actor = "import:support-threads"
        #expect(try store.events() == [expected])
    }

    @Test("positions count through the whole log and versions through each stream, both without gaps")
    func places() throws {
        #expect(
            try store.append(.sample(.sample("case-1"), .sample("person-1"), .sample("case-1")))
                == .appended(first: 1, recordedAt: 1_000, versions: [1, 1, 2]))
        #expect(
            try store.append(.sample(.sample("person-1"), .sample("case-2")))
                == .appended(first: 4, recordedAt: 1_000, versions: [2, 1]))
        #expect(
            try store.events().map { "\($0.position) \($0.stream) \($0.version)" } == [
                "1 case-1 1", "2 person-1 1", "3 case-1 2", "4 person-1 2", "5 case-2 1",
            ])
    }

    @Test("several batches in one transaction follow one another")
    func severalBatches() throws {
        try store.write { transaction throws in
            #expect(transaction.head == 0)
            #expect(
                try transaction.append(.sample(.sample("case-1"), .sample("case-1")))
                    == .appended(first: 1, recordedAt: 1_000, versions: [1, 2]))
            #expect(transaction.head == 2)
            #expect(try transaction.version(of: "case-1") == 2)
            #expect(try transaction.version(of: "case-2") == 0)
            #expect(
                try transaction.append(.sample(.sample("case-1")))
                    == .appended(first: 3, recordedAt: 1_000, versions: [3]))
        }
        #expect(try store.end().position == 3)
    }

    @Test("an event names what brought it about and the first event of its command")
    func lineage() throws {
        try store.append(.sample(.sample()))
        try store.append(.sample(.sample(causation: 1), .sample(causation: 2)))
        try store.append(.sample(.sample(), correlation: 1))
        #expect(try store.events().map(\.causation) == [nil, 1, 2, nil])
        #expect(try store.events().map(\.correlation) == [1, 2, 2, 1])
    }

    @Test("recorded_at never falls, even when the clock goes back")
    func recordedAtNeverFalls() throws {
        #expect(
            try store.append(.sample(.sample(), recordedAt: 500)) == .appended(first: 1, recordedAt: 500, versions: [1])
        )
        #expect(
            try store.append(.sample(.sample(), recordedAt: 400)) == .appended(first: 2, recordedAt: 500, versions: [2])
        )
        try store.write { transaction throws in
            _ = try transaction.append(.sample(.sample(), recordedAt: 700))
            _ = try transaction.append(.sample(.sample(), recordedAt: 600))
        }
        store.close()
        let again = try under.open(.write)
        try again.append(.sample(.sample(), recordedAt: -1))
        try again.append(.sample(.sample(), recordedAt: 701))
        #expect(try again.events().map(\.recordedAt) == [500, 500, 700, 700, 700, 701])
    }

    @Test("a clock before 1970 is a clock")
    func negativeClock() throws {
        #expect(
            try store.append(.sample(.sample(), recordedAt: -9)) == .appended(first: 1, recordedAt: -9, versions: [1]))
    }

    @Test("occurred_at is the world's: it may fall, and reaches as far as a number does")
    func occurredAt() throws {
        let moments: [Int64] = [.max, .min, 0, -1]
        for moment in moments { try store.append(.sample(.sample(occurredAt: moment))) }
        #expect(try store.events().map(\.occurredAt) == moments)
    }

    @Test(
        "a payload's bytes stay as they are",
        arguments: [" {} ", #"{"a":"\u00e9"}"#, "{\"a\":\"e\u{301}\"}", "", "a\u{0}b"])
    func payloadBytes(payload: String) throws {
        try store.append(.sample(.sample(payload: payload)))
        var bytes: [[UInt8]] = []
        try store.forEachEvent(ReadSpecification()) { row in
            bytes.append(Array(row.payloadBytes))
            return true
        }
        #expect(bytes == [Array(payload.utf8)])
    }

    @Test("what was appended is there when the store is opened again")
    func reopened() throws {
        try store.append(.sample(.sample("case-1", content: "words", owner: "person-1"), key: .sample(1)))
        let before: [RecordedEvent] = try store.events()
        store.close()
        for access in [EventStore.Access.create, .write, .read] {
            let again = try under.open(access)
            #expect(try again.events() == before)
            #expect(try again.content(at: 1) == Array("words".utf8))
            #expect(try again.batch(of: .sample(1))?.first == 1)
            again.close()
        }
    }

    @Test("a store opened to read refuses to write")
    func readOnly() throws {
        try store.append(.sample(.sample()))
        let reader = try under.open(.read)
        let error = #expect(throws: StoreError.self) { try reader.append(.sample(.sample())) }
        #expect(error?.code == .readOnly)
        #expect(try store.end().position == 1)
    }
}
