internal import CaseModel
internal import EventStore
internal import SQLite
internal import Threads

/// Folds a stretch of the log while somebody else writes the rows it comes to. Reading and decoding, folding, and writing
/// each have a thread: together they keep two cores busy, though none of them costs what another does.
///
/// It reads on connections of its own, so it sees only what is committed; bounded memory.
struct FoldAhead: Sendable {
    /// Something for the writing side, in the log's order.
    enum Item: Sendable {
        /// An event that other projections fold than that of the cases.
        case event(Event, StreamName, EventMoment)
        /// What became of a case.
        case change(CaseChange)
    }

    /// Items, and how far the fold is.
    struct Block: Sendable {
        var items: [Item]
        var position: Int64
    }

    private struct Decoded: Sendable {
        var event: Event
        var stream: StreamName
        var moment: EventMoment
    }

    private static let itemsPerBlock = 512
    private static let eventsPerBlock: Int64 = 8_192
    private static let eventsPerReading = 256
    private static let blocksAhead = 64

    var path: String
    /// Names the store: at its path there may be another one by now.
    var storeID: [UInt8]
    var after: Int64
    var through: Int64
    var decoder: EventDecoder
    var limits: FoldLimits
    /// Whether the cases are folded, or only events handed on.
    var foldsCases: Bool

    /// Starts folding.
    func start() -> Prefetch<Block> {
        Prefetch(capacity: Self.blocksAhead) { put in
            let reading: Prefetch<[Decoded]> = startReading()
            defer { reading.cancel() }
            try fold(reading, put)
        }
    }

    private func startReading() -> Prefetch<[Decoded]> {
        Prefetch(capacity: Self.blocksAhead) { put in
            let store = try opened()
            defer { store.close() }
            var position: Int64 = after
            var block: [Decoded] = []
            block.reserveCapacity(Self.eventsPerReading)
            try store.forEachFoldRow(after: after, through: through) { row in
                let (event, stream, moment) = try decoder.decode(row)
                guard moment.position.rawValue == position + 1 else {
                    throw ReplayError.gap(expected: Position(position + 1), found: moment.position)
                }
                position += 1
                block.append(Decoded(event: event, stream: stream, moment: moment))
                if block.count == Self.eventsPerReading {
                    try put(block)
                    block = []
                    block.reserveCapacity(Self.eventsPerReading)
                }
            }
            try put(block)
        }
    }

    private func fold(_ reading: Prefetch<[Decoded]>, _ put: @escaping (Block) throws -> Void) throws {
        let store = try opened()
        defer { store.close() }
        var position: Int64 = after
        var handed: Int64 = position
        var items: [Item] = []
        let relief: Int64 = max(1, Int64(limits.eventsBetweenFlushes) / 10)
        func handOver() throws {
            try put(Block(items: items, position: position))
            handed = position
            items = []
            items.reserveCapacity(Self.itemsPerBlock)
        }
        let loader = CaseLoader(store: store, decoder: decoder)
        let cases = CaseFold(loader: loader, position: position, capacity: limits.messagesKept) { change in
            items.append(.change(change))
            if items.count >= Self.itemsPerBlock { try handOver() }
        }
        while let block = try reading.next() {
            for one in block {
                position += 1
                if foldsCases { try cases.apply(one.event, in: one.stream, one.moment) }
                if ProjectionSet.isForOthers(one.event, one.stream) {
                    items.append(.event(one.event, one.stream, one.moment))
                }
                if items.count >= Self.itemsPerBlock || position - handed >= Self.eventsPerBlock { try handOver() }
                if position % relief == 0 {
                    // The nearer the end, the less can still happen to a case: few are left for the end itself.
                    let left = Int((through - position) / relief)
                    try cases.relieve(after: max(1, min(CaseFold.generationsUntilRest, left)))
                }
            }
        }
        try cases.flush()
        try handOver()
    }

    private func opened() throws -> EventStore {
        let store = try EventStore(path: path, access: .read)
        guard store.id == storeID else { throw StoreError(.replaced, path: path) }
        // Every page is read once.
        try store.connection.execute("PRAGMA cache_size = -2048")
        return store
    }
}
