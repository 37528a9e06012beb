internal import Glibc
package import SQLite

/// The log in one SQLite file: append, read, keep content apart. It knows nothing of cases.
///
/// Used by one thread at a time. One writer at a time across processes, under a lock of the store's own; readers are
/// never blocked.
package final class EventStore {
    /// What somebody wants of a store.
    package enum Access: Hashable, Sendable {
        /// Write, and make the store where there is none.
        case create
        /// Write to a store that is there.
        case write
        /// Read only.
        case read
        /// Read only, and make no file beside the store where none is: the journal's index, for example. While somebody
        /// writes, that may give nonsense: `hasChanged` tells.
        case examine
    }

    /// The file's name as it was given, for people.
    package let path: String
    /// The file's absolute name, by which it is opened.
    package let resolvedPath: String
    /// Whether this object made the store.
    package let wasMade: Bool
    /// The connection, for the projections that live in the same file and commit in the same transaction.
    package let connection: Connection
    /// Names the store for ever.
    package let id: [UInt8]
    /// Hashes networks' ids under the store's key.
    package let keyedHash: KeyedHash
    let nonces = NonceSource()
    private let lock: WriterLock?
    /// The journal that this connection writes to, known from its first transaction on.
    private var journal: FileIdentity?
    private var isReplaced = false
    private let stamp: FileStamp?

    /// Opens a store.
    ///
    /// - Throws: `StoreError` that says what is there instead, or what is missing.
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

    /// Runs `body` as one transaction under the store's lock, and makes it durable (synchronous=FULL) before it returns.
    ///
    /// Whatever `body` throws undoes everything it did since `WriteTransaction.commitBehind`, where it came to that.
    package func write<R>(_ body: (WriteTransaction) throws -> R) throws -> R {
        guard let lock else { throw StoreError(.readOnly, path: path) }
        do { try lock.acquire() } catch { throw StoreError(error.code, path: path) }
        lock.sign()
        defer { lock.release() }
        do {
            try connection.execute("BEGIN IMMEDIATE")
            // The journal is there by now. What others put in its place later is not the one we write to.
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

    /// Makes sure after a commit that the file it went to is the one of the store's name, and the journal beside it as well:
    /// both may have been deleted, moved or replaced since they were opened. Three system calls.
    ///
    /// - Throws: `StoreError` with `.replaced`: what was committed is not in the store.
    func refuseIfReplaced() throws(StoreError) {
        let isJournalGone: Bool = journal.map { FileIdentity(of: resolvedPath + "-wal") != $0 } ?? false
        guard isJournalGone || connection.hasMoved else { return }
        isReplaced = true
        throw StoreError(.replaced, path: path)
    }

    /// Whether somebody waits for the store's lock while we hold it.
    var isAwaited: Bool { lock?.isAwaited() ?? false }

    /// Whether anybody has written to the store since it was opened.
    package var hasChanged: Bool { stamp != FileStamp(of: resolvedPath) }

    /// Whether the file and its folder may be written by whoever runs this.
    package var isWritable: Bool {
        let folder = String(
            resolvedPath[...(resolvedPath.lastIndex(of: "/") ?? resolvedPath.startIndex)])
        return access(resolvedPath, W_OK) == 0 && access(folder, W_OK) == 0
    }

    /// Runs `body` on one unchanging view of the store. Keep it short: a long one keeps the journal from being emptied.
    package func read<R>(_ body: () throws -> R) throws -> R {
        do {
            try connection.execute("BEGIN")
            defer { try? connection.execute("COMMIT") }
            return try body()
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        }
    }

    /// Ends the use of the store; the last one to write moves the journal into the file, under the lock.
    package func close() {
        // The journal of that name may be another store's by now: it is not to be removed.
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
