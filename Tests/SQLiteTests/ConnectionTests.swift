import SQLite
import TestSupport
import Testing

@Suite("A connection")
struct ConnectionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("makes a file only where it was asked to")
    func creates() throws {
        for mode in [Connection.Mode.readWrite, .readOnly, .immutable] {
            let error = #expect(throws: SQLiteError.self) {
                try Connection(path: folder.file("missing.db"), mode: mode)
            }
            #expect(error?.cannotOpen == true, "\(mode)")
        }
        #expect(folder.names == [])

        let connection = try Connection(path: folder.file("made.db"), mode: .create)
        try connection.execute("CREATE TABLE t (a)")
        #expect(connection.path == folder.file("made.db"))
        #expect(folder.exists("made.db"))
    }

    @Test("that reads only refuses to write", arguments: [Connection.Mode.readOnly, .immutable])
    func readsOnly(mode: Connection.Mode) throws {
        try Connection(path: folder.file("a.db"), mode: .create).execute("CREATE TABLE t (a); INSERT INTO t VALUES (7)")
        let reader = try Connection(path: folder.file("a.db"), mode: mode)
        #expect(try reader.integer("SELECT a FROM t") == 7)
        let error = #expect(throws: SQLiteError.self) { try reader.execute("INSERT INTO t VALUES (8)") }
        #expect(error?.isReadOnly == true)
    }

    @Test(
        "opens immutable files whose names mean something in a URI",
        arguments: ["50%25.db", "a?mode=memory.db", "#1.db"])
    func oddNames(name: String) throws {
        try Connection(path: folder.file(name), mode: .create).execute("CREATE TABLE t (a); INSERT INTO t VALUES (7)")
        let reader = try Connection(path: folder.file(name), mode: .immutable)
        #expect(try reader.integer("SELECT a FROM t") == 7)
        #expect(folder.names == [name])
    }

    @Test("opens an immutable file whose path begins with two slashes")
    func twoSlashes() throws {
        try Connection(path: folder.file("a.db"), mode: .create).execute("CREATE TABLE t (a); INSERT INTO t VALUES (7)")
        let reader = try Connection(path: "/" + folder.file("a.db"), mode: .immutable)
        #expect(try reader.integer("SELECT a FROM t") == 7)
    }

    @Test("opens an immutable file without making anything beside it, though it was written with a WAL")
    func immutableLeavesNothing() throws {
        let writer = try Connection(path: folder.file("a.db"), mode: .create)
        try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)")
        writer.close(checkpointing: true)
        let reader = try Connection(path: folder.file("a.db"), mode: .immutable)
        #expect(try reader.integer("SELECT a FROM t") == 7)
        #expect(folder.names == ["a.db"])
    }

    @Test("never checkpoints on close, unless it is told to")
    func closing() throws {
        let writer = try Connection(path: folder.file("a.db"), mode: .create)
        try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)")
        let file: [UInt8] = try folder.bytes(of: "a.db")
        writer.close(checkpointing: false)
        #expect(folder.exists("a.db-wal"))
        #expect(try folder.bytes(of: "a.db") == file)

        let reader = try Connection(path: folder.file("a.db"), mode: .readOnly)
        #expect(try reader.integer("SELECT a FROM t") == 7)
        reader.close(checkpointing: false)
        #expect(folder.exists("a.db-wal"))
        #expect(try folder.bytes(of: "a.db") == file)

        let last = try Connection(path: folder.file("a.db"), mode: .readWrite)
        #expect(try last.integer("SELECT a FROM t") == 7)
        last.close(checkpointing: true)
        #expect(folder.names == ["a.db"])
        #expect(try folder.bytes(of: "a.db") != file)
    }

    @Test("lets go of the file when it is closed with statements still in its cache")
    func closesWithStatements() throws {
        let first = try Connection(path: folder.file("a.db"), mode: .create)
        try first.execute("PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE t (a); INSERT INTO t VALUES (7)")
        #expect(try first.integer("SELECT a FROM t") == 7)
        first.close(checkpointing: false)
        first.close(checkpointing: true)
        let second = try Connection(path: folder.file("a.db"), mode: .readOnly)
        #expect(try second.integer("SELECT a FROM t") == 7)
    }

    @Test("keeps statements and hands them out ready for another run")
    func cache() throws {
        let connection = try Connection(path: folder.file("a.db"), mode: .create)
        try connection.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)")
        let first = try connection.statement("SELECT a FROM t ORDER BY a")
        #expect(try first.step())
        let again = try connection.statement("SELECT a FROM t ORDER BY a")
        #expect(first === again)
        #expect(try again.step())
        #expect(again.int64(0) == 1)
        let own = try Statement.preparing("SELECT a FROM t ORDER BY a", on: connection)
        #expect(own !== first)
    }

    @Test("reserves bytes at each page's end, which the file's header says")
    func reservedBytes() throws {
        let connection = try Connection(path: folder.file("a.db"), mode: .create)
        try connection.reserveBytesPerPage(8)
        try connection.execute("PRAGMA page_size = 8192; CREATE TABLE t (a)")
        connection.close(checkpointing: false)
        let header: [UInt8] = try folder.bytes(of: "a.db")
        #expect(header[16...17] == [0x20, 0x00])
        #expect(header[20] == 8)
    }

    @Test("says whether a transaction is open and how many rows the last statement changed")
    func transactionState() throws {
        let connection = try Connection(path: folder.file("a.db"), mode: .create)
        try connection.execute("CREATE TABLE t (a)")
        #expect(connection.isAutocommit)
        try connection.execute("BEGIN; INSERT INTO t VALUES (1), (2), (3)")
        #expect(!connection.isAutocommit)
        #expect(connection.changes == 3)
        try connection.execute("ROLLBACK")
        #expect(connection.isAutocommit)
        #expect(try connection.integer("SELECT count(*) FROM t") == 0)
    }

    @Test("tells which library runs")
    func libraryVersion() throws {
        let connection = try Connection(path: folder.file("a.db"), mode: .create)
        let statement = try connection.statement("SELECT sqlite_version()")
        #expect(try statement.step())
        #expect(statement.string(0) == Connection.libraryVersion)
        let parts: [Int] = Connection.libraryVersion.split(separator: ".").compactMap { Int($0) }
        #expect(Connection.libraryVersionNumber == parts[0] * 1_000_000 + parts[1] * 1_000 + parts[2])
    }
}

extension Connection {
    /// The first column of a query's first row.
    func integer(_ sql: String) throws -> Int64? {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.int64(0) : nil
    }
}
