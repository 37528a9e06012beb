internal import CaseModel
internal import Intake
internal import Threads

/// Reads the messages of a prepared source in the plan's order, in blocks, one ahead of whoever records them: parsing and
/// hashing cost about as much as recording.
///
/// An import makes one and asks it for its places from first to last; a place that doesn't follow the one before costs a
/// new start.
final class MessageReader {
    /// Messages of one block at most, so many that fetching them is worth the hand-over.
    static let placesPerBlock = 1000
    private static let blocksAhead = 1

    private struct Block: Sendable {
        var places: Range<Int>
        var messages: [KeyedMessage]
    }

    private let source: Source
    private let placesPerBlock: Int
    private var fetching: Prefetch<Block>?
    private var block = Block(places: 0..<0, messages: [])

    init(_ prepared: PreparedImport, keys: SourceKeys) {
        source = Source(prepared: prepared, keys: keys)
        // What can be recorded is, before a row that can't be read any more ends the import.
        placesPerBlock = min(Self.placesPerBlock, prepared.request.rowsPerCommit)
    }

    /// Calls `body` with the messages at places of the plan, one after another.
    ///
    /// - Throws: `DeskError` when the source is not any more what it was at the first reading; what `body` throws.
    func forEachMessage(_ places: Range<Int>, _ body: (KeyedMessage) throws -> Void) throws {
        for place in places {
            if !block.places.contains(place) { block = try nextBlock(at: place) }
            try body(block.messages[place - block.places.lowerBound])
        }
    }

    private func nextBlock(at place: Int) throws -> Block {
        if block.places.upperBound != place || fetching == nil {
            fetching?.cancel()
            fetching = startFetching(from: place)
        }
        guard let next = try fetching?.next() else { throw source.changed() }
        return next
    }

    private func startFetching(from first: Int) -> Prefetch<Block> {
        Prefetch(capacity: Self.blocksAhead) { [source, placesPerBlock] put in
            for start in stride(from: first, to: source.places, by: placesPerBlock) {
                let places: Range<Int> = start..<min(start + placesPerBlock, source.places)
                try put(Block(places: places, messages: try places.map(source.message)))
            }
        }
    }

    /// Unchecked: only the thread that fetches reads the source's file.
    private final class Source: @unchecked Sendable {
        private let prepared: PreparedImport
        private let keys: SourceKeys

        init(prepared: PreparedImport, keys: SourceKeys) {
            self.prepared = prepared
            self.keys = keys
        }

        /// How many there are in the plan.
        var places: Int { prepared.plan.count }

        /// The message at a place of the plan.
        func message(at place: Int) throws -> KeyedMessage {
            let row: ImportPlan.Row = prepared.plan[place]
            let result: Result<SourceMessage, Rejection> = try prepared.source.withBytes(
                at: row.offset, count: Int(row.length)
            ) { bytes in
                prepared.parser.message(
                    of: Record(bytes: bytes, offset: row.offset, number: Int(row.number), line: Int(row.line)))
            }
            guard case .success(var message) = result else { throw changed() }
            if let order = prepared.request.mapping.order {
                let number = Int64(row.number)
                message.sequence = SourceSequence(
                    place: order == .oldestFirst ? number : -number,
                    list: SourceSequence.list(ofRowsIn: prepared.draft.sha256))
            }
            var keyed: KeyedMessage = keys.keyed(message)
            keyed.isLastWord = prepared.plan.isLastWord(at: place)
            return keyed
        }

        func changed() -> DeskError {
            .input("\(prepared.source.name) changed while it was read; run the import again when nobody writes to it")
        }
    }
}
