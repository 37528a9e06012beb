internal import CSQLite

/// An SQLite error with its extended result code (<https://sqlite.org/rescode.html>).
package struct SQLiteError: Error, Hashable, Sendable {
    /// The extended result code; the low byte is the primary one.
    package var code: Int32
    /// SQLite's message. Can name columns and files, never values.
    package var message: String
    /// The statement, if one was running.
    package var sql: String?
    package var path: String

    package init(code: Int32, message: String, sql: String?, path: String) {
        self.code = code
        self.message = message
        self.sql = sql
        self.path = path
    }

    /// The primary result code.
    package var primaryCode: Int32 { code & 0xFF }

    /// Whether another connection holds the lock.
    package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
    /// Whether the file is no database.
    package var isNotADatabase: Bool { primaryCode == SQLITE_NOTADB }
    /// Whether pages of the file are damaged.
    package var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT }
    /// Whether a virtual table (the search index) is damaged, while the pages are intact.
    package var isCorruptIndex: Bool { code == SQLITE_CORRUPT | 1 << 8 }
    /// Whether the content of the file is to blame, rather than the disk or another process.
    package var isDamage: Bool {
        [SQLITE_ERROR, SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH].contains(primaryCode)
    }
    /// Whether the disk is full, including for the WAL's shared memory.
    package var isFull: Bool {
        primaryCode == SQLITE_FULL || code == SQLITE_IOERR | 18 << 8 || code == SQLITE_IOERR | 19 << 8
    }
    /// Whether the disk could not be read or written.
    package var isDiskFailure: Bool { primaryCode == SQLITE_IOERR }
    /// The table, view or column that is missing, from the message, since SQLite has no code for it.
    package var missingTable: String? {
        guard primaryCode == SQLITE_ERROR else { return nil }
        for beginning in ["no such table: ", "no such column: "] where message.hasPrefix(beginning) {
            return String(message.dropFirst(beginning.count))
        }
        guard message.hasPrefix("table ") else { return nil }
        return message.split(separator: " ").dropFirst().first.map(String.init)
    }
    /// Whether SQLite could not parse a text as JSON.
    package var isUnreadableText: Bool { primaryCode == SQLITE_ERROR && message.hasPrefix("malformed JSON") }
    /// The table of the violated constraint, from the message, as in `UNIQUE constraint failed: event.stream`.
    package var constrainedTable: String? {
        guard isConstraint, let colon = message.lastIndex(of: ":") else { return nil }
        return message[colon...].dropFirst(2).split(separator: ".").first.map(String.init)
    }
    /// Whether the file or its folder can't be written.
    package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
    /// Whether the file can't be opened.
    package var cannotOpen: Bool { primaryCode == SQLITE_CANTOPEN }
    /// Whether a constraint was violated or a trigger refused.
    package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }
}

extension SQLiteError: CustomStringConvertible {
    package var description: String {
        "SQLite error \(code): \(message) [\(path)]" + (sql.map { " in: \($0)" } ?? "")
    }
}
