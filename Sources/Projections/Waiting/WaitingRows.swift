package import CaseModel
package import EventStore
internal import SQLite

/// What questions ask of messages that wait for their parent, or waited.
package struct WaitingRows {
    private let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    /// The case that a message that was recorded at a position came to, if it did. A scan of those that wait and waited.
    package func caseNumber(at position: Position) throws -> CaseNumber? {
        let statement = try target.statement("SELECT case_number FROM waiting_row WHERE position = ?1")
        defer { statement.reset() }
        statement.bind(1, position.rawValue)
        return try statement.step() ? statement.optionalInt64(0).map(CaseNumber.init) : nil
    }

    /// A message that waits or waited for another, recorded through a position. By the index of parents, or a scan.
    package func anyAnswer(to parent: SourceKey, through last: Int64) throws -> Position? {
        let statement = try target.statement("SELECT position FROM waiting_row WHERE parent = ?1 AND position <= ?2")
        defer { statement.reset() }
        parent.bind(to: statement, 1)
        statement.bind(2, last)
        return try statement.step() ? Position(statement.int64(0)) : nil
    }

    /// Whether the event at a position is a reply of ours. O(log n), and a scan where it is no `ReplySent`.
    ///
    /// - Parameter waitingToo: whether one that waits for the message that it answers counts.
    package func isReply(at position: Int64, waitingToo: Bool) throws -> Bool {
        let statement = try target.statement(
            """
            SELECT type = 'ReplySent' OR EXISTS (SELECT 1 FROM waiting_row
                WHERE waiting_row.position = event.position
                    AND (case_number IS NOT NULL OR ?2 AND parent IS NOT NULL))
            FROM event WHERE event.position = ?1
            """)
        defer { statement.reset() }
        statement.bind(1, position)
        statement.bind(2, Int64(waitingToo ? 1 : 0))
        return try statement.step() && statement.int64(0) != 0
    }

    /// How many messages of ours of a time belong to no case. A walk along those that wait and waited, one lookup each.
    package func oursInNoCase(since: Timestamp?, until: Timestamp?) throws -> Int64 {
        let statement = try target.statement(
            """
            SELECT count(*) FROM waiting_row JOIN event ON event.position = waiting_row.position
            WHERE case_number IS NULL AND (?1 IS NULL OR event.occurred_at >= ?1)
                AND (?2 IS NULL OR event.occurred_at < ?2) AND event.payload ->> 'direction' = 'ours'
            """)
        defer { statement.reset() }
        statement.bind(1, since?.microseconds)
        statement.bind(2, until?.microseconds)
        return try statement.step() ? statement.int64(0) : 0
    }

    /// The messages of a channel that wait, the newest first. A walk along those that wait and waited, one lookup each.
    package func waiting(on channel: Channel?, limit: Int?) throws -> [Position] {
        let statement = try target.statement(
            """
            SELECT waiting_row.position
            FROM waiting_row JOIN event ON event.position = waiting_row.position
            WHERE case_number IS NULL AND (?1 IS NULL OR event.payload ->> 'channel' = ?1)
            ORDER BY event.occurred_at DESC, waiting_row.position DESC LIMIT ?2
            """)
        defer { statement.reset() }
        statement.bind(1, channel?.name)
        statement.bind(2, Int64(limit ?? -1))
        var found: [Position] = []
        while try statement.step() { found.append(Position(statement.int64(0))) }
        return found
    }

    /// How many messages of a channel wait, and how many of them answer none. As above.
    package func count(on channel: Channel?) throws -> (total: Int64, alone: Int64) {
        let statement = try target.statement(
            """
            SELECT count(*), coalesce(sum(parent IS NULL), 0)
            FROM waiting_row JOIN event ON event.position = waiting_row.position
            WHERE case_number IS NULL AND (?1 IS NULL OR event.payload ->> 'channel' = ?1)
            """)
        defer { statement.reset() }
        statement.bind(1, channel?.name)
        return try statement.step() ? (statement.int64(0), statement.int64(1)) : (0, 0)
    }

    /// At most six cases to which something else than the import of a correlation attached a message of ours that waited
    /// since that import. A walk along those that wait and waited: an import is seldom taken back.
    package func cases(attachedElsewhereSince first: Position) throws -> [CaseNumber] {
        let statement = try target.statement(
            """
            SELECT DISTINCT case_number FROM waiting_row WHERE case_number IS NOT NULL AND position >= ?1
                AND (SELECT correlation FROM event WHERE event.position = waiting_row.position) = ?1
                AND NOT EXISTS (SELECT 1 FROM event WHERE stream = 'case-' || case_number AND correlation = ?1)
            ORDER BY case_number LIMIT 6
            """)
        defer { statement.reset() }
        statement.bind(1, first.rawValue)
        var numbers: [CaseNumber] = []
        while try statement.step() { numbers.append(CaseNumber(statement.int64(0))) }
        return numbers
    }
}
