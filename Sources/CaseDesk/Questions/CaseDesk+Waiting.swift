package import CaseModel
internal import EventStore
internal import Projections
internal import SQLite

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
            let imports: [Int64: Position] = try importsByFirstEvent()
            let (total, alone) = try countWaiting(on: channel)
            let statement = try store.connection.statement(
                """
                SELECT waiting_row.position
                FROM waiting_row JOIN event ON event.position = waiting_row.position
                WHERE case_number IS NULL AND (?1 IS NULL OR event.payload ->> 'channel' = ?1)
                ORDER BY event.occurred_at DESC, waiting_row.position DESC LIMIT ?2
                """ as String)
            defer { statement.reset() }
            statement.bind(1, channel?.name)
            statement.bind(2, Int64(limit ?? -1))
            var messages: [WaitingMessage] = []
            while try statement.step() {
                if let message = try waitingMessage(at: statement.int64(0), imports) { messages.append(message) }
            }
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

    private func countWaiting(on channel: Channel?) throws -> (total: Int64, alone: Int64) {
        let statement = try store.connection.statement(
            """
            SELECT count(*), coalesce(sum(parent IS NULL), 0)
            FROM waiting_row JOIN event ON event.position = waiting_row.position
            WHERE case_number IS NULL AND (?1 IS NULL OR event.payload ->> 'channel' = ?1)
            """ as String)
        defer { statement.reset() }
        statement.bind(1, channel?.name)
        return try statement.step() ? (statement.int64(0), statement.int64(1)) : (0, 0)
    }

    /// The imports by their first event, which all of their events have as their correlation.
    private func importsByFirstEvent() throws -> [Int64: Position] {
        let statement = try store.connection.statement(
            """
            SELECT event.correlation, import_row.position FROM import_row
            JOIN event ON event.position = import_row.position
            """ as String)
        defer { statement.reset() }
        var imports: [Int64: Position] = [:]
        while try statement.step() { imports[statement.int64(0)] = Position(statement.int64(1)) }
        return imports
    }
}
