internal import CaseModel
internal import EventStore
internal import JSON
internal import Projections

/// One write transaction: decide, record, fold, all on the same state.
final class Session {
    let store: EventStore
    let transaction: WriteTransaction
    let projections: ProjectionSet
    let actor: Actor
    /// Our clock.
    let now: Timestamp
    /// The first event of the command or import this belongs to.
    private(set) var correlation: Int64?
    /// Whether batches are written behind this thread's back: where it is known of each that nobody recorded it before.
    var writesBehind = false {
        didSet {
            guard writesBehind != oldValue else { return }
            if writesBehind { projections.writeBehind(transaction) } else { projections.writeHere() }
        }
    }
    /// What the versions of messages say, as far as this session asked.
    let knownTexts: KnownTexts
    private let actorText: String
    private var writer = JSONWriter(reservingCapacity: 512)

    init(
        store: EventStore, transaction: WriteTransaction, projections: ProjectionSet, actor: Actor, now: Timestamp,
        correlation: Int64?, knownTexts: KnownTexts = KnownTexts()
    ) {
        self.store = store
        self.transaction = transaction
        self.projections = projections
        self.actor = actor
        actorText = actor.description
        self.now = now
        self.correlation = correlation
        self.knownTexts = knownTexts
    }

    /// Has what is recorded from here on belong to an import that was begun before; nil for one that begins here.
    func belongs(to correlation: Int64?) { self.correlation = correlation }

    /// Records decisions as one batch and folds them: what the gate let pass, and what intake makes of messages.
    ///
    /// - Returns: the position of the first; nil where the key's batch was recorded before.
    @discardableResult
    func record(
        _ decisions: [Decision], key: SourceKey? = nil, by actor: Actor? = nil, causation: Int64? = nil
    ) throws -> Int64? {
        let batch = Batch(
            events: decisions.map { proposed($0, causation) }, actor: actor?.description ?? actorText,
            recordedAt: now.microseconds, key: key.map { IdempotencyKey(high: $0.high, low: $0.low) },
            correlation: correlation)
        let result: AppendResult =
            writesBehind
            ? try transaction.appendNew(batch) { knownVersion(of: decisions[$0].stream) }
            : try transaction.append(batch)
        guard case .appended(let first, _, let versions) = result else { return nil }
        if correlation == nil { correlation = first }
        for (offset, decision) in decisions.enumerated() {
            let moment = EventMoment(
                position: Position(first + Int64(offset)), version: versions[offset], occurredAt: decision.occurredAt)
            try projections.apply(decision.event, in: decision.stream, moment)
        }
        return first
    }

    /// The version of a stream, where the fold knows it.
    private func knownVersion(of stream: StreamName) -> Int64? {
        switch stream {
        case .case(let number): projections.cases.knownVersion(of: number)
        case .person(let number): projections.persons.isNew(number) ? 0 : nil
        case .book: nil
        }
    }

    private func proposed(_ decision: Decision, _ causation: Int64?) -> ProposedEvent {
        writer.removeAll()
        EventCodec.encode(
            decision.event, rule: decision.rule, isOverride: decision.content?.override != nil, into: &writer)
        let payload: [UInt8] = writer.bytes
        let content: ProposedContent? = decision.content.map { content in
            ProposedContent(body: body(of: content), owner: decision.owner.map { StreamName.person($0).description })
        }
        return ProposedEvent(
            stream: decision.stream.description, type: decision.event.type.rawValue,
            schemaVersion: decision.event.type.schemaVersion, occurredAt: decision.occurredAt.microseconds,
            payload: payload, content: content, causation: causation)
    }

    /// The bytes of a content as they are stored and committed to.
    func body(of content: Content) -> [UInt8] {
        writer.removeAll()
        content.encode(to: &writer)
        return writer.bytes
    }
}
