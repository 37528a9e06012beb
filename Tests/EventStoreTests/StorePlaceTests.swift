import EventStore
import Foundation
import SQLite
import TestSupport
import Testing

@Suite("Where a store's file is")
struct StorePlaceTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file("cmcase.db") }

    init() throws { folder = try TemporaryFolder() }

    private func remove(_ names: String...) throws {
        for name in names { try FileManager.default.removeItem(atPath: folder.file(name)) }
    }

    private func expectReplaced(_ body: () throws -> Void) throws {
        let error = #expect(throws: StoreError.self) { try body() }
        #expect(error?.code == .replaced)
        #expect(error?.path == path)
    }

    @Test("an empty name is refused", arguments: [EventStore.Access.read, .write, .create])
    func empty(access: EventStore.Access) {
        let error = #expect(throws: StoreError.self) { try EventStore(path: "", access: access) }
        #expect(error?.code == .noName)
    }

    @Test("a store that is reached by links has one lock and one journal, beside the file")
    func links() throws {
        try FileManager.default.createDirectory(
            atPath: folder.file("real"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("folder"), withDestinationPath: "real")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "folder/here.db")
        // A link to a file that is still to be made.
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.file("real")).sorted() == [
                "here.db", "here.db-lock", "here.db-shm", "here.db-wal",
            ])
        #expect(folder.names == ["cmcase.db", "folder", "real"])
        try store.write { _ in
            #expect(WriterLock.holding(ofStore: folder.file("real/here.db")) != .nobody)
        }
        #expect(try EventStore(path: folder.file("folder/here.db"), access: .read).end().position == 1)
    }

    @Test("links that lead nowhere or in a circle are refused")
    func badLinks() throws {
        try FileManager.default.createSymbolicLink(
            atPath: path, withDestinationPath: "nowhere/cmcase.db")
        try FileManager.default.createSymbolicLink(atPath: folder.file("a"), withDestinationPath: "b")
        try FileManager.default.createSymbolicLink(atPath: folder.file("b"), withDestinationPath: "a")
        for access in [EventStore.Access.read, .create] {
            #expect(throws: StoreError.self) { try EventStore(path: path, access: access) }
            #expect(throws: StoreError.self) { try EventStore(path: folder.file("a"), access: access) }
        }
        #expect(folder.names == ["a", "b", "cmcase.db"])
    }

    @Test("what is committed to a file that was deleted is not recorded")
    func deleted() throws {
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        try remove("cmcase.db")
        try expectReplaced { try store.append(.sample(.sample())) }
        try expectReplaced { try store.append(.sample(.sample())) }
        store.close()
        #expect(!folder.exists("cmcase.db"))
    }

    @Test("what is committed to a file that was moved is not recorded")
    func moved() throws {
        let store = try EventStore(path: path, access: .create)
        try FileManager.default.moveItem(atPath: path, toPath: folder.file("b.db"))
        try expectReplaced { try store.append(.sample(.sample())) }
    }

    @Test(
        "what is committed to a file that was replaced is not recorded, and the other store's journal stays"
    )
    func replaced() throws {
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        try remove("cmcase.db", "cmcase.db-wal", "cmcase.db-shm")
        let other = try EventStore(path: path, access: .create)
        try other.append(.sample(.sample("case-7")))
        try expectReplaced { try store.append(.sample(.sample())) }
        store.close()
        #expect(folder.exists("cmcase.db-wal"))
        #expect(try EventStore(path: path, access: .read).events().map(\.stream) == ["case-7"])
        other.close()
        #expect(try EventStore(path: path, access: .read).events().map(\.stream) == ["case-7"])
    }

    @Test("what is committed to a journal that was deleted is not recorded")
    func journal() throws {
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        try remove("cmcase.db-wal")
        try expectReplaced { try store.append(.sample(.sample())) }
    }

    @Test("background commits are checked too")
    func onTheWay() throws {
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        try expectReplaced {
            try store.write { transaction in
                _ = try transaction.appendNew(.sample(.sample("case-2"))) { _ in 0 }
                try remove("cmcase.db")
                while try transaction.commitBehind() {}
            }
        }
    }

    @Test("a lock whose file was deleted is taken anew, so that others wait again")
    func lock() throws {
        let first = try WriterLock(forStore: path)
        let second = try WriterLock(forStore: path)
        try remove("cmcase.db-lock")
        try first.acquire()
        #expect(throws: StoreError.self) { try second.acquire(waiting: 0) }
        first.release()
        try second.acquire(waiting: 0)
    }

    @Test("looking who holds the lock makes no file")
    func holding() throws {
        #expect(WriterLock.holding(ofStore: path) == .nobody)
        #expect(folder.names == [])
        let lock = try WriterLock(forStore: path)
        #expect(WriterLock.holding(ofStore: path) == .nobody)
        try lock.acquire()
        lock.sign()
        #expect(WriterLock.holding(ofStore: path) == .somebody("process \(getpid())"))
        lock.release()
        #expect(WriterLock.holding(ofStore: path) == .nobody)
    }

    @Test("examining a store makes no file and tells that somebody wrote")
    func examining() throws {
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        store.close()
        try remove("cmcase.db-lock")
        let reader = try EventStore(path: path, access: .examine)
        #expect(try reader.events().count == 1)
        #expect(folder.names == ["cmcase.db"])
        #expect(!reader.hasChanged)
        let writer = try EventStore(path: path, access: .write)
        try writer.append(.sample(.sample()))
        #expect(reader.hasChanged)
        // With a journal beside it, it is read with its journal.
        #expect(try EventStore(path: path, access: .examine).events().count == 2)
    }

    @Test(
        "a schema version that no program writes is refused, and nothing is changed",
        arguments: [-1, Int32.min, 0])
    func schemaVersion(version: Int32) throws {
        let store = try EventStore(path: path, access: .create)
        try store.append(.sample(.sample()))
        try store.connection.execute("PRAGMA user_version = \(version)")
        store.close()
        for access in [EventStore.Access.read, .write, .create] {
            let error = #expect(throws: StoreError.self) { try EventStore(path: path, access: access) }
            #expect(error?.code == .damaged)
        }
    }
}
