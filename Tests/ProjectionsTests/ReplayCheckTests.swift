import CaseModel
import EventStore
import Projections
import SQLite
import TestSupport
import Testing

@Suite("A check of the rows")
struct ReplayCheckTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(folder.file("a.db"))
        try ledger.record(
            .identify(1, account: 9), .open(1, person: 1, root: 1), .mention(1, in: 1, at: 1),
            .open(2, person: 1, root: 2), .mention(2, in: 2, at: 2), .wait(16, parent: 3, at: 2))
    }

    private func tamper(_ sql: String) throws { try ledger.store.connection.execute(sql) }

    @Test("finds nothing where nothing is wrong")
    func sound() throws {
        #expect(try ledger.check() == [])
        #expect(try ledger.check(["persons"]) == [])
    }

    @Test("names the row and each column that was changed, with what is there and what ought to be")
    func changed() throws {
        try tamper("UPDATE case_row_a SET mentions = 99, brand = NULL WHERE number = 2")
        #expect(
            try ledger.check() == [
                "cases: case_row number 2 has brand NULL, not Acme", "cases: case_row number 2 has mentions 99, not 1",
            ])
        #expect(try ledger.check(["persons", "waiting"]) == [])
    }

    @Test("tells bytes from bytes, and a NULL from what is empty")
    func values() throws {
        try tamper("UPDATE case_row_a SET root = zeroblob(16), topics = '' WHERE number = 1")
        #expect(
            try ledger.check() == [
                "cases: case_row number 1 has root 00000000000000000000000000000000, "
                    + "not 00000000000000000000000000000001",
                "cases: case_row number 1 has topics , not []",
            ])
    }

    @Test("finds rows that are missing and rows that nobody recorded")
    func missingAndExtra() throws {
        try tamper(
            """
            UPDATE case_row_a SET number = 7 WHERE number = 1; DELETE FROM person_row_a;
            UPDATE waiting_row_a SET key = zeroblob(16)
            """)
        #expect(
            try ledger.check() == [
                "cases: case_row number 1 is missing", "cases: case_row number 7 is extra",
                "persons: person_row number 1 is missing",
                "waiting: waiting_row key 00000000000000000000000000000000 is extra",
                "waiting: waiting_row key 00000000000000000000000000000010 is missing",
            ])
    }

    @Test("finds a table that is not there, and a projection that was never made")
    func noTable() throws {
        try tamper("DROP VIEW person_row; DROP TABLE person_row_a; DELETE FROM projection WHERE name = 'waiting'")
        #expect(
            try ledger.check() == [
                "persons: person_row  has no table", "waiting: waiting  has no table",
            ])
    }

    @Test("finds rows that say another place in the log than theirs, or another projector's version")
    func registry() throws {
        try tamper(
            """
            UPDATE projection SET position = 3 WHERE name = 'persons';
            UPDATE projection SET version = 9 WHERE name = 'waiting'
            """)
        #expect(
            try ledger.check() == [
                "persons: projection name persons has position 3, not 6",
                "waiting: projection name waiting has version 9, not 1",
            ])
    }

    @Test("finds rows that are outdated")
    func behind() throws {
        try ledger.recordInLogOnly([[.mention(5, in: 1, at: 7)]])
        #expect(try ledger.check(["cases"]).contains("cases: case_row number 1 has mentions 1, not 2"))
        try ledger.catchUp()
        #expect(try ledger.check() == [])
    }

    @Test("stops at the number of differences asked for", arguments: [1, 2, 3, 4])
    func limit(limit: Int) throws {
        try tamper("UPDATE case_row_a SET mentions = 99, replies = 99; DELETE FROM person_row_a")
        #expect(try ledger.check(limit: limit).count == limit)
    }

    @Test("changes nothing, works on a connection that only reads, and leaves questions as they were")
    func readOnly() throws {
        try tamper("UPDATE case_row_a SET mentions = 99 WHERE number = 2")
        let rows: [String] = try ledger.rows()
        let reader = try EventStore(path: folder.file("a.db"), access: .read)
        let engine = ProjectionEngine(store: reader)
        let found: [RowDifference] = try reader.read {
            defer { try? engine.dropTemporary() }
            return try engine.check(Projection.names) { _ in }.differences
        }
        #expect(found.count == 1)
        #expect(try Projection.rows(reader.connection) == rows)
        #expect(try ledger.rows() == rows)
    }

    @Test("is mended by a rebuild")
    func mended() throws {
        let rows: [String] = try ledger.rows()
        try tamper("DELETE FROM case_row_a; UPDATE person_row_a SET identities = 9; UPDATE projection SET position = 1")
        try ledger.rebuild()
        #expect(try ledger.check() == [])
        #expect(try ledger.rows() == rows)
    }
}
