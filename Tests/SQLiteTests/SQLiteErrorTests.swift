import SQLite
import TestSupport
import Testing

@Suite("An error of SQLite")
struct SQLiteErrorTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("says what, where and in which statement, on one line")
    func description() {
        let error = SQLiteError(
            code: 2067, message: "UNIQUE constraint failed: t.a", sql: "INSERT INTO t", path: "/s.db")
        #expect(error.description == "SQLite error 2067: UNIQUE constraint failed: t.a [/s.db] in: INSERT INTO t")
        #expect(
            SQLiteError(code: 14, message: "unable to open database file", sql: nil, path: "/s.db").description
                == "SQLite error 14: unable to open database file [/s.db]")
    }

    @Test("keeps the extended code and knows the primary one")
    func codes() {
        func error(_ code: Int32) -> SQLiteError { SQLiteError(code: code, message: "", sql: nil, path: "") }
        #expect(error(2067).primaryCode == 19)
        #expect(error(2067).isConstraint)
        #expect(error(517).isBusy)
        #expect(error(6).isBusy)
        #expect(error(26).isNotADatabase)
        #expect(error(779).isCorrupt)
        #expect(error(13).isFull)
        #expect(error(776).isReadOnly)
        #expect(error(526).cannotOpen)
        #expect(!error(1).isConstraint)
    }

    @Test("never shows a value, only names of columns")
    func noValues() throws {
        let connection = try Connection(path: folder.file("a.db"), mode: .create)
        try connection.execute("CREATE TABLE t (a TEXT UNIQUE CHECK (length(a) < 20), b INTEGER) STRICT")
        let insert = try connection.statement("INSERT INTO t (a, b) VALUES (?1, ?2)")
        insert.bind(1, "Ana Torres")
        try insert.run()
        for (text, number) in [("Ana Torres", "1"), ("Ana Torres wrote a lot of words", "1"), ("x", "Ana Torres")] {
            insert.bind(1, text)
            insert.bind(2, number)
            let error = #expect(throws: SQLiteError.self) { try insert.run() }
            #expect(error?.isConstraint == true)
            #expect(error?.description.contains("Ana") == false)
        }
    }

    @Test("tells a text file from a database")
    func textFile() throws {
        try folder.write(
            Array("just a few words, long enough to be read as a header of a database file\n".utf8), to: "a.txt")
        let connection = try Connection(path: folder.file("a.txt"), mode: .readOnly)
        let error = #expect(throws: SQLiteError.self) { try connection.integer("SELECT count(*) FROM sqlite_schema") }
        #expect(error?.isNotADatabase == true)
    }

    @Test("tells a damaged page")
    func damage() throws {
        let connection = try Connection(path: folder.file("a.db"), mode: .create)
        try connection.execute("CREATE TABLE t (a); INSERT INTO t VALUES (7)")
        connection.close(checkpointing: false)
        var bytes: [UInt8] = try folder.bytes(of: "a.db")
        bytes[4096] = 0xFF
        try folder.write(bytes, to: "a.db")
        let reader = try Connection(path: folder.file("a.db"), mode: .readOnly)
        let error = #expect(throws: SQLiteError.self) { try reader.integer("SELECT a FROM t") }
        #expect(error?.isCorrupt == true)
    }

    @Test("tells that another connection writes")
    func busy() throws {
        let first = try Connection(path: folder.file("a.db"), mode: .create)
        try first.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a); BEGIN IMMEDIATE")
        let second = try Connection(path: folder.file("a.db"), mode: .readWrite)
        try second.execute("PRAGMA busy_timeout = 0")
        let error = #expect(throws: SQLiteError.self) { try second.execute("BEGIN IMMEDIATE") }
        #expect(error?.isBusy == true)
    }
}
