internal import Dispatch
internal import SQLite
internal import Synchronization

/// Writes the log's rows on a second core, behind whoever decides and folds: an import does little else, and each of the
/// two costs as much as the other.
///
/// The connection's gate keeps everybody else out while rows are on their way: what reads or writes the store otherwise
/// waits for them, so nobody sees a log that is short of what was decided. What goes wrong is thrown there, and at the
/// transaction's end at the latest. Unchecked: the writer is touched on `queue` alone, the rest by the owner's thread.
final class LogWriterBehind: @unchecked Sendable {
    /// What is written of one batch.
    struct Work: Sendable {
        /// The batch's key, which nobody has.
        var key: IdempotencyKey?
        var rows: [LogWriter.Row]
    }

    private let connection: Connection
    private let writer: LogWriter
    private let queue = DispatchQueue(label: "cmcase.log.writing")
    private let room = DispatchSemaphore(value: blocksAhead)
    private let failure = Mutex<SQLiteError?>(nil)
    private var block: [Work] = []
    private var isAtWork = false

    private static let batchesPerBlock = 32
    private static let blocksAhead = 32

    init(on connection: Connection) throws(SQLiteError) {
        self.connection = connection
        writer = try LogWriter(nonces: NonceSource()) { (sql) throws(SQLiteError) in
            try Statement.preparingBehindGate(sql, on: connection)
        }
    }

    /// Takes a batch over. Bounded memory: it waits where the other side is far behind.
    ///
    /// - Throws: what went wrong with earlier ones.
    func add(_ work: Work) throws(SQLiteError) {
        if !isAtWork {
            isAtWork = true
            connection.gate.close { [unowned self] () throws(SQLiteError) in try settle() }
        }
        block.append(work)
        if block.count == Self.batchesPerBlock {
            send()
            try check()
        }
    }

    /// Waits until everything is written, and lets others at the connection again.
    ///
    /// - Throws: what went wrong; then the gate stays closed, so that nothing else is written in this transaction.
    func settle() throws(SQLiteError) {
        guard isAtWork else { return }
        if !block.isEmpty { send() }
        queue.sync {}
        try check()
        isAtWork = false
        connection.gate.open()
    }

    /// Ends the work, written or not; the transaction is undone.
    func abandon() {
        block = []
        queue.sync {}
        isAtWork = false
        connection.gate.open()
    }

    private func check() throws(SQLiteError) {
        if let error = failure.withLock({ $0 }) { throw error }
    }

    private func send() {
        let block: [Work] = block
        self.block = []
        self.block.reserveCapacity(Self.batchesPerBlock)
        room.wait()
        queue.async { [self] in
            defer { room.signal() }
            guard failure.withLock({ $0 == nil }) else { return }
            do throws(SQLiteError) { for work in block { try write(work) } } catch {
                failure.withLock { $0 = error }
            }
        }
    }

    private func write(_ work: Work) throws(SQLiteError) {
        if let key = work.key, let first = work.rows.first?.position {
            guard try writer.reserve(key, first: first, count: Int64(work.rows.count)) else {
                throw SQLiteError(
                    code: 19, message: "a key that nobody had is taken", sql: nil, path: connection.path)
            }
        }
        for row in work.rows { try writer.write(row) }
    }
}
