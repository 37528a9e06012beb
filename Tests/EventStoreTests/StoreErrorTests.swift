import EventStore
import SQLite
import Testing

@Suite("A store's error")
struct StoreErrorTests {
    /// What each says of /a/s.db.
    private static let sentences: [(StoreError.Code, String)] = [
        (
            .notFound,
            "there is no store at /a/s.db; make one with: cmcase init --store /a/s.db"
        ),
        (.isADirectory, "/a/s.db is a folder, not a store; name a file in it, as in --store /a/s.db/cmcase.db"),
        (
            .notAStore,
            "/a/s.db is not a cmcase store; name another file with --store or CMCASE_STORE (nothing was changed)"
        ),
        (
            .newerSchema(found: 9, known: 1),
            "/a/s.db has schema version 9, this program knows 1; use a newer cmcase (nothing was changed)"
        ),
        (
            .readOnly,
            "/a/s.db or its folder can't be written; check the permissions, or copy the store to where it can be written"
        ),
        (
            .needsRecovery,
            "/a/s.db stands in a folder that can't be written, with a journal (-wal) beside it that must be read first; copy the store with its -wal file to a folder that can be written"
        ),
        (
            .locked(holder: "process 7"),
            "another process is writing to /a/s.db (process 7); try again when it has finished"
        ),
        (.locked(holder: nil), "another process is writing to /a/s.db; try again when it has finished"),
        (
            .diskFull,
            "the disk that holds /a/s.db is full; nothing of the last step was kept; make room and run the same again"
        ),
        (
            .missingTable("case_row_a"),
            "the table case_row_a is missing from /a/s.db, or a column of it, so something else than cmcase changed the store; `cmcase replay` makes it anew from the log"
        ),
        (
            .missingTable("main.event"),
            "the table main.event is missing from /a/s.db, or a column of it, so something else than cmcase changed the store; restore a backup; `cmcase log verify` says whether more is wrong"
        ),
        (
            .damagedRow(table: "content", row: "position 7"),
            "position 7 of the table content in /a/s.db says what no program of ours writes, so the store was damaged or changed by something else; restore a backup; `cmcase log verify` says whether more is wrong"
        ),
        (
            .damagedSearch,
            "the index of words in /a/s.db can't be used; `cmcase search --rebuild` makes it anew, and nothing else rests on it"
        ),
        (
            .noName,
            "the store's name is empty; name a file with --store or CMCASE_STORE, as in --store cmcase.db"
        ),
        (.damaged, "/a/s.db is damaged; restore a backup, or save what can be read with: sqlite3 /a/s.db .recover"),
        (
            .versionConflict(stream: "case-1", expected: 2, actual: 3),
            "case-1 has moved on: expected version 2, it has 3; look at what happened meanwhile and decide again"
        ),
        (
            .keyConflict(position: 7),
            "something else was recorded under the same key at position 7; use another --key"
        ),
        (
            .system(call: "flock", errno: 5, reason: "Input/output error"),
            "flock on /a/s.db failed: Input/output error"
        ),
    ]

    @Test("says what, where and what to do", arguments: sentences)
    func descriptions(code: StoreError.Code, sentence: String) {
        #expect(StoreError(code, path: "/a/s.db").description == sentence)
    }

    @Test("tells SQLite's errors by what they mean for a store")
    func translation() {
        func code(_ code: Int32) -> StoreError.Code {
            StoreError(SQLiteError(code: code, message: "m", sql: nil, path: "/s.db"), path: "/s.db").code
        }
        #expect(code(26) == .notAStore)
        #expect(code(11) == .damaged)
        #expect(code(267) == .damagedSearch)
        #expect(code(10 | 3 << 8) == .disk)
        #expect(code(10 | 19 << 8) == .diskFull)
        #expect(code(19) == .damagedRow(table: "event", row: nil))
        #expect(code(13) == .diskFull)
        #expect(code(8) == .readOnly)
        #expect(code(14) == .readOnly)
        #expect(code(5) == .locked(holder: nil))
        #expect(code(1) == .sqlite(SQLiteError(code: 1, message: "m", sql: nil, path: "/s.db")))
    }

    @Test(
        "tells what is missing or unreadable by what SQLite says of it",
        arguments: [
            ("no such table: main.case_row_a", StoreError.Code.missingTable("main.case_row_a")),
            ("no such column: mentions", .missingTable("mentions")),
            ("table event has no column named payload", .missingTable("event")),
            ("malformed JSON", .damagedRow(table: "content", row: nil)),
        ])
    func words(message: String, code: StoreError.Code) {
        #expect(StoreError(SQLiteError(code: 1, message: message, sql: "SELECT 1", path: ""), path: "").code == code)
        let search = SQLiteError(code: 1, message: message, sql: "INSERT INTO search_index", path: "")
        #expect(StoreError(search, path: "").code == .damagedSearch)
    }

    @Test("is a conflict only where the store itself is fine and the command was refused")
    func conflicts() {
        #expect(StoreError(.keyConflict(position: 1), path: "").isConflict)
        #expect(StoreError(.versionConflict(stream: "case-1", expected: 0, actual: 1), path: "").isConflict)
        #expect(!StoreError(.readOnly, path: "").isConflict)
    }
}
