import EventStore
import Foundation
import SQLite
import TestSupport
import Testing

@Suite("Opening a store")
struct OpeningTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func refusal(_ name: String, _ access: EventStore.Access) -> StoreError.Code? {
        let error = #expect(throws: StoreError.self) { try EventStore(path: folder.file(name), access: access) }
        #expect(error?.path == folder.file(name))
        return error?.code
    }

    /// Every file of the folder with its bytes.
    private func everything() throws -> [String: [UInt8]] {
        try Dictionary(uniqueKeysWithValues: folder.names.map { ($0, try folder.bytes(of: $0)) })
    }

    @Test("that is not there is refused, unless it is to be made", arguments: [EventStore.Access.read, .write])
    func missing(access: EventStore.Access) throws {
        #expect(refusal("cmcase.db", access) == .notFound)
        #expect(folder.names == [])
        _ = try EventStore(path: folder.file("cmcase.db"), access: .create)
        _ = try EventStore(path: folder.file("cmcase.db"), access: access)
    }

    @Test("in a folder that is not there is refused", arguments: [EventStore.Access.read, .write, .create])
    func missingFolder(access: EventStore.Access) throws {
        #expect(refusal("nowhere/cmcase.db", access) == .notFound)
        try folder.write([], to: "file")
        #expect(refusal("file/cmcase.db", access) == .notFound)
        #expect(folder.names == ["file"])
    }

    @Test("that is a folder is refused", arguments: [EventStore.Access.read, .write, .create])
    func directory(access: EventStore.Access) throws {
        try FileManager.default.createDirectory(atPath: folder.file("cmcase.db"), withIntermediateDirectories: false)
        #expect(refusal("cmcase.db", access) == .isADirectory)
        #expect(folder.names == ["cmcase.db"])
    }

    @Test("that is no file at all is refused", arguments: [EventStore.Access.read, .write, .create])
    func device(access: EventStore.Access) {
        let error = #expect(throws: StoreError.self) { try EventStore(path: "/dev/null", access: access) }
        #expect(error?.code == .notAStore)
    }

    @Test("that is an empty file counts as missing, and can be made")
    func empty() throws {
        try folder.write([], to: "cmcase.db")
        #expect(refusal("cmcase.db", .read) == .notFound)
        #expect(refusal("cmcase.db", .write) == .notFound)
        #expect(try folder.bytes(of: "cmcase.db") == [])
        let store = try EventStore(path: folder.file("cmcase.db"), access: .create)
        try store.append(.sample(.sample()))
    }

    @Test(
        "that is a text file is refused, and nothing is changed", arguments: [EventStore.Access.read, .write, .create])
    func text(access: EventStore.Access) throws {
        for text in ["hello\n", String(repeating: "a line of notes, and another\n", count: 400)] {
            try folder.write(Array(text.utf8), to: "notes.txt")
            #expect(refusal("notes.txt", access) == .notAStore)
            #expect(try everything() == ["notes.txt": Array(text.utf8)])
        }
    }

    @Test(
        "that is another program's database is refused, and nothing is changed",
        arguments: [EventStore.Access.read, .write, .create])
    func foreign(access: EventStore.Access) throws {
        try Connection(path: folder.file("other.db"), mode: .create).execute("CREATE TABLE event (position INTEGER)")
        let before: [String: [UInt8]] = try everything()
        #expect(refusal("other.db", access) == .notAStore)
        #expect(try everything() == before)
    }

    @Test("that is another program's database without tables is refused, and nothing is changed")
    func foreignWithoutTables() throws {
        try Connection(path: folder.file("other.db"), mode: .create).execute("PRAGMA application_id = 7")
        let before: [String: [UInt8]] = try everything()
        #expect(!before["other.db", default: []].isEmpty)
        #expect(refusal("other.db", .create) == .notAStore)
        #expect(try everything() == before)
    }

    @Test("of a newer schema is refused, and nothing is changed", arguments: [EventStore.Access.read, .write, .create])
    func newer(access: EventStore.Access) throws {
        let store = try EventStore(path: folder.file("cmcase.db"), access: .create)
        try store.append(.sample(.sample()))
        try store.connection.execute("PRAGMA user_version = 99")
        store.close()
        let before: [UInt8] = try folder.bytes(of: "cmcase.db")
        #expect(refusal("cmcase.db", access) == .newerSchema(found: 99, known: 1))
        #expect(try folder.bytes(of: "cmcase.db") == before)
    }

    @Test(
        "without its identity is refused",
        arguments: ["DELETE FROM store WHERE name = 'id'", "UPDATE store SET value = x'00' WHERE name = 'key'"])
    func withoutIdentity(damage: String) throws {
        let store = try EventStore(path: folder.file("cmcase.db"), access: .create)
        try store.connection.execute(damage)
        store.close()
        #expect(refusal("cmcase.db", .read) == .notAStore)
        #expect(refusal("cmcase.db", .write) == .notAStore)
    }

    @Test("whose first page is damaged is refused")
    func damaged() throws {
        try EventStore(path: folder.file("cmcase.db"), access: .create).close()
        var bytes: [UInt8] = try folder.bytes(of: "cmcase.db")
        for index in 100..<200 { bytes[index] = 0xFF }
        try folder.write(bytes, to: "cmcase.db")
        #expect(refusal("cmcase.db", .read) == .damaged)
        #expect(refusal("cmcase.db", .write) == .damaged)
    }

    @Test("whose making was interrupted begins anew")
    func interruptedMaking() throws {
        let half = try Connection(path: folder.file("cmcase.db"), mode: .create)
        try half.execute("PRAGMA page_size = 8192; BEGIN EXCLUSIVE; CREATE TABLE event (position INTEGER)")
        half.close(checkpointing: false)
        let store = try EventStore(path: folder.file("cmcase.db"), access: .create)
        #expect(try store.append(.sample(.sample())) == .appended(first: 1, recordedAt: 1_000, versions: [1]))
    }

    @Test("to read makes no lock file, and needs none")
    func readingNeedsNoLock() throws {
        try EventStore(path: folder.file("cmcase.db"), access: .create).close()
        try FileManager.default.removeItem(atPath: folder.file("cmcase.db-lock"))
        let reader = try EventStore(path: folder.file("cmcase.db"), access: .read)
        #expect(try reader.end().position == 0)
        #expect(!folder.exists("cmcase.db-lock"))
    }

    @Test("to read does not empty the journal of a writer that was killed, and sees what it acknowledged")
    func journalLeftBehind() throws {
        let store = try EventStore(path: folder.file("cmcase.db"), access: .create)
        try store.append(.sample(.sample()))
        for name in ["cmcase.db", "cmcase.db-wal"] {
            try FileManager.default.copyItem(atPath: folder.file(name), toPath: folder.file("copy-" + name))
        }
        let wal: [UInt8] = try folder.bytes(of: "copy-cmcase.db-wal")
        #expect(!wal.isEmpty)
        let reader = try EventStore(path: folder.file("copy-cmcase.db"), access: .read)
        #expect(try reader.events().map(\.position) == [1])
        reader.close()
        #expect(try folder.bytes(of: "copy-cmcase.db-wal") == wal)
        let writer = try EventStore(path: folder.file("copy-cmcase.db"), access: .write)
        try writer.append(.sample(.sample()))
        writer.close()
        #expect(!folder.exists("copy-cmcase.db-wal"))
        #expect(try EventStore(path: folder.file("copy-cmcase.db"), access: .read).end().position == 2)
    }

    @Test("by a path relative to where the program runs")
    func relative() throws {
        try EventStore(path: folder.file("cmcase.db"), access: .create).append(.sample(.sample()))
        let here: [Substring] = FileManager.default.currentDirectoryPath.split(separator: "/")
        let path: String = String(repeating: "../", count: here.count) + folder.file("cmcase.db").dropFirst()
        #expect(try EventStore(path: path, access: .read).end().position == 1)
    }
}

