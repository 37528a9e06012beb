import EventStore

extension ProposedEvent {
    /// An event of which only what a test is about has to be said.
    static func sample(
        _ stream: String = "case-1", type: String = "Happened", occurredAt: Int64 = 5, payload: String = "{}",
        content: String? = nil, owner: String? = nil, causation: Int64? = nil
    ) -> ProposedEvent {
        ProposedEvent(
            stream: stream, type: type, schemaVersion: 1, occurredAt: occurredAt, payload: Array(payload.utf8),
            content: content.map { ProposedContent(body: Array($0.utf8), owner: owner) }, causation: causation)
    }
}

extension Batch {
    static func sample(
        _ events: ProposedEvent..., recordedAt: Int64 = 1_000, key: IdempotencyKey? = nil,
        expected: [(stream: String, version: ExpectedVersion)] = [], correlation: Int64? = nil
    ) -> Batch {
        Batch(
            events: events, actor: "human:ana", recordedAt: recordedAt, key: key, expected: expected,
            correlation: correlation)
    }
}

extension IdempotencyKey {
    static func sample(_ number: UInt64) -> IdempotencyKey { IdempotencyKey(high: number, low: ~number) }
}

/// An event as it is read, copied out of its row.
struct RecordedEvent: Hashable {
    var position: Int64
    var stream: String
    var version: Int64
    var type: String
    var schemaVersion: Int64 = 1
    var occurredAt: Int64 = 5
    var recordedAt: Int64 = 1_000
    var actor: String = "human:ana"
    var causation: Int64?
    var correlation: Int64
    var payload: String = "{}"
    var contentCommitment: [UInt8]?

    init(_ row: EventRow) {
        position = row.position
        stream = row.stream
        version = row.version
        type = row.type
        schemaVersion = row.schemaVersion
        occurredAt = row.occurredAt
        recordedAt = row.recordedAt
        actor = row.actor
        causation = row.causation
        correlation = row.correlation
        payload = String(decoding: row.payloadBytes, as: UTF8.self)
        contentCommitment = row.contentCommitment
    }

    init(
        position: Int64, stream: String = "case-1", version: Int64, type: String = "Happened", occurredAt: Int64 = 5,
        recordedAt: Int64 = 1_000, causation: Int64? = nil, correlation: Int64, payload: String = "{}"
    ) {
        self.position = position
        self.stream = stream
        self.version = version
        self.type = type
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.causation = causation
        self.correlation = correlation
        self.payload = payload
    }
}

extension EventStore {
    /// Appends one batch in a transaction of its own.
    @discardableResult
    func append(_ batch: Batch) throws -> AppendResult { try write { try $0.append(batch) } }

    func events(
        after: Int64 = 0, through: Int64 = .max, stream: String? = nil, backward: Bool = false
    ) throws -> [RecordedEvent] {
        var what = ReadSpecification()
        what.after = after
        what.through = through
        what.stream = stream
        what.isBackward = backward
        var events: [RecordedEvent] = []
        try forEachEvent(what) { row in
            events.append(RecordedEvent(row))
            return true
        }
        return events
    }

    func leafHash(at position: Int64) throws -> [UInt8]? {
        var what = ReadSpecification()
        what.after = position - 1
        what.through = position
        var hash: [UInt8]?
        try forEachEvent(what) { row in
            hash = row.leafHash
            return false
        }
        return hash
    }
}

/// What a test throws to see it come back.
struct Interruption: Error, Equatable {}
