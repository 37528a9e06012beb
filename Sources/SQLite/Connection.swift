internal import CSQLite

/// A connection to a database file, used by one thread at a time (but see `gate`).
///
/// It never checkpoints on close unless `close(checkpointing:)` says so: in SQLite 3.7.0 to 3.51.2 a write can be lost
/// if two connections checkpoint and write at the same moment (<https://sqlite.org/wal.html>, "the WAL-reset bug"), so
/// a checkpoint needs the store's lock.
package final class Connection {
    package enum Mode: Hashable, Sendable {
        /// Read and write; create the file if it is missing.
        case create
        /// Read and write an existing file.
        case readWrite
        /// Read only, with WAL locking.
        case readOnly
        /// Read only, without locks and WAL: for files that nobody can write.
        case immutable
    }

    /// Absolute, because SQLite treats only paths that begin with a slash as plain files.
    package let path: String
    let handle: OpaquePointer
    /// Makes this thread wait while a second one uses the connection.
    package let gate = ConnectionGate()
    private var cache: [String: Statement] = [:]
    /// Keyed by the address of the literal: a lookup costs nanoseconds, in loops that run for every event.
    private var fixedCache: [UnsafePointer<UInt8>: Statement] = [:]
    private var isClosed = false

    /// Opens a file, with a busy timeout of five seconds.
    ///
    /// - Parameter path: absolute. SQLite would open `:memory:` as no file, and `file:…` as a URI if its library was
    ///   built so.
    /// - Throws: `SQLiteError` if the file can't be opened.
    package init(path: String, mode: Mode) throws(SQLiteError) {
        Self.prepareLibrary
        precondition(path.hasPrefix("/"), "a database is opened by its absolute path")
        let flags: Int32
        switch mode {
        case .create: flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .readWrite: flags = SQLITE_OPEN_READWRITE
        case .readOnly, .immutable: flags = SQLITE_OPEN_READONLY
        }
        let name: String = mode == .immutable ? Self.uri(path) + "?immutable=1" : path
        let uri: Int32 = mode == .immutable ? SQLITE_OPEN_URI : 0
        var handle: OpaquePointer?
        let code: Int32 = sqlite3_open_v2(name, &handle, flags | uri | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let handle else {
            let message = handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(handle)
            throw SQLiteError(code: code, message: message, sql: nil, path: path)
        }
        self.path = path
        self.handle = handle
        sqlite3_busy_timeout(handle, 5_000)
        setNoCheckpointOnClose(true)
    }

    deinit { close(checkpointing: false) }

    /// Runs once, before the library is used.
    private static let prepareLibrary: Void = { _ = cmcase_sqlite3_count_no_memory() }()

    /// The version of SQLite, as `3.40.1`.
    package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    /// The same as a number, 3040001.
    package static var libraryVersionNumber: Int { Int(sqlite3_libversion_number()) }

    /// The number of rows that the last statement changed.
    package var changes: Int { Int(sqlite3_changes64(handle)) }

    /// Whether no transaction is open.
    package var isAutocommit: Bool { sqlite3_get_autocommit(handle) != 0 }

    /// Closes the connection. With `checkpointing`, the last connection moves the WAL into the file and removes it; the
    /// caller must hold the store's lock.
    package func close(checkpointing: Bool) {
        guard !isClosed else { return }
        isClosed = true
        cache.removeAll()
        fixedCache.removeAll()
        if checkpointing { setNoCheckpointOnClose(false) }
        sqlite3_close_v2(handle)
    }

    /// Runs statements, ignoring rows.
    package func execute(_ sql: String) throws(SQLiteError) {
        try gate.pass()
        let code: Int32 = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, sql: sql) }
    }

    /// A cached statement, reset and ready to bind; always the same object for the same text.
    package func statement(_ sql: String) throws(SQLiteError) -> Statement {
        if let statement = cache[sql] {
            statement.reset()
            return statement
        }
        let statement = try Statement(sql, on: self)
        cache[sql] = statement
        return statement
    }

    /// The same for a literal.
    package func statement(_ sql: StaticString) throws(SQLiteError) -> Statement {
        if let statement = fixedCache[sql.utf8Start] {
            statement.reset()
            return statement
        }
        let statement = try Statement("\(sql)", on: self)
        fixedCache[sql.utf8Start] = statement
        return statement
    }

    /// Whether the open file is no longer the one of its name: deleted, moved or replaced. One system call.
    package var hasMoved: Bool {
        var moved: Int32 = 0
        return sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
            && moved != 0
    }

    /// Sets the number of reserved bytes at the end of each page. Call it before the first table is created.
    package func reserveBytesPerPage(_ bytes: Int32) throws(SQLiteError) {
        var bytes = bytes
        let code: Int32 = sqlite3_file_control(handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes)
        guard code == SQLITE_OK else { throw error(code, sql: nil) }
    }

    func error(_ code: Int32, sql: String?) -> SQLiteError {
        SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql, path: path)
    }

    private func setNoCheckpointOnClose(_ on: Bool) {
        _ = cmcase_sqlite3_no_checkpoint_on_close(handle, on ? 1 : 0)
    }

    /// The URI of an absolute path (<https://sqlite.org/uri.html>), with an empty authority, because the path may begin
    /// with two slashes.
    private static func uri(_ path: String) -> String {
        let bytes: [UInt8] = path.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
                Array("%\(String(byte, radix: 16, uppercase: true))".utf8)
            default: [byte]
            }
        }
        return "file://" + String(decoding: bytes, as: UTF8.self)
    }
}
