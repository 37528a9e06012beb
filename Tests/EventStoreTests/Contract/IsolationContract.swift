import EventStore
import TestSupport
import Testing

@Suite("Any event store: one writer, many readers")
struct IsolationContract {
    private let under: StoreUnderTest

    init() throws {
        under = try StoreUnderTest()
        try under.open().append(.sample(.sample("case-1")))
    }

    @Test("a reader is not blocked by an open write transaction and sees the old state")
    func reader() throws {
        let writer: EventStore = try under.open(.write)
        let open: EventStore = try under.open(.read)
        try writer.write { transaction throws in
            _ = try transaction.append(.sample(.sample("case-1"), .sample("case-2")))
            #expect(try open.end().position == 1)
            let late: EventStore = try under.open(.read)
            #expect(try late.events().map(\.position) == [1])
            #expect(try late.version(of: "case-2") == 0)
        }
        #expect(try open.end().position == 3)
    }

    @Test("writers in several threads never interleave", arguments: [3])
    func writers(count: Int) async throws {
        let path: String = under.path
        let rounds = 40
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...count {
                group.addTask {
                    let store = try EventStore(path: path, access: .write)
                    for round in 1...rounds {
                        try store.write { transaction throws in
                            for _ in 1...2 {
                                _ = try transaction.append(
                                    .sample(
                                        .sample("case-1", type: "By\(number)-\(round)"), .sample("case-\(number + 1)")))
                            }
                        }
                    }
                    store.close()
                }
            }
            try await group.waitForAll()
        }
        let store: EventStore = try under.open(.read)
        let events: [RecordedEvent] = try store.events(after: 1)
        #expect(events.map(\.position) == Array(2...Int64(1 + count * rounds * 4)))
        for start in stride(from: 0, to: events.count, by: 4) {
            let transaction = events[start..<start + 4]
            #expect(Set(transaction.map(\.type)).count == 2, "events from \(start + 2) on")
            #expect(transaction.map(\.stream).filter { $0 == "case-1" }.count == 2)
        }
        #expect(try store.version(of: "case-1") == Int64(1 + count * rounds * 2))
        for number in 1...count {
            let versions: [Int64] = try store.events(stream: "case-\(number + 1)").map(\.version)
            #expect(versions == Array(1...Int64(rounds * 2)))
        }
    }

    @Test("writers in several threads who make the store at the same moment make one")
    func makers() async throws {
        let folder = try TemporaryFolder()
        let path: String = folder.file("new.db")
        let ids: Set<[UInt8]> = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 1...6 {
                group.addTask {
                    let store = try EventStore(path: path, access: .create)
                    try store.append(.sample(.sample("case-\(number)")))
                    defer { store.close() }
                    return store.id
                }
            }
            return try await group.reduce(into: []) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try EventStore(path: path, access: .read).events().map(\.position) == [1, 2, 3, 4, 5, 6])
    }

    @Test("a writer whose transaction was undone lets the next one write")
    func afterAThrow() throws {
        let first: EventStore = try under.open(.write)
        let second: EventStore = try under.open(.write)
        #expect(throws: Interruption.self) { try first.write { _ in throw Interruption() } }
        try second.append(.sample(.sample("case-1")))
        try first.append(.sample(.sample("case-1")))
        #expect(try second.version(of: "case-1") == 3)
    }
}
