/// The statements on the log's own tables. Comments list the parameters in order, then → the result columns.
enum SQL {
    /// The columns in order. O(log n): an append at the right edge and an insert in the stream index. OR ROLLBACK, as
    /// in the trigger, so that SQLite keeps no statement journal.
    static let insertEvent: StaticString = """
        INSERT OR ROLLBACK INTO event (position, stream, version, type, schema_version, occurred_at, recorded_at, actor, causation,
            correlation, payload, content_commitment, leaf_hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        """

    /// position, owner, nonce, body.
    static let insertContent: StaticString =
        "INSERT INTO content (position, owner, nonce, body) VALUES (?1, ?2, ?3, ?4)"

    /// key, position, count. Changes no row if the key is taken: one descent finds and inserts.
    static let insertKey: StaticString = "INSERT OR IGNORE INTO idempotency (key, position, count) VALUES (?1, ?2, ?3)"

    /// key.
    static let deleteKey: StaticString = "DELETE FROM idempotency WHERE key = ?1"

    /// key → position, count.
    static let batchOfKey: StaticString = "SELECT position, count FROM idempotency WHERE key = ?1"

    /// → key. A table scan.
    static let keys: StaticString = "SELECT key FROM idempotency"

    /// The newest event → position, recorded_at.
    static let end: StaticString = "SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1"

    /// position → the next one.
    static let nextPosition: StaticString = "SELECT position FROM event WHERE position > ?1 ORDER BY position LIMIT 1"

    /// stream → version. One lookup in the unique index.
    static let versionOfStream: StaticString = "SELECT coalesce(max(version), 0) FROM event WHERE stream = ?1"

    /// position → stream.
    static let streamAtPosition: StaticString = "SELECT stream FROM event WHERE position = ?1"

    /// position → type, payload, content_commitment, nonce, stream: to compare a recorded event with a proposed one.
    static let eventForComparison: StaticString = """
        SELECT event.type, event.payload, event.content_commitment, content.nonce, event.stream
        FROM event LEFT JOIN content USING (position) WHERE event.position = ?1
        """

    private static let columns = """
        position, stream, version, type, schema_version, occurred_at, recorded_at, actor, causation, correlation, payload,
            content_commitment, leaf_hash
        """

    /// after, through → columns. A range scan of the table.
    static let eventsByPosition = """
        SELECT \(columns) FROM event WHERE position > ?1 AND position <= ?2 ORDER BY position
        """

    /// The same, newest first.
    static let eventsByPositionBackward = """
        SELECT \(columns) FROM event WHERE position > ?1 AND position <= ?2 ORDER BY position DESC
        """

    /// after, through, stream → columns. A range scan of the unique index.
    static let eventsOfStream = """
        SELECT \(columns) FROM event WHERE stream = ?3 AND position > ?1 AND position <= ?2 ORDER BY version
        """

    /// after, through → the columns that folds read. A range scan of the table.
    static let eventsForFold = """
        SELECT position, stream, version, type, schema_version, occurred_at, payload FROM event
        WHERE position > ?1 AND position <= ?2 ORDER BY position
        """

    /// → position of each `ImportRetracted`. From a partial index.
    static let retractions: StaticString =
        "SELECT position FROM event WHERE type = 'ImportRetracted' ORDER BY position"

    /// first, through, excluded stream → streams with events of the correlation. A table scan from the first one on.
    static let streamsOfCorrelation: StaticString = """
        SELECT DISTINCT stream FROM event WHERE position BETWEEN ?1 AND ?2 AND correlation = ?1 AND stream <> ?3
        """

    /// first, excluded stream → position, stream, correlation of events that follow one of the correlation in its
    /// stream and have another.
    static let eventsBehindCorrelation: StaticString = """
        WITH touched AS (
            SELECT stream, min(version) AS first FROM event
            WHERE position >= ?1 AND correlation = ?1 AND stream <> ?2 GROUP BY stream)
        SELECT event.position, event.stream, event.correlation FROM touched
        JOIN event ON event.stream = touched.stream AND event.version > touched.first
        WHERE event.correlation <> ?1 ORDER BY event.position
        """

    /// first: deletes the keys of a correlation's batches. A scan of the keys.
    static let deleteKeysOfCorrelation: StaticString = """
        DELETE FROM idempotency WHERE position >= ?1
            AND (SELECT correlation FROM event WHERE event.position = idempotency.position) = ?1
        """

    /// position → correlation.
    static let correlationAtPosition: StaticString = "SELECT correlation FROM event WHERE position = ?1"

    /// after, limit → columns. A range scan of the table.
    static let eventsToVerify = "SELECT \(columns) FROM event WHERE position > ?1 ORDER BY position LIMIT ?2"

    /// after → position, nonce, body. A range scan of the table.
    static let contentsToVerify: StaticString =
        "SELECT position, nonce, body FROM content WHERE position > ?1 ORDER BY position"

    /// stream, version, limit → stream, version, position after that place. A range scan of the unique index alone.
    static let placesInStreams: StaticString = """
        SELECT stream, version, position FROM event WHERE (stream, version) > (?1, ?2)
        ORDER BY stream, version LIMIT ?3
        """

    /// position → recorded_at.
    static let recordedAt: StaticString = "SELECT recorded_at FROM event WHERE position = ?1"

    /// position → body.
    static let contentAtPosition: StaticString = "SELECT body FROM content WHERE position = ?1"

    /// source → state.
    static let cursor: StaticString = "SELECT state FROM cursor WHERE source = ?1"
    static let setCursor: StaticString = "INSERT OR REPLACE INTO cursor (source, state) VALUES (?1, ?2)"
    static let deleteCursor: StaticString = "DELETE FROM cursor WHERE source = ?1"

    /// name → value.
    static let storeValue: StaticString = "SELECT value FROM store WHERE name = ?1"
    static let setStoreValue: StaticString = "INSERT INTO store (name, value) VALUES (?1, ?2)"
}
