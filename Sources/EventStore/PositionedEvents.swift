/// Events with assigned positions, ready to insert.
///
/// All texts are in one buffer: freeing one string per event on another thread costs more than inserting the row.
struct PositionedEvents: Sendable {
    /// An event; its texts follow one another in the buffer.
    struct Row: Sendable {
        /// Set for the first event of a batch whose key is not reserved yet.
        fileprivate(set) var key: IdempotencyKey?
        /// The number of events of that batch.
        fileprivate(set) var batchCount: Int64
        let position: Int64
        let version: Int64
        let recordedAt: Int64
        let correlation: Int64
        let causation: Int64?
        let occurredAt: Int64
        let schemaVersion: Int64
        fileprivate let start: Int
        fileprivate let stream: Int32
        fileprivate let type: Int32
        fileprivate let actor: Int32
        fileprivate let payload: Int32
        /// -1 if absent, like `content`.
        fileprivate let owner: Int32
        fileprivate let content: Int32
    }

    /// The texts of an event, borrowed.
    struct Texts {
        let stream: UnsafeRawBufferPointer
        let type: UnsafeRawBufferPointer
        let actor: UnsafeRawBufferPointer
        let payload: UnsafeRawBufferPointer
        let owner: UnsafeRawBufferPointer?
        let content: UnsafeRawBufferPointer?
    }

    private(set) var rows: [Row] = []
    private var bytes: [UInt8] = []

    var isEmpty: Bool { rows.isEmpty }

    /// Appends an event.
    mutating func add(
        _ event: ProposedEvent, position: Int64, version: Int64, recordedAt: Int64, actor: String, correlation: Int64
    ) {
        let start: Int = bytes.count
        let stream: Int32 = append(event.stream)
        let type: Int32 = append(event.type)
        let actor: Int32 = append(actor)
        let payload: Int32 = append(event.payload)
        let owner: Int32? = event.content?.owner.map { append($0) }
        let content: Int32? = (event.content?.body).map { append($0) }
        rows.append(
            Row(
                key: nil, batchCount: 0, position: position, version: version, recordedAt: recordedAt,
                correlation: correlation, causation: event.causation, occurredAt: event.occurredAt,
                schemaVersion: Int64(event.schemaVersion), start: start, stream: stream, type: type, actor: actor,
                payload: payload, owner: owner ?? -1, content: content ?? -1))
    }

    /// Makes the writer reserve the key of the last `count` events, a whole batch.
    mutating func reserve(_ key: IdempotencyKey, forLast count: Int) {
        rows[rows.count - count].key = key
        rows[rows.count - count].batchCount = Int64(count)
    }

    /// Removes the events and keeps the capacity.
    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Calls `body` with each event.
    func forEach<E: Error>(_ body: (Row, Texts) throws(E) -> Void) throws(E) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(E) in
            let bytes = UnsafeRawBufferPointer(bytes)
            for row in rows {
                var next: Int = row.start
                func part(_ count: Int32) -> UnsafeRawBufferPointer {
                    defer { next += Int(count) }
                    return UnsafeRawBufferPointer(rebasing: bytes[next..<(next + Int(count))])
                }
                let (stream, type) = (part(row.stream), part(row.type))
                let (actor, payload) = (part(row.actor), part(row.payload))
                try body(
                    row,
                    Texts(
                        stream: stream, type: type, actor: actor, payload: payload,
                        owner: row.owner < 0 ? nil : part(row.owner),
                        content: row.content < 0 ? nil : part(row.content)))
            }
        }
    }

    private mutating func append(_ text: String) -> Int32 {
        let before: Int = bytes.count
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
        return Int32(bytes.count - before)
    }

    private mutating func append(_ text: [UInt8]) -> Int32 {
        bytes.append(contentsOf: text)
        return Int32(text.count)
    }
}
