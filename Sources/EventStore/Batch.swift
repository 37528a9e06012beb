/// An event to append, before it has a position.
package struct ProposedEvent: Sendable {
    package var stream: String
    package var type: String
    package var schemaVersion: Int
    /// When it happened, microseconds UTC.
    package var occurredAt: Int64
    /// Flat JSON, UTF-8.
    package var payload: [UInt8]
    /// Free text and personal data, stored apart and erasable.
    package var content: ProposedContent?
    /// The event that caused this one.
    package var causation: Int64?

    package init(
        stream: String, type: String, schemaVersion: Int, occurredAt: Int64, payload: [UInt8],
        content: ProposedContent?, causation: Int64? = nil
    ) {
        self.stream = stream
        self.type = type
        self.schemaVersion = schemaVersion
        self.occurredAt = occurredAt
        self.payload = payload
        self.content = content
        self.causation = causation
    }
}

/// The content of an event and its owner.
package struct ProposedContent: Sendable {
    /// Flat JSON, UTF-8.
    package var body: [UInt8]
    /// The stream of the person who owns it; nil if nobody does.
    package var owner: String?

    package init(body: [UInt8], owner: String?) {
        self.body = body
        self.owner = owner
    }
}

/// The version that a stream must have for an append, so that no decision is based on an outdated state.
package enum ExpectedVersion: Hashable, Sendable {
    case any
    case noStream
    case exactly(Int64)
}

/// The events of one command, appended together or not at all.
package struct Batch: Sendable {
    package var events: [ProposedEvent]
    package var actor: String
    /// Our clock, microseconds UTC. The log raises it if it is earlier than the newest event's.
    package var recordedAt: Int64
    /// Identifies the batch, so that appending it again has no effect.
    package var key: IdempotencyKey?
    /// The versions that streams must have.
    package var expected: [(stream: String, version: ExpectedVersion)]
    /// The first event of the command or import it belongs to; nil for its own first event.
    package var correlation: Int64?

    package init(
        events: [ProposedEvent], actor: String, recordedAt: Int64, key: IdempotencyKey? = nil,
        expected: [(stream: String, version: ExpectedVersion)] = [], correlation: Int64? = nil
    ) {
        self.events = events
        self.actor = actor
        self.recordedAt = recordedAt
        self.key = key
        self.expected = expected
        self.correlation = correlation
    }
}

/// The result of an append.
package enum AppendResult: Hashable, Sendable {
    /// Appended at `first` and the following positions, with these stream versions.
    case appended(first: Int64, recordedAt: Int64, versions: [Int64])
    /// The same batch was appended before.
    case alreadyAppended(first: Int64, count: Int64)
}
