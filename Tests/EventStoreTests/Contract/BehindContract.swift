import Dispatch
import EventStore
import Foundation
import SQLite
import Testing

@Suite("Any event store: the background writer")
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

    @Test("a key that is taken after all rolls everything back")
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

    @Test("a wrong version is refused by the log, the next read throws, and everything is rolled back")
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

    @Test("an error meanwhile rolls back what is pending")
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

    @Test("what was committed in the background stays and is seen by others; what came after is rolled back")
    func committed() throws {
        let reader = try under.open(.read)
        #expect(throws: Interruption.self) {
            try store.write { transaction in
                for number in 1...100 { _ = try transaction.appendNew(.sample(.sample("case-\(number)"))) { _ in 0 } }
                #expect(try transaction.commitBehind())
                #expect(try transaction.version(of: "case-100") == 1)
                #expect(try reader.end().position == 100)
                let next = try transaction.appendNew(.sample(.sample("case-100"))) { _ in 1 }
                #expect(next == .appended(first: 101, recordedAt: 1_000, versions: [2]))
                #expect(try store.events().count == 101)
                #expect(try reader.end().position == 100)
                throw Interruption()
            }
        }
        #expect(try reader.end().position == 100)
        let next: AppendResult = try store.append(.sample(.sample("case-100")))
        #expect(next == .appended(first: 101, recordedAt: 1_000, versions: [2]))
    }

    @Test("what was committed in the background stays even if the store was not read before the rollback")
    func committedUnasked() throws {
        #expect(throws: Interruption.self) {
            try store.write { transaction in
                _ = try transaction.appendNew(.sample(.sample("case-1"))) { _ in 0 }
                #expect(try transaction.commitBehind())
                _ = try transaction.appendNew(.sample(.sample("case-2"))) { _ in 0 }
                throw Interruption()
            }
        }
        #expect(try store.events().map(\.stream) == ["case-1"])
    }

    @Test("nothing is committed in the background while another process waits for the lock")
    func awaited() throws {
        let waiting = try under.open(.write)
        let lock = try WriterLock(forStore: under.path)
        let done = DispatchSemaphore(value: 0)
        try store.write { transaction in
            #expect(try transaction.commitBehind())
            nonisolated(unsafe) let other = waiting
            Thread {
                _ = try? other.append(.sample(.sample("case-2")))
                done.signal()
            }.start()
            while !lock.isAwaited() { sched_yield() }
            #expect(try !transaction.commitBehind())
            _ = try transaction.appendNew(.sample(.sample("case-1"))) { _ in 0 }
        }
        done.wait()
        #expect(try store.events().map(\.stream) == ["case-1", "case-2"])
    }

    @Test("where the disk is full everything is undone, wherever that was met", .timeLimit(.minutes(10)))
    func full() throws {
        _ = try store.append(.sample(.sample("case-0")))
        let pages = try Statement.preparing("PRAGMA page_count", on: store.connection)
        #expect(try pages.step())
        let count: Int64 = pages.int64(0)
        pages.reset()
        var room: Int64 = 0
        while true {
            try store.connection.execute("PRAGMA max_page_count = \(count + room)")
            do {
                try store.write { transaction in
                    for number in 1...1_000 {
                        _ = try transaction.appendNew(.sample(.sample("case-\(number)"))) { _ in 0 }
                    }
                }
                break
            } catch let error as StoreError {
                #expect(error.code == .diskFull)
            }
            #expect(try store.events().map(\.stream) == ["case-0"])
            room += 1
        }
        #expect(room > 10)
        #expect(try store.events().count == 1_001)
    }

    @Test("other rows are written in order, and an error with them rolls everything back")
    func rows() throws {
        nonisolated(unsafe) let connection = store.connection
        try store.write { transaction in
            _ = try transaction.appendNew(.sample(.sample("case-1"))) { _ in 0 }
            try transaction.writeBehind { () throws(SQLiteError) in
                let statement = try Statement.preparingBehindGate(
                    "INSERT INTO cursor (source, state) SELECT 'a', count(*) FROM event", on: connection)
                try statement.run()
            }
            _ = try transaction.appendNew(.sample(.sample("case-2"))) { _ in 0 }
            #expect(try store.end().position == 2)
        }
        #expect(try store.cursor("a") == "2")
        #expect(throws: StoreError.self) {
            try store.write { transaction in
                _ = try transaction.appendNew(.sample(.sample("case-3"))) { _ in 0 }
                try transaction.writeBehind { () throws(SQLiteError) in
                    let statement = try Statement.preparingBehindGate("DELETE FROM nothing", on: connection)
                    try statement.run()
                }
            }
        }
        #expect(try store.events().map(\.stream) == ["case-1", "case-2"])
    }
}
