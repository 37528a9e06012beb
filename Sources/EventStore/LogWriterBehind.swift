internal import SQLite
internal import Synchronization
internal import Threads

/// Writes the log's rows on a second core, behind whoever decides and folds: an import does little else, and each of the
/// two costs as much as the other.
///
/// The connection's gate keeps everybody else out while rows are on their way: what reads or writes the store otherwise
/// waits for them, so nobody sees a log that is short of what was decided. What goes wrong is thrown there, and at the
/// transaction's end at the latest.
final class LogWriterBehind {
    /// Has something written by the second thread, with statements prepared behind the gate.
    typealias Rows = @Sendable () throws(SQLiteError) -> Void

    /// What the second thread does in one go: events first, since nothing that is written beside them asks for them.
    ///
    /// A class, so that its memory comes back as it went. Unchecked: it is touched by one side at a time.
    private final class Block: @unchecked Sendable {
        var events = PlacedEvents()
        var rows: [Rows] = []
        /// Whether everything so far is made durable then, and a new transaction begun.
        var isCommit = false

        func removeAll() {
            events.removeAll()
            rows.removeAll(keepingCapacity: true)
            isCommit = false
        }
    }

    private let connection: Connection
    private let carrier: Carrier
    private let queue: WorkQueue<Block, SQLiteError>
    private var block = Block()
    private var isAtWork = false

    private static let eventsPerBlock = 64
    private static let rowsPerBlock = 64
    private static let blocksAhead = 400

    init(on connection: Connection) throws(SQLiteError) {
        self.connection = connection
        let carrier = try Carrier(connection)
        self.carrier = carrier
        queue = WorkQueue(threads: 1, capacity: Self.blocksAhead) { (block) throws(SQLiteError) in
            try carrier.carryOut(block)
        }
    }

    /// Takes over the events that `place` adds. Bounded memory: it waits where the other side is far behind.
    ///
    /// - Parameter place: doesn't ask the store anything.
    /// - Throws: what `place` throws, or what went wrong with earlier work.
    func add<R>(_ place: (inout PlacedEvents) throws(SQLiteError) -> R) throws(SQLiteError) -> R {
        start()
        let result: R = try place(&block.events)
        if block.events.rows.count >= Self.eventsPerBlock { try send() }
        return result
    }

    /// Takes over something else to write, in its turn; otherwise as above.
    func add(_ rows: @escaping Rows) throws(SQLiteError) {
        start()
        block.rows.append(rows)
        if block.rows.count >= Self.rowsPerBlock { try send() }
    }

    /// Has everything so far made durable, also where what comes after is abandoned, and a new transaction begun.
    func addCommit() throws(SQLiteError) {
        start()
        block.isCommit = true
        try send()
    }

    /// Waits until everything is written, and lets others at the connection again.
    ///
    /// - Throws: what went wrong; then the gate stays closed, so that nothing else is written in this transaction.
    func settle() throws(SQLiteError) {
        guard isAtWork else { return }
        try send()
        try queue.drain()
        isAtWork = false
        connection.gate.open()
    }

    /// Ends the work and the second thread: what was sent is written or has failed, the rest is dropped, and the transaction
    /// is undone where anything is left of it.
    func abandon() {
        block = Block()
        // What it failed with was thrown, or is undone with the transaction.
        try? queue.drain()
        queue.end()
        isAtWork = false
        connection.gate.open()
    }

    private func start() {
        guard !isAtWork else { return }
        isAtWork = true
        connection.gate.close { [unowned self] () throws(SQLiteError) in try settle() }
    }

    private func send() throws(SQLiteError) {
        let block: Block = self.block
        self.block = carrier.emptied.withLock { $0.popLast() } ?? Block()
        try queue.add(block)
    }

    /// What the second thread works with. Unchecked: it is touched by that thread alone, but for `emptied`.
    private final class Carrier: @unchecked Sendable {
        /// Emptied blocks, so that their memory is used again rather than freed by the other thread.
        let emptied = Mutex<[Block]>([])
        private let writer: LogWriter
        private let commit: Statement
        private let begin: Statement

        init(_ connection: Connection) throws(SQLiteError) {
            writer = try LogWriter(nonces: NonceSource(), path: connection.path) { (sql) throws(SQLiteError) in
                try Statement.preparingBehindGate("\(sql)", on: connection)
            }
            commit = try Statement.preparingBehindGate("COMMIT", on: connection)
            begin = try Statement.preparingBehindGate("BEGIN IMMEDIATE", on: connection)
        }

        func carryOut(_ block: Block) throws(SQLiteError) {
            try writer.write(block.events)
            for write in block.rows { try write() }
            if block.isCommit {
                try commit.run()
                try begin.run()
            }
            block.removeAll()
            emptied.withLock { $0.append(block) }
        }
    }
}
