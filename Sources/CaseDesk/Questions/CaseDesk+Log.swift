package import CaseModel
internal import EventStore
internal import Projections

/// Which events of the log to list.
package struct LogQuery: Sendable {
    package var after: Position = Position(0)
    package var through: Position = Position(.max)
    package var stream: StreamName?
    package var types: Set<String> = []
    package var actor: String?
    /// Happened at or after, and before.
    package var since: Timestamp?
    package var until: Timestamp?
    package var isNewestFirst = false
    package var limit: Int?

    package init() {}
}

/// One event as the log holds it.
package struct LogEntry: Sendable {
    package var position: Position
    package var stream: String
    package var version: Int64
    package var type: String
    package var schemaVersion: Int64
    package var occurredAt: Timestamp
    package var recordedAt: Timestamp
    package var actor: String
    package var causation: Position?
    package var correlation: Position
    /// The payload's JSON as it stands.
    package var payload: String
    package var hasContent: Bool
    /// The content, where it is asked for and there.
    package var content: Content?
    /// Whether this program knows the type.
    package var isKnown: Bool
}

extension CaseDesk {
    /// Calls `body` with events of the log in order, those of types this program doesn't know too. O(events passed).
    package func forEachLogEntry(
        _ query: LogQuery, _ horizon: Horizon = .now, withContent: Bool, _ body: (LogEntry) throws -> Void
    ) throws {
        try read {
            var what = ReadSpecification()
            what.after = query.after.rawValue
            what.through = min(query.through.rawValue, try position(of: horizon))
            what.stream = query.stream?.description
            what.isBackward = query.isNewestFirst && query.stream == nil
            var left: Int = query.limit ?? .max
            guard left > 0 else { return }
            try store.forEachEvent(what) { row in
                guard matches(row, query) else { return true }
                try body(try entry(row, withContent: withContent))
                left -= 1
                return left > 0
            }
        }
    }

    private func matches(_ row: EventRow, _ query: LogQuery) -> Bool {
        if !query.types.isEmpty, !query.types.contains(row.type) { return false }
        if let actor = query.actor, row.actor != actor, !row.actor.hasSuffix(":" + actor) { return false }
        if let since = query.since, row.occurredAt < since.microseconds { return false }
        if let until = query.until, row.occurredAt >= until.microseconds { return false }
        return true
    }

    private func entry(_ row: EventRow, withContent: Bool) throws -> LogEntry {
        let hasContent: Bool = row.contentCommitment != nil
        return LogEntry(
            position: Position(row.position), stream: row.stream, version: row.version, type: row.type,
            schemaVersion: row.schemaVersion, occurredAt: Timestamp(microseconds: row.occurredAt),
            recordedAt: Timestamp(microseconds: row.recordedAt), actor: row.actor,
            causation: row.causation.map(Position.init), correlation: Position(row.correlation),
            payload: String(decoding: row.payloadBytes, as: UTF8.self), hasContent: hasContent,
            content: withContent && hasContent ? try content(at: Position(row.position)) : nil,
            isKnown: EventType(bytes: row.typeBytes) != nil)
    }
}
