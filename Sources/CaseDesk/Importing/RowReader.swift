internal import CaseModel
internal import EventStore
internal import Intake
internal import Threads

/// Parses the records of one chunk of a source on all cores: at the first reading nothing else keeps them busy.
struct RowReader {
    /// What the first reading takes from a record.
    enum Outcome: Sendable {
        case row(ImportPlan.Row, key: SourceKey, parent: SourceKey?, author: Int?, MessageVersion)
        case rejected(Rejection, offset: Int64, length: Int)
    }

    /// Which of several rows about one message this is.
    struct MessageVersion: Sendable {
        var at: Timestamp
        var edit: String?
        var isOurs: Bool
    }

    /// A record of the chunk, or what became of one whose bytes were lent for a moment only.
    private enum Item {
        case record(Record)
        case outcome(Outcome)
    }

    /// What makes an outcome of a record.
    fileprivate struct Reading: Sendable {
        let parser: RecordParser
        let hash: KeyedHash
    }

    private let reading: Reading
    private var items: [Item] = []

    /// - Parameter hash: tells messages of this source apart; the store's own key is not needed for that.
    init(parser: RecordParser, hash: KeyedHash) { reading = Reading(parser: parser, hash: hash) }

    /// Takes the next record; one that lies in `chunk` is left for later, as long as the chunk is there.
    mutating func add(_ record: Record, of chunk: UnsafeRawBufferPointer) {
        let stays: Bool =
            if let start = record.bytes.baseAddress, let first = chunk.baseAddress {
                start >= first && start + record.bytes.count <= first + chunk.count
            } else { false }
        items.append(stays ? .record(record) : .outcome(reading.outcome(of: record)))
    }

    /// Hands over what became of the records since the last call, in their order; the chunk is still there.
    mutating func forEachOutcome(_ body: (Outcome) throws -> Void) rethrows {
        let parts: Int = items.count < 256 ? 1 : 16
        var outcomes = [[Outcome]](repeating: [], count: parts)
        outcomes.withUnsafeMutableBufferPointer { outcomes in
            // Each part is read and written by one thread alone.
            nonisolated(unsafe) let outcomes = outcomes
            nonisolated(unsafe) let items: [Item] = items
            let reading: Reading = reading
            Parallel.forEach(parts) { part in
                let range: Range<Int> = items.count * part / parts..<items.count * (part + 1) / parts
                outcomes[part] = items[range].map { item in
                    switch item {
                    case .record(let record): reading.outcome(of: record)
                    case .outcome(let outcome): outcome
                    }
                }
            }
        }
        items.removeAll(keepingCapacity: true)
        for part in outcomes { for outcome in part { try body(outcome) } }
    }
}

extension RowReader.Reading {
    func outcome(of record: Record) -> RowReader.Outcome {
        // A record is never numbered higher than its line.
        guard let line = Int32(exactly: record.line) else {
            let rejection = Rejection(
                row: record.number, line: record.line, reason: .tooFarDown(lastLine: Int(Int32.max)))
            return .rejected(rejection, offset: record.offset, length: record.length)
        }
        switch parser.message(of: record) {
        case .success(let message):
            return .row(
                ImportPlan.Row(
                    offset: record.offset, length: Int32(record.length), number: Int32(record.number), line: line),
                key: key(message, message.id), parent: message.parent.map { key(message, $0) },
                author: author(of: message),
                RowReader.MessageVersion(
                    at: message.occurredAt, edit: message.version, isOurs: message.direction == .ours))
        case .failure(let rejection): return .rejected(rejection, offset: record.offset, length: record.length)
        }
    }

    /// Tells authors apart within this run. Who reposts a message is not its author, and reposts are not kept.
    private func author(of message: SourceMessage) -> Int? {
        guard message.kind != .repost else { return nil }
        var hasher = Hasher()
        hasher.combine(message.channel.name)
        hasher.combine(message.author)
        return hasher.finalize()
    }

    private func key(_ message: SourceMessage, _ id: String) -> SourceKey {
        let (high, low) = hash.hash("message", message.channel.name, id)
        return SourceKey(high: high, low: low)
    }
}
