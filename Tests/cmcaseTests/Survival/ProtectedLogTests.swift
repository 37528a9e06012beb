import Testing

@Suite("The log in the stock shell of SQLite", .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
struct ProtectedLogTests {
    private static let copyOfFirst = """
        position, stream, version, type, schema_version, occurred_at, recorded_at, actor, causation, correlation, payload, \
        content_commitment, leaf_hash FROM event WHERE position = 1
        """

    @Test(
        "refuses to be changed",
        arguments: [
            "UPDATE event SET actor = 'human:eve' WHERE position = 2", "UPDATE event SET position = position + 10",
            "UPDATE OR REPLACE event SET position = 1 WHERE position = 2",
            "DELETE FROM event WHERE position = 2", "DELETE FROM event",
            "INSERT OR REPLACE INTO event SELECT \(copyOfFirst)", "REPLACE INTO event SELECT \(copyOfFirst)",
            "INSERT INTO event SELECT \(copyOfFirst) ON CONFLICT (position) DO UPDATE SET actor = 'human:eve'",
            "INSERT OR REPLACE INTO event SELECT 9, 'case-1', 1, type, 1, 0, 0, 'human:eve', NULL, 1, '{}', NULL, x'00' "
                + "FROM event WHERE position = 1",
            "INSERT INTO event SELECT 99, 'book', 99, type, 1, 0, 0, 'human:eve', NULL, 1, '{}', NULL, x'00' "
                + "FROM event WHERE position = 1",
            "UPDATE content SET body = '{}'",
            "PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO event SELECT \(copyOfFirst)",
        ])
    func refused(_ statement: String) throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + Line.ours(2, to: 1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        let before = try place.sqlite("SELECT * FROM event; SELECT position, body FROM content")
        let ending = try place.sqlite(statement)
        #expect(ending.code != 0)
        #expect(ending.errors.contains("the log is append-only") || ending.errors.contains("content is never updated"))
        let after = try place.sqlite("SELECT * FROM event; SELECT position, body FROM content")
        #expect(after.output == before.output)
        #expect(try place.run("replay", "--check").code == 0)
    }

    @Test("can be read without us")
    func read() throws {
        let place = try Workplace()
        try place.write(Line.theirs(1) + Line.ours(2, to: 1), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        let ending = try place.sqlite(
            "SELECT position, stream, version, type, json_extract(payload, '$.person') FROM event")
        #expect(
            ending.output == """
                1|person-1|1|PersonIdentified|1
                2|case-1|1|CaseOpened|1
                3|case-1|2|MentionCaptured|
                4|case-1|3|ReplySent|
                5|book|1|ImportCompleted|

                """)
        #expect(
            try place.sqlite("SELECT count(*) FROM event WHERE payload LIKE '%ana%' OR payload LIKE '%words%'").output
                == "0\n")
    }
}
