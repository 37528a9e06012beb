internal import CaseModel
internal import Dispatch
internal import EventStore
internal import Synchronization

/// Reads and decodes a stretch of the log on the second core, some blocks ahead of the fold: reading and decoding cost
/// about as much as folding and writing rows.
///
/// It reads on a connection of its own, so it sees only what is committed; bounded memory. Unchecked: what the two sides
/// share is guarded by the semaphores, and each touches the rest alone.
final class ReadAhead: @unchecked Sendable {
    /// A decoded event with its place.
    struct Entry {
        var event: Event
        var stream: StreamName
        var moment: EventMoment
    }

    private static let entriesPerBlock = 1_024
    private static let blocksAhead = 24

    private let blocks: Mutex<[Result<[Entry], any Error>]> = Mutex([])
    private let isAbandoned = Mutex(false)
    private let filled = DispatchSemaphore(value: 0)
    private let free = DispatchSemaphore(value: ReadAhead.blocksAhead)
    private let finished = DispatchSemaphore(value: 0)

    /// Starts reading past one position through another.
    init(path: String, after: Int64, through last: Int64, decoder: EventDecoder) {
        DispatchQueue(label: "cmcase.replay.reading").async { [self] in
            do { try read(path, after, last, decoder) } catch is Abandoned {} catch { put(.failure(error)) }
            finished.signal()
        }
    }

    private struct Abandoned: Error {}

    /// The next events in the log's order; empty at the end.
    ///
    /// - Throws: what reading or decoding met.
    func next() throws -> [Entry] {
        filled.wait()
        let block: Result<[Entry], any Error> = blocks.withLock { $0.removeFirst() }
        free.signal()
        return try block.get()
    }

    /// Ends the reading, also in the middle, and waits until it let go of the file.
    func end() {
        isAbandoned.withLock { $0 = true }
        free.signal()
        finished.wait()
    }

    private func read(_ path: String, _ after: Int64, _ last: Int64, _ decoder: EventDecoder) throws {
        let store = try EventStore(path: path, access: .read)
        defer { store.close() }
        var entries: [Entry] = []
        entries.reserveCapacity(Self.entriesPerBlock)
        try store.forEachFoldRow(after: after, through: last) { row in
            let (event, stream, moment) = try decoder.decode(row)
            entries.append(Entry(event: event, stream: stream, moment: moment))
            if entries.count == Self.entriesPerBlock {
                try hand(entries)
                entries = []
                entries.reserveCapacity(Self.entriesPerBlock)
            }
        }
        if !entries.isEmpty { try hand(entries) }
        try hand([])
    }

    private func hand(_ entries: [Entry]) throws {
        free.wait()
        if isAbandoned.withLock({ $0 }) { throw Abandoned() }
        put(.success(entries))
    }

    private func put(_ block: Result<[Entry], any Error>) {
        blocks.withLock { $0.append(block) }
        filled.signal()
    }
}
