internal import Glibc
internal import Migrations
internal import SQLite

/// Creates, recognises and migrates store files.
package enum Schema {
    /// `CMCS`, at byte 68 of the file (<https://sqlite.org/fileformat2.html>, "application id").
    package static let applicationID: Int64 = 0x434D_4353

    /// The schema version this program writes.
    package static var version: Int64 { Int64(Migrations.all.count) }

    /// - Parameter leavingNoTrace: creates no file beside the store if there is no WAL. What is read is consistent only
    ///   if nobody writes meanwhile.
    static func openForReading(_ path: String, leavingNoTrace: Bool) throws -> Connection {
        try checkFile(path)
        if leavingNoTrace, !hasJournal(path) { return try openedForReading(path, .immutable) }
        do {
            return try openedForReading(path, try readingMode(path))
        } catch let error as SQLiteError where error.isFull {
            // No disk space for the 32 KB of the WAL's shared memory. Without a WAL none is needed; with one it is kept on the
            // heap, by a connection that excludes all others.
            guard hasJournal(path) else { return try openedForReading(path, .immutable) }
            return try openedForReading(path, .readWrite, "PRAGMA locking_mode = EXCLUSIVE")
        }
    }

    private static func openedForReading(
        _ path: String, _ mode: Connection.Mode, _ first: String = ""
    ) throws -> Connection {
        let connection = try Connection(path: path, mode: mode)
        try connection.execute(first + "; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE")
        let found: Int64 = try recognise(connection, path)
        guard found == version else { throw StoreError(.newerSchema(found: found, known: version), path: path) }
        return connection
    }

    /// Opens a store for writing, with its lock; creates it if it is missing and `mayCreate`.
    static func openForWriting(
        _ path: String, mayCreate: Bool
    ) throws -> (connection: Connection, lock: WriterLock, wasMade: Bool) {
        let mask: mode_t = umask(0o077)
        defer { umask(mask) }
        let existing: Connection? = try openExisting(path, mayCreate: mayCreate)
        let lock = try WriterLock(forStore: path)
        let connection: Connection = try existing ?? Connection(path: path, mode: .create)
        try lock.acquire()
        defer { lock.release() }
        let wasMade: Bool = try isEmpty(connection)
        if wasMade {
            try create(connection)
        } else {
            try migrate(connection, from: try recognise(connection, path))
        }
        try connection.execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;
            PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE; PRAGMA secure_delete = ON;
            PRAGMA journal_size_limit = 67108864
            """)
        return (connection, lock, wasMade)
    }

    /// Opens an existing file and recognises it before anything is touched: beside a file that is no store, not even
    /// the lock file is created.
    private static func openExisting(_ path: String, mayCreate: Bool) throws -> Connection? {
        do {
            try checkFile(path)
        } catch {
            if error.code == .notFound && mayCreate { return nil }
            throw error
        }
        guard access(path, W_OK) == 0 else { throw StoreError(.readOnly, path: path) }
        let connection = try Connection(path: path, mode: .readWrite)
        if try !isEmpty(connection) { _ = try recognise(connection, path) }
        return connection
    }

    static func value(_ name: String, in connection: Connection) throws(SQLiteError) -> [UInt8]? {
        let statement = try connection.statement(SQL.storeValue)
        defer { statement.reset() }
        statement.bind(1, name)
        return try statement.step() ? statement.optionalBlob(0) : nil
    }

    // MARK: Steps

    /// An empty file, which a kill while creating a store leaves behind, counts as missing.
    private static func checkFile(_ path: String) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code: Int32 = errno
            if code == ENOENT || code == ENOTDIR { throw StoreError(.notFound, path: path) }
            throw StoreError(.system(call: "stat", errno: code, reason: String(cString: strerror(code))), path: path)
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw StoreError(.isADirectory, path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StoreError(.notAStore, path: path) }
        if status.st_size == 0 { throw StoreError(.notFound, path: path) }
        guard access(path, R_OK) == 0 else { throw StoreError(.unreadable, path: path) }
    }

    /// A WAL can be read only if its shared-memory file exists or can be created. Without a WAL, a folder that can't be
    /// written is safe to read without locks, since nobody can write there.
    private static func readingMode(_ path: String) throws(StoreError) -> Connection.Mode {
        let folder: String =
            path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "/"
        if access(folder, W_OK) == 0 { return .readOnly }
        if hasJournal(path) {
            if access(path + "-shm", F_OK) == 0 { return .readOnly }
            throw StoreError(.needsRecovery, path: path)
        }
        return .immutable
    }

    private static func hasJournal(_ path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    private static func isEmpty(_ connection: Connection) throws(SQLiteError) -> Bool {
        let statement = try connection.statement("SELECT count(*) FROM sqlite_schema")
        defer { statement.reset() }
        guard try statement.step(), statement.int64(0) == 0 else { return false }
        return try pragma("application_id", connection) == 0
    }

    /// The schema version of a store; throws if the file is no store, or newer than this program.
    private static func recognise(_ connection: Connection, _ path: String) throws -> Int64 {
        guard try pragma("application_id", connection) == applicationID else {
            throw StoreError(.notAStore, path: path)
        }
        let found: Int64 = try pragma("user_version", connection)
        guard found <= version else {
            throw StoreError(.newerSchema(found: found, known: version), path: path)
        }
        // Versions start at 1.
        guard found > 0 else { throw StoreError(.damaged, path: path) }
        return found
    }

    private static func pragma(_ name: StaticString, _ connection: Connection) throws(SQLiteError) -> Int64 {
        let statement = try connection.statement("PRAGMA \(name)")
        defer { statement.reset() }
        return try statement.step() ? statement.int64(0) : 0
    }

    /// Creates the tables in one transaction: a kill leaves an empty file, which counts as missing.
    private static func create(_ connection: Connection) throws(SQLiteError) {
        try connection.reserveBytesPerPage(8)
        try connection.execute("PRAGMA page_size = 8192")
        try connection.execute("BEGIN EXCLUSIVE")
        try connection.execute("PRAGMA application_id = \(applicationID)")
        try runMigrations(connection, from: 0)
        var random = RandomBytes()
        for (name, count) in [("id", 16), ("key", 32)] {
            let statement = try connection.statement(SQL.setStoreValue)
            statement.bind(1, name)
            random.withBytes(count) { statement.bind(2, blob: $0) }
            try statement.run()
        }
        try connection.execute("COMMIT")
    }

    private static func migrate(_ connection: Connection, from found: Int64) throws(SQLiteError) {
        guard found < version else { return }
        try connection.execute("BEGIN EXCLUSIVE")
        try runMigrations(connection, from: found)
        try connection.execute("COMMIT")
    }

    private static func runMigrations(_ connection: Connection, from found: Int64) throws(SQLiteError) {
        for step in Migrations.all[Int(found)...] { try connection.execute(step) }
        try connection.execute("PRAGMA user_version = \(version)")
    }
}
