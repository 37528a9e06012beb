-- The log and what belongs to it. What is here is the format of the file: it changes only by a further migration.

-- One row an event, append-only.
CREATE TABLE event (
    position           INTEGER PRIMARY KEY,  -- place in the whole log, from 1, without gaps
    stream             TEXT    NOT NULL,     -- case-12, person-7, book
    version            INTEGER NOT NULL,     -- place in the stream, from 1, without gaps
    type               TEXT    NOT NULL,     -- stable name of the event
    schema_version     INTEGER NOT NULL,     -- version of the payload's form
    occurred_at        INTEGER NOT NULL,     -- when it happened in the world, microseconds UTC
    recorded_at        INTEGER NOT NULL,     -- when we learned it, microseconds UTC, never less than in the row before
    actor              TEXT    NOT NULL,     -- who or what: human:ana, import:support-threads, system:intake
    causation          INTEGER,              -- position of the event that brought this one about
    correlation        INTEGER NOT NULL,     -- position of the first event of the same command or import
    payload            TEXT    NOT NULL,     -- flat JSON without personal data
    content_commitment BLOB,                 -- SHA-256(nonce || content), where the event has content
    leaf_hash          BLOB    NOT NULL,     -- SHA-256(0x00 || the columns above, each with its length before it)
    UNIQUE (stream, version)
) STRICT;

-- The imports that were taken back: few, and asked for whenever a stream is folded.
CREATE INDEX event_retraction ON event (position) WHERE type = 'ImportRetracted';

CREATE TRIGGER event_is_never_updated BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only: an event is never updated');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only: an event is never deleted');
END;

-- Positions and versions have no gaps, and INSERT OR REPLACE finds nothing to replace. It rolls back rather than aborts:
-- where nothing about an insert can abort, SQLite keeps no journal for each statement, and a bulk import takes two thirds
-- of the time.
CREATE TRIGGER event_is_appended BEFORE INSERT ON event
WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
    OR NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM event WHERE stream = NEW.stream)
BEGIN
    SELECT RAISE(ROLLBACK, 'the log is append-only: an event takes the next position of the log and of its stream');
END;

-- Free text and personal data of an event: never updated, deleted by erasure.
CREATE TABLE content (
    position INTEGER PRIMARY KEY,  -- the event
    owner    TEXT,                 -- stream of the person it belongs to; NULL while it is nobody's
    nonce    BLOB NOT NULL,        -- 16 random bytes, so that a commitment tells nothing about what it commits to
    body     TEXT NOT NULL         -- flat JSON
) STRICT;

CREATE TRIGGER content_is_never_updated BEFORE UPDATE ON content
BEGIN
    SELECT RAISE(ABORT, 'content is never updated: it is erased or stays as it is');
END;

-- What was recorded under which key, so that the same again is recognised.
CREATE TABLE idempotency (
    key      BLOB    PRIMARY KEY,  -- 16 bytes
    position INTEGER NOT NULL,     -- first event of the batch
    count    INTEGER NOT NULL      -- events in the batch
) STRICT, WITHOUT ROWID;

-- How far a source was read, committed with what was read.
CREATE TABLE cursor (
    source TEXT PRIMARY KEY,  -- what is being read
    state  TEXT NOT NULL      -- flat JSON, the reader's own
) STRICT, WITHOUT ROWID;

-- What the store keeps about itself: its id, and the key under which networks' ids are hashed.
CREATE TABLE store (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Which projections stand, in which of their two slots, and how far they have folded the log.
CREATE TABLE projection (
    name     TEXT    PRIMARY KEY,
    version  INTEGER NOT NULL,  -- of the projector that wrote it
    slot     TEXT    NOT NULL CHECK (slot IN ('a', 'b')),
    position INTEGER NOT NULL   -- the last event folded into it
) STRICT, WITHOUT ROWID;
