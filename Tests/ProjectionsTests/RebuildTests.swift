import CaseModel
import EventStore
import Projections
import SQLite
import TestSupport
import Testing

@Suite("A rebuild")
struct RebuildTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(folder.file("a.db"))
        try ledger.record(
            .identify(1, account: 9), .open(1, person: 1, root: 1), .mention(1, in: 1, at: 1),
            .wait(2, parent: 3, at: 2))
    }

    private func registry() throws -> [String] {
        try Projection.rows(
            ledger.store.connection, "SELECT name, version, slot, position FROM main.projection ORDER BY name")
    }

    private func tables() throws -> [String] {
        try Projection.rows(
            ledger.store.connection,
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name LIKE '%\\_row\\__' ESCAPE '\\' ORDER BY name"
        )
    }

    /// The tables where each projection stands in a slot.
    private static func slots(case cases: String, others: String, waiting: String) -> [String] {
        [
            "name=author_row_\(others)", "name=case_row_\(cases)", "name=evidence_row_\(cases)",
            "name=import_row_\(others)", "name=incident_case_row_\(others)", "name=incident_row_\(others)",
            "name=link_row_\(others)", "name=person_row_\(others)",
            "name=policy_row_\(others)", "name=survey_row_\(others)", "name=waiting_row_\(waiting)",
        ]
    }

    @Test("is built in the other slot and replaces the old rows")
    func slots() throws {
        #expect(
            try registry() == [
                "name=cases version=13 slot=a position=4", "name=imports version=1 slot=a position=4",
                "name=incidents version=1 slot=a position=4",
                "name=persons version=3 slot=a position=4", "name=policies version=1 slot=a position=4",
                "name=waiting version=1 slot=a position=4",
            ])
        #expect(try tables() == Self.slots(case: "a", others: "a", waiting: "a"))
        let rows: [String] = try ledger.rows()

        try ledger.rebuild(["cases", "waiting"])
        #expect(
            try registry() == [
                "name=cases version=13 slot=b position=4", "name=imports version=1 slot=a position=4",
                "name=incidents version=1 slot=a position=4",
                "name=persons version=3 slot=a position=4", "name=policies version=1 slot=a position=4",
                "name=waiting version=1 slot=b position=4",
            ])
        #expect(try tables() == Self.slots(case: "b", others: "a", waiting: "b"))
        #expect(try ledger.rows() == rows)

        try ledger.rebuild()
        #expect(try tables() == Self.slots(case: "a", others: "b", waiting: "a"))
        #expect(try ledger.rows() == rows)
    }

    @Test("leaves the same indexes behind as the first making")
    func indexes() throws {
        func indexes() throws -> [String] {
            try Projection.rows(
                ledger.store.connection,
                """
                SELECT replace(replace(sql, '_row_a', '_row'), '_row_b', '_row') AS sql FROM main.sqlite_schema
                WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> 'event' ORDER BY 1
                """)
        }
        let first: [String] = try indexes()
        #expect(first.count == 5)
        try ledger.rebuild()
        #expect(try indexes() == first)
    }

    @Test("is seen by readers all at once")
    func atomic() throws {
        let reader = try EventStore(path: folder.file("a.db"), access: .read)
        try ledger.store.connection.execute("UPDATE case_row_a SET mentions = 99")
        let damaged: [String] = try ledger.rows()
        try reader.read {
            #expect(try Projection.rows(reader.connection) == damaged)
            try ledger.rebuild()
            #expect(try Projection.rows(reader.connection) == damaged)
        }
        let mended: [String] = try ledger.rows()
        #expect(mended != damaged)
        #expect(try Projection.rows(reader.connection) == mended)
    }

    @Test("that fails leaves the old rows, and nothing else")
    func failure() throws {
        let before: [String] = try ledger.rows()
        let standing: [String] = try registry()
        try ledger.recordRaw(stream: "case-1", type: "FromTheFuture")
        #expect(throws: ReplayError.self) { try ledger.rebuild() }
        #expect(try ledger.rows() == before)
        #expect(try registry() == standing)
        #expect(try tables() == Self.slots(case: "a", others: "a", waiting: "a"))
    }

    @Test("goes well where an earlier attempt left tables in the other slot")
    func leftovers() throws {
        let before: [String] = try ledger.rows()
        try ledger.store.connection.execute("CREATE TABLE case_row_b (nonsense)")
        try ledger.rebuild()
        #expect(try ledger.rows() == before)
        #expect(try ledger.check() == [])
    }

    @Test("goes well after questions about the past and checks on the same connection")
    func afterTemporary() throws {
        let before: [String] = try ledger.rows()
        for _ in 0..<3 {
            _ = try ledger.rows(through: 2)
            #expect(try ledger.check() == [])
            try ledger.rebuild()
            #expect(try ledger.rows() == before)
        }
        try ledger.record(.mention(7, in: 1, at: 9))
        #expect(try ledger.check() == [])
        #expect(try ledger.rows() != before)
    }

    @Test("happens automatically for a projection whose rows have another version")
    func version() throws {
        try ledger.store.connection.execute(
            "UPDATE projection SET version = 0 WHERE name = 'cases'; UPDATE case_row_a SET mentions = 99")
        let reader = try EventStore(path: folder.file("a.db"), access: .read)
        #expect(try !ProjectionEngine(store: reader).isReadable())
        try ledger.record(.mention(7, in: 1, at: 9))
        #expect(
            try registry() == [
                "name=cases version=13 slot=b position=5", "name=imports version=1 slot=a position=5",
                "name=incidents version=1 slot=a position=5",
                "name=persons version=3 slot=a position=5", "name=policies version=1 slot=a position=5",
                "name=waiting version=1 slot=a position=5",
            ])
        #expect(try tables() == Self.slots(case: "b", others: "a", waiting: "a"))
        #expect(try ledger.check() == [])
        #expect(try ProjectionEngine(store: reader).isReadable())
    }

    @Test("happens automatically for a projection that is missing or outdated")
    func missingOrBehind() throws {
        try ledger.store.connection.execute("DELETE FROM projection WHERE name = 'waiting'")
        try ledger.recordInLogOnly([[.wait(5, parent: nil, at: 3)]])
        #expect(try !ledger.engine.isReadable())
        try ledger.catchUp()
        #expect(try ledger.engine.isReadable())
        #expect(try ledger.check() == [])
        #expect(try ledger.rows().filter { $0.hasPrefix("waiting_row") }.count == 2)
    }

    @Test("leaves alone what a newer program keeps, so that it does not take its rows for caught up")
    func newerProgram() throws {
        try ledger.store.connection.execute("INSERT INTO projection VALUES ('stances', 1, 'a', 2)")
        try ledger.record(.mention(7, in: 1, at: 9))
        try ledger.rebuild()
        #expect(try registry()[5] == "name=stances version=1 slot=a position=2")
        #expect(try ledger.engine.isReadable())
    }
}
