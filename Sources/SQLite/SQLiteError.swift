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
    /// Whether an index of words is damaged, while the pages of the file are fine.
    package var isCorruptIndex: Bool { code == SQLITE_CORRUPT | 1 << 8 }
    /// Whether what stands in the file is to blame, rather than the disk or another process.
    package var isDamage: Bool {
        [SQLITE_ERROR, SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH].contains(primaryCode)
    }
    /// Whether the disk is full, also where there is no room for what only goes with the file: the journal's index.
    package var isFull: Bool {
        primaryCode == SQLITE_FULL || code == SQLITE_IOERR | 18 << 8 || code == SQLITE_IOERR | 19 << 8
    }
    /// Whether the disk could not be read or written.
    package var isDiskFailure: Bool { primaryCode == SQLITE_IOERR }
    /// The table, view or column that a statement names and that is not there. SQLite has no code of its own for it.
    package var missingTable: String? {
        guard primaryCode == SQLITE_ERROR else { return nil }
        for beginning in ["no such table: ", "no such column: "] where message.hasPrefix(beginning) {
            return String(message.dropFirst(beginning.count))
        }
        guard message.hasPrefix("table ") else { return nil }
        return message.split(separator: " ").dropFirst().first.map(String.init)
    }
    /// Whether a text that should be JSON is none.
    package var isUnreadableText: Bool { primaryCode == SQLITE_ERROR && message.hasPrefix("malformed JSON") }
    /// The table of the constraint that was violated, where the message names it, as in `UNIQUE constraint failed: event.stream`.
    package var constrainedTable: String? {
        guard isConstraint, let colon = message.lastIndex(of: ":") else { return nil }
        return message[colon...].dropFirst(2).split(separator: ".").first.map(String.init)
    }
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
