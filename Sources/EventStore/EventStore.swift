internal import Glibc
package import SQLite

/// The event log in one SQLite file: append, read, verify. Knows nothing of the domain.
///
/// Used by one thread at a time. Across processes one writer at a time holds the store's lock; readers are never
/// blocked.
package final class EventStore {
    package enum Access: Hashable, Sendable {
        /// Write; create the store if it is missing.
        case create
        /// Write to an existing store.
        case write
        case read
        /// Read only, without creating files beside the store (such as the WAL's shared memory). If somebody writes
        /// meanwhile, what is read may be inconsistent; `hasChanged` tells.
        case examine
    }

    /// The path as given, for messages.
    package let path: String
    /// The absolute path.
    package let resolvedPath: String
    /// Whether this object created the store.
    package let wasMade: Bool
    /// Shared with the projections, whose rows commit in the same transaction.
    package let connection: Connection
    /// Identifies the store; never changes.
    package let id: [UInt8]
    /// Hashes networks' ids under the store's secret key.
    package let keyedHash: KeyedHash
    let nonces = NonceSource()
    private let lock: WriterLock?
    /// The WAL that this connection writes to, known since its first transaction.
    private var journal: FileIdentity?
    private var isReplaced = false
    private let stamp: FileStamp?

    /// Opens a store.
    ///
    /// - Throws: `StoreError` if there is no store, something else, or one that can't be used.
    package init(path: String, access: Access) throws(StoreError) {
        self.path = path
        resolvedPath = try StorePath(path).resolved
        do {
            stamp = FileStamp(of: resolvedPath)
            if access == .read || access == .examine {
                (lock, wasMade) = (nil, false)
                connection = try Schema.openForReading(resolvedPath, leavingNoTrace: access == .examine)
            } else {
                let opened = try Schema.openForWriting(resolvedPath, mayCreate: access == .create)
                (connection, lock, wasMade) = (opened.connection, opened.lock, opened.wasMade)
            }
            guard let id = try Schema.value("id", in: connection), let key = try Schema.value("key", in: connection),
                key.count == 32
            else { throw StoreError(.notAStore, path: path) }
            self.id = id
            keyedHash = KeyedHash(key: key)
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        } catch let error as StoreError {
            throw StoreError(error.code, path: path)
        } catch {
            throw StoreError(.damaged, path: path)
        }
    }

    /// Runs `body` in one transaction under the store's lock. Returns after fsync (synchronous=FULL).
    ///
    /// If `body` throws, everything since the last `WriteTransaction.commitBehind` is rolled back.
    package func write<R>(_ body: (WriteTransaction) throws -> R) throws -> R {
        guard let lock else { throw StoreError(.readOnly, path: path) }
        do { try lock.acquire() } catch { throw StoreError(error.code, path: path) }
        lock.sign()
        defer { lock.release() }
        do {
            try connection.execute("BEGIN IMMEDIATE")
            // The WAL exists by now. If another file takes its name later, we still write to this one.
            if journal == nil { journal = FileIdentity(of: resolvedPath + "-wal") }
            do {
                let transaction = try WriteTransaction(on: self)
                defer { transaction.abandon() }
                let result: R = try body(transaction)
                try transaction.finish()
                try connection.execute("COMMIT")
                try refuseIfReplaced()
                return result
            } catch {
                if !connection.isAutocommit { try? connection.execute("ROLLBACK") }
                throw error
            }
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        }
    }

    /// Checks after a commit that store and WAL are still the files of these names; they may have been deleted, moved
    /// or replaced while open. Three system calls.
    ///
    /// - Throws: `StoreError.Code.replaced`: what was committed is not in the store.
    func refuseIfReplaced() throws(StoreError) {
        let isJournalGone: Bool = journal.map { FileIdentity(of: resolvedPath + "-wal") != $0 } ?? false
        guard isJournalGone || connection.hasMoved else { return }
        isReplaced = true
        throw StoreError(.replaced, path: path)
    }

    /// Whether another process waits for the lock that we hold.
    var isAwaited: Bool { lock?.isAwaited() ?? false }

    /// Whether the store was written to since it was opened.
    package var hasChanged: Bool { stamp != FileStamp(of: resolvedPath) }

    /// Whether this process may write the file and its folder.
    package var isWritable: Bool {
        let folder = String(
            resolvedPath[...(resolvedPath.lastIndex(of: "/") ?? resolvedPath.startIndex)])
        return access(resolvedPath, W_OK) == 0 && access(folder, W_OK) == 0
    }

    /// Runs `body` in one read transaction, on an unchanging snapshot. Keep it short: a long one keeps the WAL from
    /// being checkpointed.
    package func read<R>(_ body: () throws -> R) throws -> R {
        do {
            try connection.execute("BEGIN")
            defer { try? connection.execute("COMMIT") }
            return try body()
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        }
    }

    /// Closes the store. The last connection that can write checkpoints the WAL, under the lock.
    package func close() {
        // The WAL of that name may belong to another store by now: don't remove it.
        guard let lock, !isReplaced, !connection.hasMoved else {
            return connection.close(checkpointing: false)
        }
        guard (try? lock.acquire(waiting: 1)) != nil else {
            return connection.close(checkpointing: false)
        }
        connection.close(checkpointing: true)
        lock.release()
    }
}
