internal import CaseModel
internal import Dispatch
internal import EventStore
internal import SQLite
internal import Synchronization

/// Reads, decodes and folds a stretch of the log on the second core, while the first writes the rows it comes to:
/// the two cost about the same.
///
/// It reads on a connection of its own, so it sees only what is committed; bounded memory. Unchecked: what the two sides
/// share is behind locks and semaphores, and each touches the rest alone.
final class FoldAhead: @unchecked Sendable {
    /// Something for the writing side, in the log's order.
    enum Item {
        /// An event that other projections fold than that of the cases.
        case event(Event, StreamName, EventMoment)
        /// What became of a case.
        case change(CaseChange)
    }

    /// Items, and how far the fold is.
    struct Block {
        var items: [Item]
        var position: Int64
    }

    private static let itemsPerBlock = 512
    private static let eventsPerBlock: Int64 = 8_192
    private static let blocksAhead = 24

    private struct Shared {
        var blocks: [Result<Block?, any Error>] = []
        var isAbandoned = false
    }

    private let shared = Mutex(Shared())
    private let filled = DispatchSemaphore(value: 0)
    private let free = DispatchSemaphore(value: FoldAhead.blocksAhead)
    private let finished = DispatchSemaphore(value: 0)

    /// What is folded, and how.
    struct Task: Sendable {
        var path: String
        var after: Int64
        var through: Int64
        var decoder: EventDecoder
        var limits: FoldLimits
        /// Whether the cases are folded, or only events handed on.
        var foldsCases: Bool
    }

    /// Starts folding.
    init(_ task: Task) {
        DispatchQueue(label: "cmcase.replay.folding").async { [self] in
            do {
                try fold(task)
                put(.success(nil))
            } catch is Abandoned {
            } catch {
                put(.failure(error))
            }
            finished.signal()
        }
    }

    private struct Abandoned: Error {}

    /// The next block; nil at the end.
    ///
    /// - Throws: what reading, decoding or folding met.
    func next() throws -> Block? {
        filled.wait()
        let block: Result<Block?, any Error> = shared.withLock { $0.blocks.removeFirst() }
        free.signal()
        return try block.get()
    }

    /// Ends the folding, also in the middle, and waits until it let go of the file.
    func end() {
        shared.withLock { $0.isAbandoned = true }
        free.signal()
        finished.wait()
    }

    private func fold(_ task: Task) throws {
        let store = try EventStore(path: task.path, access: .read)
        defer { store.close() }
        // Every page is read once.
        try store.connection.execute("PRAGMA cache_size = -2048")
        var position: Int64 = task.after
        var handed: Int64 = position
        var items: [Item] = []
        func handOver() throws {
            try hand(Block(items: items, position: position))
            handed = position
            items = []
            items.reserveCapacity(Self.itemsPerBlock)
        }
        let loader = CaseLoader(store: store, decoder: task.decoder)
        let cases = CaseFold(loader: loader, position: position, capacity: task.limits.messagesKept) { change in
            items.append(.change(change))
            if items.count >= Self.itemsPerBlock { try handOver() }
        }
        try store.forEachFoldRow(after: position, through: task.through) { row in
            let (event, stream, moment) = try task.decoder.decode(row)
            guard moment.position.rawValue == position + 1 else {
                throw ReplayError.gap(expected: Position(position + 1), found: moment.position)
            }
            position += 1
            if task.foldsCases { try cases.apply(event, in: stream, moment) }
            if ProjectionSet.isForOthers(event, stream) { items.append(.event(event, stream, moment)) }
            if items.count >= Self.itemsPerBlock || position - handed >= Self.eventsPerBlock { try handOver() }
            if position % Int64(task.limits.eventsBetweenFlushes) == 0 { try cases.relieve() }
        }
        try cases.flush()
        try handOver()
    }

    private func hand(_ block: Block) throws {
        free.wait()
        if shared.withLock({ $0.isAbandoned }) { throw Abandoned() }
        put(.success(block))
    }

    private func put(_ block: Result<Block?, any Error>) {
        shared.withLock { $0.blocks.append(block) }
        filled.signal()
    }
}
