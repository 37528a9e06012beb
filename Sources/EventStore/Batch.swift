/// One event as somebody proposes it to the log, before it has a place there.
package struct ProposedEvent: Sendable {
    package var stream: String
    package var type: String
    package var schemaVersion: Int
    /// When it happened in the world, microseconds UTC.
    package var occurredAt: Int64
    /// Flat JSON, UTF-8.
    package var payload: [UInt8]
    /// Free text and personal data, which live apart and can be erased.
    package var content: ProposedContent?
    /// The event that brought this one about.
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

/// An event's content with whom it belongs to.
package struct ProposedContent: Sendable {
    /// Flat JSON, UTF-8.
    package var body: [UInt8]
    /// The stream of the person it belongs to; nil while it is nobody's.
    package var owner: String?

    package init(body: [UInt8], owner: String?) {
        self.body = body
        self.owner = owner
    }
}

/// The version a stream is expected to have, so that nobody decides on a state that is gone.
package enum ExpectedVersion: Hashable, Sendable {
    case any
    case noStream
    case exactly(Int64)
}

/// The events of one command: recorded together or not at all.
package struct Batch: Sendable {
    package var events: [ProposedEvent]
    package var actor: String
    /// Our clock, microseconds UTC; the log moves it up where it would go back.
    package var recordedAt: Int64
    /// Recognises the same batch when it comes again.
    package var key: IdempotencyKey?
    /// What is expected of the streams it writes to.
    package var expected: [(stream: String, version: ExpectedVersion)]
    /// The first event of the command or import it belongs to; its own first event where nil.
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

/// What became of a batch.
package enum AppendResult: Hashable, Sendable {
    /// Recorded; the events stand at `first` and the positions after it, with these versions in their streams.
    case appended(first: Int64, recordedAt: Int64, versions: [Int64])
    /// The same batch was recorded before.
    case alreadyAppended(first: Int64, count: Int64)
}
