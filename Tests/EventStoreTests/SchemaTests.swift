import EventStore
import SQLite
import TestSupport
import Testing

@Suite("A store's file")
struct SchemaTests {
    private let folder: TemporaryFolder
    private let store: EventStore

    init() throws {
        folder = try TemporaryFolder()
        store = try EventStore(path: folder.file("cmcase.db"), access: .create)
    }

    private func integer(_ sql: String) throws -> Int64? {
        let statement = try store.connection.statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.int64(0) : nil
    }

    @Test("says in its header what it is: application id, schema version, page size, reserved bytes")
    func header() throws {
        store.close()
        let header: [UInt8] = try Array(folder.bytes(of: "cmcase.db").prefix(100))
        #expect(Array(header[0..<16]) == Array("SQLite format 3\0".utf8))
        #expect(Array(header[68..<72]) == Array("CMCS".utf8))
        #expect(Array(header[60..<64]) == [0, 0, 0, 1])
        #expect(Array(header[16..<18]) == [0x20, 0x00])
        #expect(header[20] == 8)
        #expect(Schema.applicationID == 0x434D_4353)
        #expect(Schema.version == 1)
    }

    @Test("and everything beside it is its owner's alone")
    func permissions() throws {
        try store.append(.sample(.sample()))
        #expect(folder.names == ["cmcase.db", "cmcase.db-lock", "cmcase.db-shm", "cmcase.db-wal"])
        for name in folder.names { #expect(try folder.mode(name) == 0o600, "\(name)") }
    }

    @Test("is written through a WAL, synced at every commit, and erased from for real")
    func pragmas() throws {
        #expect(try integer("PRAGMA synchronous") == 2)
        #expect(try integer("PRAGMA secure_delete") == 1)
        #expect(try integer("SELECT journal_mode = 'wal' FROM pragma_journal_mode") == 1)
        #expect(try integer("PRAGMA page_size") == 8192)
    }

    @Test("stays in one piece when the last writer closes it, and beside it only the lock")
    func closed() throws {
        try store.append(.sample(.sample()))
        store.close()
        #expect(folder.names == ["cmcase.db", "cmcase.db-lock"])
    }

    @Test("keeps its journal while somebody reads")
    func closedWhileRead() throws {
        try store.append(.sample(.sample()))
        let reader = try EventStore(path: folder.file("cmcase.db"), access: .read)
        #expect(try reader.end().position == 1)
        store.close()
        #expect(folder.exists("cmcase.db-wal"))
        #expect(try reader.end().position == 1)
        reader.close()
        #expect(folder.exists("cmcase.db-wal"))
        let again = try EventStore(path: folder.file("cmcase.db"), access: .write)
        #expect(try again.end().position == 1)
    }

    @Test("has an id of 16 bytes and a key of 32, its own and for ever")
    func identity() throws {
        #expect(store.id.count == 16)
        #expect(try integer("SELECT length(value) FROM store WHERE name = 'key'") == 32)
        let again = try EventStore(path: folder.file("cmcase.db"), access: .read)
        #expect(again.id == store.id)
        #expect(again.keyedHash.hash("message", "x", "1") == store.keyedHash.hash("message", "x", "1"))
        let other = try EventStore(path: folder.file("other.db"), access: .create)
        #expect(other.id != store.id)
        #expect(other.keyedHash.hash("message", "x", "1") != store.keyedHash.hash("message", "x", "1"))
    }

    @Test("has strict tables only")
    func strict() throws {
        let names = try store.connection.statement(
            "SELECT name FROM pragma_table_list WHERE strict AND schema = 'main' ORDER BY name")
        var strict: [String] = []
        while try names.step() { strict.append(names.string(0)) }
        #expect(strict == ["content", "cursor", "event", "idempotency", "projection", "store"])
        #expect(
            try integer("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") == 6)
    }

    @Test("is sound by SQLite's own check after writing")
    func integrity() throws {
        for number in 1...50 {
            try store.append(
                .sample(
                    .sample("case-\(number % 7)", content: "words", owner: "person-1"), key: .sample(UInt64(number))))
        }
        let statement = try store.connection.statement("PRAGMA integrity_check")
        #expect(try statement.step())
        #expect(statement.string(0) == "ok")
        statement.reset()
    }
}
