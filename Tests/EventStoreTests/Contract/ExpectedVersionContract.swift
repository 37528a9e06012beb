import EventStore
import Testing

@Suite("Any event store: expected versions")
struct ExpectedVersionContract {
    private let under: StoreUnderTest
    private let store: EventStore

    init() throws {
        under = try StoreUnderTest()
        store = try under.open()
        try store.append(.sample(.sample("case-1"), .sample("case-1"), .sample("case-2")))
    }

    @Test("are met by the version a stream has")
    func met() throws {
        let result: AppendResult = try store.append(
            .sample(
                .sample("case-1"), .sample("case-3"),
                expected: [
                    (stream: "case-1", version: .exactly(2)), (stream: "case-2", version: .exactly(1)),
                    (stream: "case-3", version: .noStream), (stream: "case-4", version: .exactly(0)),
                    (stream: "person-1", version: .any),
                ]))
        #expect(result == .appended(first: 4, recordedAt: 1_000, versions: [3, 1]))
    }

    @Test(
        "refuse another version, name the stream with both, and write nothing",
        arguments: [
            (ExpectedVersion.exactly(1), Int64(1)), (.exactly(3), 3), (.exactly(-1), -1), (.noStream, 0),
        ])
    func notMet(expected: ExpectedVersion, wanted: Int64) throws {
        let error = #expect(throws: StoreError.self) {
            try store.append(
                .sample(
                    .sample("case-1"), .sample("case-2", content: "words"), key: .sample(1),
                    expected: [(stream: "case-2", version: .exactly(1)), (stream: "case-1", version: expected)]))
        }
        #expect(error?.code == .versionConflict(stream: "case-1", expected: wanted, actual: 2))
        #expect(error?.isConflict == true)
        #expect(try store.end().position == 3)
        #expect(try store.content(at: 5) == nil)
    }

    @Test("of a stream that nothing is written to are held as well")
    func guardOnly() throws {
        let error = #expect(throws: StoreError.self) {
            try store.append(.sample(.sample("case-1"), expected: [(stream: "case-9", version: .exactly(1))]))
        }
        #expect(error?.code == .versionConflict(stream: "case-9", expected: 1, actual: 0))
    }

    @Test("count what the transaction itself has appended")
    func withinATransaction() throws {
        try store.write { transaction throws in
            _ = try transaction.append(.sample(.sample("case-2"), expected: [(stream: "case-2", version: .exactly(1))]))
            let error = #expect(throws: StoreError.self) {
                try transaction.append(.sample(.sample("case-2"), expected: [(stream: "case-2", version: .exactly(1))]))
            }
            #expect(error?.code == .versionConflict(stream: "case-2", expected: 1, actual: 2))
            _ = try transaction.append(.sample(.sample("case-2"), expected: [(stream: "case-2", version: .exactly(2))]))
        }
        #expect(try store.version(of: "case-2") == 3)
    }

    @Test("of two who decided on the same state let one through")
    func twoDeciders() throws {
        let other: EventStore = try under.open(.write)
        let seen: Int64 = try store.version(of: "case-1")
        #expect(try other.version(of: "case-1") == seen)
        let decision = Batch.sample(.sample("case-1"), expected: [(stream: "case-1", version: .exactly(seen))])
        #expect(try store.append(decision) == .appended(first: 4, recordedAt: 1_000, versions: [3]))
        let error = #expect(throws: StoreError.self) { try other.append(decision) }
        #expect(error?.code == .versionConflict(stream: "case-1", expected: 2, actual: 3))
    }
}
