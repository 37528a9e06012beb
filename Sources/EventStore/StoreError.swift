package import SQLite

/// Why the store can't be used, or what it refused.
package struct StoreError: Error, Hashable, Sendable {
    /// For programs.
    package enum Code: Hashable, Sendable {
        case notFound
        /// The path is empty.
        case noName
        /// The file was deleted, moved or replaced while in use.
        case replaced
        case isADirectory
        case notAStore
        case newerSchema(found: Int64, known: Int64)
        case unreadable
        case readOnly
        case needsRecovery
        case locked(holder: String?)
        case diskFull
        case damaged
        /// A table or view, or one of its columns, is missing.
        case missingTable(String)
        /// A row has a value that this program never writes: its table, and the row if known.
        case damagedRow(table: String, row: String?)
        /// The search index is unusable. It can be rebuilt.
        case damagedSearch
        /// Reading or writing the disk failed.
        case disk
        case versionConflict(stream: String, expected: Int64, actual: Int64)
        case keyConflict(position: Int64)
        case sqlite(SQLiteError)
        case system(call: String, errno: Int32, reason: String)
    }

    /// What went wrong.
    package var code: Code
    /// The store's file.
    package var path: String

    package init(_ code: Code, path: String) {
        self.code = code
        self.path = path
    }

    /// Classifies an SQLite error.
    package init(_ error: SQLiteError, path: String) {
        self.path = path
        code = Code(error)
    }

    /// Tells any error that reading or writing the file threw; nil for other errors.
    package init?(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as SQLiteError: self.init(error, path: path)
        default: return nil
        }
    }

    /// Whether replay can rebuild the table from the log.
    private static func isDerived(_ table: String) -> Bool {
        let name: Substring = table.drop { $0 != "." }.dropFirst()
        let bare: String = name.isEmpty ? table : String(name)
        return ["_row", "_row_a", "_row_b"].contains { bare.hasSuffix($0) }
    }

    /// What to do about a table that can't be read.
    private static func remedy(for table: String) -> String {
        isDerived(table)
            ? "`cmcase replay` makes it anew from the log"
            : "restore a backup; `cmcase log verify` says whether more is wrong"
    }

    /// Whether the command was refused although the store is fine.
    package var isConflict: Bool {
        switch code {
        case .versionConflict, .keyConflict: true
        default: false
        }
    }
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch code {
        case .notFound:
            "there is no store at \(path); make one with: cmcase init --store \(path)"
        case .noName:
            "the store's name is empty; name a file with --store or CMCASE_STORE, as in --store cmcase.db"
        case .replaced:
            """
            \(path) is not the file any more that this command opened: it was deleted, moved or replaced meanwhile, and \
            what the command recorded is not in it; put the file back where it was, and run the same again
            """
        case .isADirectory:
            "\(path) is a folder, not a store; name a file in it, as in --store \(path)/cmcase.db"
        case .notAStore:
            "\(path) is not a cmcase store; name another file with --store or CMCASE_STORE (nothing was changed)"
        case .newerSchema(let found, let known):
            "\(path) has schema version \(found), this program knows \(known); use a newer cmcase (nothing was changed)"
        case .unreadable:
            "\(path) can't be read; check its permissions, or run cmcase as the user it belongs to"
        case .readOnly:
            "\(path) or its folder can't be written; check the permissions, or copy the store to where it can be written"
        case .needsRecovery:
            """
            \(path) stands in a folder that can't be written, with a journal (-wal) beside it that must be read first; \
            copy the store with its -wal file to a folder that can be written
            """
        case .locked(let holder):
            "another process is writing to \(path)\(holder.map { " (\($0))" } ?? ""); try again when it has finished"
        case .diskFull:
            "the disk that holds \(path) is full; nothing of the last step was kept; make room and run the same again"
        case .damaged:
            "\(path) is damaged; restore a backup, or save what can be read with: sqlite3 \(path) .recover"
        case .missingTable(let table):
            """
            the table \(table) is missing from \(path), or a column of it, so something else than cmcase changed the store; \
            \(Self.remedy(for: table))
            """
        case .damagedRow(let table, let row):
            """
            \(row.map { "\($0) of the table \(table)" } ?? "a row of the table \(table)") in \(path) says what no program of \
            ours writes, so the store was damaged or changed by something else; \(Self.remedy(for: table))
            """
        case .damagedSearch:
            "the index of words in \(path) can't be used; `cmcase search --rebuild` makes it anew, and nothing else rests on it"
        case .disk:
            """
            the disk that holds \(path) can't be read or written, or a limit on the size of files is reached; nothing of the \
            last step was kept; look at the disk and the limits (ulimit -f, quota), and run the same again
            """
        case .versionConflict(let stream, let expected, let actual):
            """
            \(stream) has moved on: expected version \(expected), it has \(actual); \
            look at what happened meanwhile and decide again
            """
        case .keyConflict(let position):
            "something else was recorded under the same key at position \(position); use another --key"
        case .sqlite(let error):
            """
            \(path) can't be used as it stands: its database says \(error.message) (\(error.code)); `cmcase doctor` and \
            `cmcase log verify` look for damage: restore a backup where they find some
            """
        case .system(let call, _, let reason):
            "\(call) on \(path) failed: \(reason)"
        }
    }
}

extension StoreError.Code {
    /// Classifies an SQLite error.
    init(_ error: SQLiteError) {
        // By the statement: of all tables only the search index can be discarded.
        let isSearch: Bool = error.sql.map { $0.contains("search_index") || $0.contains("search_state") } ?? false
        if error.isNotADatabase {
            self = .notAStore
        } else if error.isCorruptIndex || isSearch && error.isDamage {
            self = .damagedSearch
        } else if error.isCorrupt {
            self = .damaged
        } else if error.isFull {
            self = .diskFull
        } else if error.isDiskFailure {
            self = .disk
        } else if error.isReadOnly || error.cannotOpen {
            self = .readOnly
        } else if error.isBusy {
            self = .locked(holder: nil)
        } else if let table = error.missingTable {
            self = .missingTable(table)
        } else if error.isUnreadableText {
            self = .damagedRow(table: "content", row: nil)
        } else if error.isConstraint {
            self = .damagedRow(table: error.constrainedTable ?? "event", row: nil)
        } else {
            self = .sqlite(error)
        }
    }
}
