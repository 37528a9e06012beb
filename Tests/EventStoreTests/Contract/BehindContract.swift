import EventStore
import Testing

@Suite("Any event store: appending while another thread writes")
struct BehindContract {
    private let under: StoreUnderTest
    private let store: EventStore

    init() throws {
        under = try StoreUnderTest()
        store = try under.open()
    }

    @Test("the log is the same as of batches written at once, for whoever reads meanwhile too")
    func same() throws {
        try store.write { transaction in
            for number in 1...100 {
                let batch = Batch.sample(.sample("case-\(number % 7)"), .sample("person-\(number)"))
                let result: AppendResult = try transaction.appendNew(batch) { _ in nil }
                guard case .appended(let first, _, _) = result else { return }
                #expect(first == Int64(2 * number - 1))
                if number % 40 == 0 { #expect(try store.events().count == 2 * number) }
            }
            #expect(
                try transaction.append(.sample(.sample("case-0")))
                    == .appended(first: 201, recordedAt: 1_000, versions: [15]))
        }
        let other = try StoreUnderTest()
        let plain = try other.open()
        try plain.write { transaction in
            for number in 1...100 {
                _ = try transaction.append(.sample(.sample("case-\(number % 7)"), .sample("person-\(number)")))
            }
            _ = try transaction.append(.sample(.sample("case-0")))
        }
        #expect(try store.events() == plain.events())
    }

    @Test("a key that somebody has after all undoes everything")
    func taken() throws {
        let key = IdempotencyKey(high: 1, low: 2)
        var batch = Batch.sample(.sample("case-1"))
        batch.key = key
        _ = try store.append(batch)
        #expect(throws: StoreError.self) {
            try store.write { transaction in
                _ = try transaction.appendNew(.sample(.sample("case-2"))) { _ in 0 }
                _ = try transaction.appendNew(batch) { _ in 1 }
            }
        }
        #expect(try store.events().map(\.stream) == ["case-1"])
        #expect(try store.append(.sample(.sample("case-2"))) == .appended(first: 2, recordedAt: 1_000, versions: [1]))
    }

    @Test("a version that was not so is refused by the log, whoever reads next is told, and everything is undone")
    func wrongVersion() throws {
        _ = try store.append(.sample(.sample("case-1")))
        #expect(throws: StoreError.self) {
            try store.write { transaction in
                _ = try transaction.appendNew(.sample(.sample("case-1"))) { _ in 0 }
                _ = try store.events()
                Issue.record("the store was read as if nothing had gone wrong")
            }
        }
        #expect(try store.events().count == 1)
    }

    @Test("what is thrown meanwhile undoes what is on its way")
    func interrupted() throws {
        #expect(throws: Interruption.self) {
            try store.write { transaction in
                for number in 1...100 { _ = try transaction.appendNew(.sample(.sample("case-\(number)"))) { _ in 0 } }
                throw Interruption()
            }
        }
        #expect(try store.events().isEmpty)
        #expect(try store.append(.sample(.sample("case-1"))) == .appended(first: 1, recordedAt: 1_000, versions: [1]))
    }
}
