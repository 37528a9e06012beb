import SQLite
import TestSupport
import Testing

@Suite("A statement")
struct StatementTests {
    private let folder: TemporaryFolder
    private let connection: Connection

    init() throws {
        folder = try TemporaryFolder()
        connection = try Connection(path: folder.file("a.db"), mode: .create)
        try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, value ANY) STRICT")
    }

    /// The value as SQLite got it: its type and its bytes in hexadecimal.
    private func stored(_ bind: (Statement) -> Void) throws -> String {
        let insert = try connection.statement("INSERT OR REPLACE INTO t (id, value) VALUES (1, ?1)")
        bind(insert)
        try insert.run()
        let read = try connection.statement("SELECT typeof(value) || ' ' || hex(value) FROM t")
        defer { read.reset() }
        return try read.step() ? read.string(0) : "nothing"
    }

    @Test("binds integers to both ends of their range")
    func integers() throws {
        for value in [Int64.min, -1, 0, 1, .max] {
            #expect(try stored { $0.bind(1, value) }.hasPrefix("integer "))
            let read = try connection.statement("SELECT value FROM t")
            #expect(try read.step())
            #expect(read.int64(0) == value)
            #expect(read.optionalInt64(0) == value)
            read.reset()
        }
        #expect(try stored { $0.bind(1, nil as Int64?) } == "null ")
    }

    @Test(
        "binds text byte by byte",
        arguments: [
            ("", "text "), ("a", "text 61"), ("a\u{0}b", "text 610062"), ("e\u{301}", "text 65CC81"),
            ("ñ🙂", "text C3B1F09F9982"),
        ])
    func text(value: String, expected: String) throws {
        #expect(try stored { $0.bind(1, value) } == expected)
        #expect(try stored { $0.bind(1, Optional(value)) } == expected)
        #expect(
            try stored { statement in value.utf8.map { $0 }.withUnsafeBytes { statement.bind(1, text: $0) } }
                == expected)
        let read = try connection.statement("SELECT value FROM t")
        #expect(try read.step())
        #expect(Array(read.string(0).utf8) == Array(value.utf8))
        #expect(Array(read.textBytes(0)) == Array(value.utf8))
        #expect(read.optionalString(0) == value)
        read.reset()
    }

    @Test("tells empty from NULL, in text and in BLOBs")
    func emptyIsNotNull() throws {
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        #expect(try stored { $0.bind(1, blob: nothing) } == "blob ")
        #expect(try stored { $0.bind(1, text: nothing) } == "text ")
        #expect(try stored { $0.bind(1, nil as String?) } == "null ")
        #expect(try stored { $0.bindNull(1) } == "null ")
        let read = try connection.statement("SELECT value, x'', '' FROM t")
        #expect(try read.step())
        #expect(read.isNull(0))
        #expect(read.optionalInt64(0) == nil)
        #expect(read.optionalString(0) == nil)
        #expect(read.optionalBlob(0) == nil)
        #expect(read.textBytes(0).isEmpty)
        #expect(read.blobBytes(0).isEmpty)
        #expect(read.optionalBlob(1) == [])
        #expect(read.isBlob(1))
        #expect(read.optionalString(2) == "")
        read.reset()
    }

    @Test("binds BLOBs, zero bytes included")
    func blobs() throws {
        let bytes: [UInt8] = [0, 255, 0, 1]
        #expect(try stored { statement in bytes.withUnsafeBytes { statement.bind(1, blob: $0) } } == "blob 00FF0001")
        let read = try connection.statement("SELECT value FROM t")
        #expect(try read.step())
        #expect(read.optionalBlob(0) == bytes)
        #expect(Array(read.blobBytes(0)) == bytes)
        read.reset()
    }

    @Test("repairs damaged UTF-8 visibly and leaves the bytes as they are")
    func damagedText() throws {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62]
        #expect(try stored { statement in bytes.withUnsafeBytes { statement.bind(1, text: $0) } } == "text 61FF62")
        let read = try connection.statement("SELECT value FROM t")
        #expect(try read.step())
        #expect(read.string(0) == "a\u{FFFD}b")
        #expect(Array(read.textBytes(0)) == bytes)
        read.reset()
    }

    @Test("reads reals, and the names and number of its columns")
    func columns() throws {
        let read = try connection.statement("SELECT 0.5 AS half, 2 AS two")
        #expect(read.columnCount == 2)
        #expect(read.columnName(0) == "half")
        #expect(read.columnName(1) == "two")
        #expect(try read.step())
        #expect(read.double(0) == 0.5)
        #expect(try !read.step())
    }

    @Test("keeps what was bound when it is reset, and starts anew by itself after its end")
    func rerun() throws {
        try connection.execute("INSERT INTO t (id) VALUES (1), (2), (3)")
        let read = try connection.statement("SELECT id FROM t WHERE id > ?1 ORDER BY id")
        read.bind(1, 1)
        #expect(try read.step())
        read.reset()
        #expect(try read.step())
        #expect(read.int64(0) == 2)
        #expect(try read.step())
        #expect(try !read.step())
        #expect(try read.step())
        #expect(read.int64(0) == 2)
        read.reset()
    }

    @Test("can run again after it was refused")
    func afterARefusal() throws {
        let insert = try connection.statement("INSERT INTO t (id, value) VALUES (?1, 'secret words')")
        insert.bind(1, 1)
        try insert.run()
        let error = #expect(throws: SQLiteError.self) { try insert.run() }
        #expect(error?.isConstraint == true)
        insert.bind(1, 2)
        try insert.run()
        #expect(try connection.integer("SELECT count(*) FROM t") == 2)
    }

    @Test("that is not SQL is refused with its text")
    func notSQL() throws {
        let error = #expect(throws: SQLiteError.self) { try connection.statement("SELEKT 1") }
        #expect(error?.sql == "SELEKT 1")
        #expect(error?.primaryCode == 1)
    }
}
