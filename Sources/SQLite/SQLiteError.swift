internal import CSQLite

/// What SQLite refused or could not do, with its own codes.
///
/// <https://sqlite.org/rescode.html> lists the codes.
package struct SQLiteError: Error, Hashable, Sendable {
    /// The extended result code; its low byte is the primary one.
    package var code: Int32
    /// SQLite's own words. They can name columns and files, never values.
    package var message: String
    /// The statement, where one was at work.
    package var sql: String?
    /// The file.
    package var path: String

    package init(code: Int32, message: String, sql: String?, path: String) {
        self.code = code
        self.message = message
        self.sql = sql
        self.path = path
    }

    /// The primary result code.
    package var primaryCode: Int32 { code & 0xFF }

    /// Whether another connection holds the lock that was wanted.
    package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
    /// Whether the file is not a database at all.
    package var isNotADatabase: Bool { primaryCode == SQLITE_NOTADB }
    /// Whether pages of the file are damaged.
    package var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT }
    /// Whether the disk is full.
    package var isFull: Bool { primaryCode == SQLITE_FULL }
    /// Whether the file or its folder can't be written.
    package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
    /// Whether the file can't be opened.
    package var cannotOpen: Bool { primaryCode == SQLITE_CANTOPEN }
    /// Whether a uniqueness or check in the schema was violated, or a trigger refused.
    package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }
}

extension SQLiteError: CustomStringConvertible {
    package var description: String {
        "SQLite error \(code): \(message) [\(path)]" + (sql.map { " in: \($0)" } ?? "")
    }
}
