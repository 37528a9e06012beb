internal import SQLite
internal import Synchronization
internal import Threads

/// Background writer of the log: inserts rows on a second thread while the first decides and folds. Imports use it,
/// because inserting costs them as much as everything else.
///
/// While rows are pending, the connection's gate makes every other use of the connection wait for them, so nobody reads
/// a log that lacks decided events. Errors are thrown from that wait, at the latest at the end of the transaction.
final class BackgroundLogWriter {
    /// Other writes for the second thread, with statements made by `Statement.preparingBehindGate`.
    typealias Rows = @Sendable () throws(SQLiteError) -> Void

    /// A unit of work for the second thread. Events are written first; the other rows don't read them.
    ///
    /// A class, so that its memory returns with it. Unchecked: one thread uses it at a time.
    private final class Block: @unchecked Sendable {
        var events = PositionedEvents()
        var rows: [Rows] = []
        /// Whether to commit after it and begin a new transaction.
        var isCommit = false

        func removeAll() {
            events.removeAll()
            rows.removeAll(keepingCapacity: true)
            isCommit = false
        }
    }

    private let connection: Connection
    private let worker: Worker
    private let queue: WorkQueue<Block, SQLiteError>
    private var block = Block()
    private var isWorking = false

    private static let eventsPerBlock = 64
    private static let rowsPerBlock = 64
    private static let maximumPendingBlocks = 400

    init(on connection: Connection) throws(SQLiteError) {
        self.connection = connection
        let worker = try Worker(connection)
        self.worker = worker
        queue = WorkQueue(threads: 1, capacity: Self.maximumPendingBlocks) { (block) throws(SQLiteError) in
            try worker.perform(block)
        }
    }

    /// Queues the events that `place` adds. Waits if the queue is full.
    ///
    /// - Parameter place: must not use the store.
    /// - Throws: what `place` throws, or the error of earlier work.
    func add<R>(_ place: (inout PositionedEvents) throws(SQLiteError) -> R) throws(SQLiteError) -> R {
        start()
        let result: R = try place(&block.events)
        if block.events.rows.count >= Self.eventsPerBlock { try send() }
        return result
    }

    /// Queues another write. Waits and throws as above.
    func add(_ rows: @escaping Rows) throws(SQLiteError) {
        start()
        block.rows.append(rows)
        if block.rows.count >= Self.rowsPerBlock { try send() }
    }

    /// Queues a commit of everything so far, followed by a new transaction.
    func addCommit() throws(SQLiteError) {
        start()
        block.isCommit = true
        try send()
    }

    /// Waits until everything is written, and opens the gate.
    ///
    /// - Throws: the error of the work. The gate stays closed then, so that nothing else is written in this
    ///   transaction.
    func waitForPendingRows() throws(SQLiteError) {
        guard isWorking else { return }
        try send()
        try queue.drain()
        isWorking = false
        connection.gate.open()
    }

    /// Ends the work and the thread. What was sent is written or has failed; the rest is dropped. The caller rolls
    /// back.
    func abandon() {
        block = Block()
        // An error was thrown before, or is rolled back with the transaction.
        try? queue.drain()
        queue.end()
        isWorking = false
        connection.gate.open()
    }

    private func start() {
        guard !isWorking else { return }
        isWorking = true
        connection.gate.close { [unowned self] () throws(SQLiteError) in try waitForPendingRows() }
    }

    private func send() throws(SQLiteError) {
        let block: Block = self.block
        self.block = worker.emptied.withLock { $0.popLast() } ?? Block()
        try queue.add(block)
    }

    /// The state of the second thread. Unchecked: only that thread uses it, except `emptied`.
    private final class Worker: @unchecked Sendable {
        /// Blocks for reuse, so that the second thread frees no memory of the first.
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

        func perform(_ block: Block) throws(SQLiteError) {
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
