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
    }

    package let path: String
    /// The connection, for the projections that live in the same file and commit in the same transaction.
    package let connection: Connection
    /// Names the store for ever.
    package let id: [UInt8]
    /// Hashes networks' ids under the store's key.
    package let keyedHash: KeyedHash
    let nonces = NonceSource()
    private let lock: WriterLock?

    /// Opens a store.
    ///
    /// - Throws: `StoreError` that says what is there instead, or what is missing.
    package init(path: String, access: Access) throws(StoreError) {
        self.path = path
        do {
            if access == .read {
                lock = nil
                connection = try Schema.openForReading(path)
            } else {
                let opened = try Schema.openForWriting(path, mayCreate: access == .create)
                connection = opened.connection
                lock = opened.lock
            }
            guard let id = try Schema.value("id", in: connection), let key = try Schema.value("key", in: connection),
                key.count == 32
            else { throw StoreError(.notAStore, path: path) }
            self.id = id
            keyedHash = KeyedHash(key: key)
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.damaged, path: path)
        }
    }

    /// Runs `body` as one transaction under the store's lock, and makes it durable (synchronous=FULL) before it returns.
    ///
    /// Whatever `body` throws undoes everything it did since `WriteTransaction.commitBehind`, where it came to that.
    package func write<R>(_ body: (WriteTransaction) throws -> R) throws -> R {
        guard let lock else { throw StoreError(.readOnly, path: path) }
        try lock.acquire()
        lock.sign()
        defer { lock.release() }
        do {
            try connection.execute("BEGIN IMMEDIATE")
            do {
                let transaction = try WriteTransaction(on: self)
                defer { transaction.abandon() }
                let result: R = try body(transaction)
                try transaction.finish()
                try connection.execute("COMMIT")
                return result
            } catch {
                if !connection.isAutocommit { try? connection.execute("ROLLBACK") }
                throw error
            }
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        }
    }

    /// Whether somebody waits for the store's lock while we hold it.
    var isAwaited: Bool { lock?.isAwaited() ?? false }

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
        guard let lock else { return connection.close(checkpointing: false) }
        guard (try? lock.acquire(waiting: 1)) != nil else { return connection.close(checkpointing: false) }
        connection.close(checkpointing: true)
        lock.release()
    }
}
