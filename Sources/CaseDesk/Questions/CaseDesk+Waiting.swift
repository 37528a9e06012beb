package import CaseModel
internal import EventStore
internal import Projections

/// A message of ours that belongs to no case: the one that it answers was never taken in, or it answers none.
package struct WaitingMessage: Sendable {
    package var position: Position
    package var at: Timestamp
    package var channel: Channel
    /// The network's ids of the message, of the account that wrote it, and of the message that it waits for, while nobody
    /// erased them; no parent for one that answers none.
    package var id: String?
    package var account: String?
    package var handle: String?
    package var parent: String?
    /// Whether it answers another message, which isn't there yet.
    package var isAnswer: Bool
    package var brand: Brand?
    /// The words, while nobody erased them.
    package var text: String?
    /// Who or what recorded it.
    package var actor: String
    /// The import that took it in, if one did and was gone through to its end.
    package var imported: Position?
}

/// The messages of ours that belong to no case.
package struct WaitingList: Sendable {
    /// The newest first.
    package var messages: [WaitingMessage]
    /// How many there are without the limit.
    package var total: Int64
    /// How many of them answer none: they wait for nothing.
    package var alone: Int64
    /// The last position of the log that it rests on.
    package var position: Position
}

extension CaseDesk {
    /// The messages of ours that belong to no case: what an import counts as unattached. O(waiting messages and those that waited), and O(imports).
    package func waiting(
        on channel: Channel? = nil, limit: Int? = nil, _ horizon: Horizon = .now
    ) throws -> WaitingList {
        try ask(horizon) { position in
            let rows = WaitingRows(store)
            let imports: [Int64: Position] = try ImportRows(store).byFirstEvent()
            let (total, alone) = try rows.count(on: channel)
            let messages = try rows.waiting(on: channel, limit: limit)
                .compactMap { try waitingMessage(at: $0.rawValue, imports) }
            return WaitingList(messages: messages, total: total, alone: alone, position: Position(position))
        }
    }

    private func waitingMessage(at place: Int64, _ imports: [Int64: Position]) throws -> WaitingMessage? {
        let what = ReadSpecification(at: place)
        let decoder = EventDecoder()
        var message: WaitingMessage?
        try store.forEachEvent(what) { row in
            let recorded: RecordedEvent = try decoder.recorded(row, in: .book)
            guard case .messageAwaited(let awaited) = recorded.event else { return false }
            let content: Content? = try self.content(at: Position(place))
            message = WaitingMessage(
                position: Position(place), at: recorded.occurredAt, channel: awaited.channel, id: content?.id,
                account: content?.author, handle: content?.handle, parent: content?.parent,
                isAnswer: awaited.parent != nil,
                brand: awaited.brand,
                text: content?.text, actor: row.actor, imported: imports[row.correlation])
            return false
        }
        return message
    }
}
