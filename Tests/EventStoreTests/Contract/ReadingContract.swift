import EventStore
import Testing

@Suite("Any event store: reading")
struct ReadingContract {
    private let under: StoreUnderTest
    private let store: EventStore

    init() throws {
        under = try StoreUnderTest()
        store = try under.open()
        for (index, stream) in ["case-1", "case-2", "case-1", "book", "case-1", "case-2"].enumerated() {
            try store.append(
                .sample(.sample(stream, payload: #"{"n":\#(index + 1)}"#), recordedAt: Int64(index / 2) * 10))
        }
    }

    @Test("by position: past one and through another")
    func byPosition() throws {
        #expect(try store.events().map(\.position) == [1, 2, 3, 4, 5, 6])
        #expect(try store.events(after: 2).map(\.position) == [3, 4, 5, 6])
        #expect(try store.events(through: 2).map(\.position) == [1, 2])
        #expect(try store.events(after: 2, through: 4).map(\.position) == [3, 4])
        #expect(try store.events(after: 6).isEmpty)
        #expect(try store.events(after: 4, through: 2).isEmpty)
        #expect(try store.events(after: -5, through: 1).map(\.position) == [1])
    }

    @Test("backward: from the newest")
    func backward() throws {
        #expect(try store.events(backward: true).map(\.position) == [6, 5, 4, 3, 2, 1])
        #expect(try store.events(after: 2, through: 4, backward: true).map(\.position) == [4, 3])
    }

    @Test("by stream: its events alone, past one position and through another")
    func byStream() throws {
        #expect(try store.events(stream: "case-1").map(\.position) == [1, 3, 5])
        #expect(try store.events(stream: "case-1").map(\.version) == [1, 2, 3])
        #expect(try store.events(after: 1, stream: "case-1").map(\.position) == [3, 5])
        #expect(try store.events(through: 4, stream: "case-1").map(\.position) == [1, 3])
        #expect(try store.events(stream: "book").map(\.position) == [4])
        #expect(try store.events(stream: "case").isEmpty)
        #expect(try store.events(stream: "CASE-1").isEmpty)
    }

    @Test("stops when it is told to")
    func stops() throws {
        var seen: [Int64] = []
        try store.forEachEvent(ReadSpecification()) { row in
            seen.append(row.position)
            return row.position < 2
        }
        #expect(seen == [1, 2])
        try store.append(.sample(.sample()))
    }

    @Test("stops at an error, which comes back as it is, and the store can be written to afterwards")
    func stopsAtAnError() throws {
        #expect(throws: Interruption()) { try store.forEachEvent(ReadSpecification()) { _ in throw Interruption() } }
        #expect(throws: Interruption()) { try store.forEachFoldRow(after: 0, through: 9) { _ in throw Interruption() } }
        #expect(throws: Interruption()) { try store.read { throw Interruption() } }
        try store.append(.sample(.sample()))
    }

    @Test("lets other things be read meanwhile, the same walk included")
    func nested() throws {
        var seen: [String] = []
        try store.forEachEvent(ReadSpecification()) { row in
            let position: Int64 = row.position
            let inner: [Int64] = try store.events(after: position, through: position + 1).map(\.position)
            seen.append("\(position) \(try store.stream(at: position) ?? "none") \(inner)")
            return position < 3
        }
        #expect(seen == ["1 case-1 [2]", "2 case-2 [3]", "3 case-1 [4]"])
    }

    @Test("a fold reads the same events, in the same order, as everybody")
    func foldRows() throws {
        var folded: [String] = []
        try store.forEachFoldRow(after: 1, through: 5) { row in
            folded.append(
                """
                \(row.position) \(String(decoding: row.streamBytes, as: UTF8.self)) \(row.version) \
                \(String(decoding: row.typeBytes, as: UTF8.self)) \(row.schemaVersion) \(row.occurredAt) \
                \(String(decoding: row.payloadBytes, as: UTF8.self))
                """)
        }
        let events: [RecordedEvent] = try store.events(after: 1, through: 5)
        #expect(
            folded
                == events.map {
                    "\($0.position) \($0.stream) \($0.version) \($0.type) \($0.schemaVersion) \($0.occurredAt) \($0.payload)"
                })
    }

    @Test("the end is the newest event, and an empty log ends at 0")
    func end() throws {
        let end = try store.end()
        #expect(end.position == 6)
        #expect(end.recordedAt == 20)
        let empty: EventStore = try StoreUnderTest().open()
        #expect(try empty.end().position == 0)
        #expect(try empty.end().recordedAt == .min)
        #expect(try empty.lastPosition(recordedBy: .max) == 0)
        #expect(try empty.events().isEmpty)
    }

    @Test(
        "as of a moment the log ends at the last event recorded by then",
        arguments: [(Int64.min, Int64(0)), (-1, 0), (0, 2), (9, 2), (10, 4), (19, 4), (20, 6), (.max, 6)])
    func asOf(moment: Int64, position: Int64) throws {
        #expect(try store.lastPosition(recordedBy: moment) == position)
    }

    @Test("single facts: the version of a stream, the stream at a position")
    func facts() throws {
        #expect(try store.version(of: "case-1") == 3)
        #expect(try store.version(of: "case-3") == 0)
        #expect(try store.stream(at: 4) == "book")
        #expect(try store.stream(at: 7) == nil)
        #expect(try store.stream(at: 0) == nil)
    }

    @Test("one read sees one state, whatever is written meanwhile")
    func oneState() throws {
        let reader: EventStore = try under.open(.read)
        try reader.read {
            #expect(try reader.end().position == 6)
            try store.append(.sample(.sample("case-1")))
            #expect(try reader.end().position == 6)
            #expect(try reader.version(of: "case-1") == 3)
            #expect(try reader.events().count == 6)
        }
        #expect(try reader.end().position == 7)
    }
}