@Suite("A store that can't be written", .enabled(if: geteuid() != 0, "the superuser can write everywhere"))
struct UnwritableStoreTests {
    private let folder: TemporaryFolder
    private let store: EventStore

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("sealed"), withIntermediateDirectories: false)
        store = try EventStore(path: folder.file("sealed/cmcase.db"), access: .create)
        try store.append(.sample(.sample()))
    }

    private func seal(_ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.file("sealed"))
    }

    @Test("is read from a sealed folder without a journal, and nothing is made there")
    func sealedFolder() throws {
        store.close()
        let before: [String] = try FileManager.default.contentsOfDirectory(atPath: folder.file("sealed"))
        try seal(0o500)
        defer { try? seal(0o700) }
        let reader = try EventStore(path: folder.file("sealed/cmcase.db"), access: .read)
        #expect(try reader.end().position == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("sealed")) == before)
    }

    @Test("is refused in a sealed folder with a journal that nobody can take part in")
    func sealedJournal() throws {
        try FileManager.default.removeItem(atPath: folder.file("sealed/cmcase.db-shm"))
        try seal(0o500)
        defer { try? seal(0o700) }
        let error = #expect(throws: StoreError.self) {
            try EventStore(path: folder.file("sealed/cmcase.db"), access: .read)
        }
        #expect(error?.code == .needsRecovery)
    }

    @Test("is not made in a sealed folder")
    func makingInASealedFolder() throws {
        try seal(0o500)
        defer { try? seal(0o700) }
        let error = #expect(throws: StoreError.self) {
            try EventStore(path: folder.file("sealed/new.db"), access: .create)
        }
        #expect(error?.code == .readOnly)
    }

    @Test("is not written where the file is sealed")
    func sealedFile() throws {
        store.close()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o400], ofItemAtPath: folder.file("sealed/cmcase.db"))
        for access in [EventStore.Access.write, .create] {
            let error = #expect(throws: StoreError.self) {
                try EventStore(path: folder.file("sealed/cmcase.db"), access: access)
            }
            #expect(error?.code == .readOnly)
        }
        #expect(try EventStore(path: folder.file("sealed/cmcase.db"), access: .read).end().position == 1)
    }
}
