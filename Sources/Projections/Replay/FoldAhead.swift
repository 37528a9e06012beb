internal import CaseModel
internal import EventStore
internal import SQLite
internal import Threads

/// Folds a range of the log on background threads while the caller writes the resulting rows: one thread reads and
/// decodes, one folds cases. Rebuilds use it.
///
/// Reads on its own connections, so it sees only committed events. Bounded memory.
struct FoldAhead: Sendable {
    /// Work for the caller, in the order of the log.
    enum Item: Sendable {
        /// An event for projections other than that of cases.
        case event(Event, StreamName, EventMoment)
        /// The change of a case.
        case change(CaseChange)
    }

    /// Items, and the position up to which the log is folded.
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
    /// To detect another store at the same path.
    var storeID: [UInt8]
    var after: Int64
    var through: Int64
    var decoder: EventDecoder
    var limits: FoldLimits
    /// Whether cases are folded, or only events passed on.
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
                    // Emit earlier near the end, so that few cases are left for the final flush.
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
