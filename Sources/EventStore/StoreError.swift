package import SQLite

/// Why the store can't be used, or what it refused.
package struct StoreError: Error, Hashable, Sendable {
    /// What went wrong, for the program.
    package enum Code: Hashable, Sendable {
        case notFound
        case isADirectory
        case notAStore
        case newerSchema(found: Int64, known: Int64)
        case unreadable
        case readOnly
        case needsRecovery
        case locked(holder: String?)
        case diskFull
        case damaged
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

    /// Tells an SQLite error by what it means for a store.
    package init(_ error: SQLiteError, path: String) {
        self.path = path
        if error.isNotADatabase {
            code = .notAStore
        } else if error.isCorrupt {
            code = .damaged
        } else if error.isFull {
            code = .diskFull
        } else if error.isReadOnly || error.cannotOpen {
            code = .readOnly
        } else if error.isBusy {
            code = .locked(holder: nil)
        } else {
            code = .sqlite(error)
        }
    }

    /// Whether the command was refused while the store itself is fine.
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
        case .versionConflict(let stream, let expected, let actual):
            """
            \(stream) has moved on: expected version \(expected), it has \(actual); \
            look at what happened meanwhile and decide again
            """
        case .keyConflict(let position):
            "something else was recorded under the same key at position \(position); use another --key"
        case .sqlite(let error):
            error.description
        case .system(let call, _, let reason):
            "\(call) on \(path) failed: \(reason)"
        }
    }
}
