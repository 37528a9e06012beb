import Testing

@Suite("Rows that are not what the log says", .enabled(if: Workplace.hasSQLiteShell, "there is no sqlite3"))
struct TamperedRowTests {
    private func imported() throws -> Workplace {
        let place = try Workplace()
        let lines: [String] = [
            Line.theirs(1), Line.ours(2, to: 1), Line.theirs(3, by: "ben"), Line.theirs(4, by: "cleo"),
            Line.ours(5, to: 99),
        ]
        try place.write(lines.joined(), to: "in.ndjson")
        try place.done("import", "in.ndjson")
        #expect(try place.run("replay", "--check").code == 0)
        return place
    }

    @Test(
        "replay --check ends with 1 and names the row, and replay mends it",
        arguments: [
            (
                "UPDATE case_row_a SET mentions = 99 WHERE number = 2",
                "case_row, row number 2: mentions is 99, the log says 1"
            ),
            ("DELETE FROM case_row_a WHERE number = 3", "case_row, row number 3: missing"),
            (
                "INSERT INTO person_row_a SELECT 77, channel, 1, 1, 1, 0, NULL FROM person_row_a WHERE number = 1",
                "person_row, row number 77: there, but the log does not say it"
            ),
            ("UPDATE waiting_row_a SET case_number = 1", "case_number is 1, the log says NULL"),
        ])
    func tampered(_ statement: String, _ sentence: String) throws {
        let place = try imported()
        let before: String = try place.cases()
        let change = try place.sqlite(statement)
        #expect(change.code == 0, "\(change.errors)")
        let check = try place.run("replay", "--check")
        #expect(check.code == 1)
        #expect(check.output.contains("the rows on file are not what the log says:\n"))
        #expect(check.output.contains(sentence), "\(check.output)")
        #expect(check.output.hasSuffix("`cmcase replay` puts them right\n"))
        let value = try place.question("replay", "--check")
        #expect(value["identical"] as? Bool == false)
        #expect((value["differences"] as? [[String: Any]])?.count == 1)
        try place.done("replay")
        #expect(
            try place.run("replay", "--check").output.hasSuffix(
                "every row on file is what the log says; `cmcase log verify` checks the log itself\n"))
        #expect(try place.cases() == before)
    }

    @Test("a table that is gone is named, and replay makes it anew")
    func droppedTable() throws {
        let place = try imported()
        let before: String = try place.cases()
        _ = try place.sqlite("DROP VIEW IF EXISTS case_row; DROP TABLE case_row_a")
        let check = try place.run("replay", "--check")
        #expect(check.code == 1, "\(check.errors)")
        #expect(check.output.contains("case_row: the table is not there"))
        try place.done("replay")
        #expect(try place.cases() == before)
        #expect(try place.run("replay", "--check").code == 0)
    }

    @Test("projections that were forgotten are built for the question, and for good by the next import")
    func forgotten() throws {
        let place = try imported()
        let before: String = try place.cases()
        _ = try place.sqlite("DELETE FROM projection")
        #expect(try place.cases() == before)
        #expect(try place.run("doctor").code == 1)
        try place.write(Line.theirs(6, by: "ben", to: 3), to: "more.ndjson")
        try place.done("import", "more.ndjson")
        #expect(try place.run("doctor").code == 0)
        #expect(try place.run("replay", "--check").code == 0)
        #expect(try place.question("cases")["total"] as? Int == 3)
    }
}
