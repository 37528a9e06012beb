import CaseModel
import EventStore
import Foundation
import Projections
import SQLite
import TestSupport
import Testing

/// Reading and decoding, folding, and writing each have a thread here, and each fails in the first block, in the middle, at
/// the borders of blocks, and at the end.
@Suite("A rebuild on several threads", .timeLimit(.minutes(10)))
struct ReplayThreadsTests {
    private static let events: Int64 = 1_300
    private static let places: [Int64] = [4, 255, 256, 257, 511, 512, 513, 1_024, 1_299, 1_300]

    private let folder: TemporaryFolder
    private let ledger: Ledger
    private let rows: [String]

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(
            folder.file("a.db"), limits: FoldLimits(worthASecondCore: 1))
        try ledger.record(.identify(1, account: 9), .open(1, person: 1, root: 1))
        try ledger.record(
            (3...Self.events).map { number in
                number % 5 == 0
                    ? [Decision.wait(UInt64(number), parent: UInt64(number) + 100_000, at: number)]
                    : [Decision.mention(UInt64(number), in: 1, at: number)]
            })
        rows = try ledger.rows()
        try ledger.store.connection.execute("DROP TRIGGER event_is_never_updated; DROP TRIGGER event_is_never_deleted")
    }

    /// Damages the log at a place, rebuilds, and sees that nothing has changed but for the error.
    private func expectStopped(_ damage: String, at place: Int64, _ beginning: String) throws {
        let connection: Connection = ledger.store.connection
        try connection.execute("CREATE TEMP TABLE kept AS SELECT * FROM event WHERE position = \(place)")
        try connection.execute("\(damage) WHERE position = \(place)")
        let error = #expect(throws: ReplayError.self) { try ledger.rebuild() }
        #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "nothing")")
        try connection.execute("DELETE FROM event WHERE position = \(place)")
        try connection.execute("DROP TRIGGER IF EXISTS event_is_appended")
        try connection.execute("INSERT INTO event SELECT * FROM kept; DROP TABLE kept")
        #expect(try ledger.rows() == rows)
    }

    @Test("ends with the error of the thread that reads, wherever that fails", arguments: places)
    func reading(place: Int64) throws {
        // The last event can be missing without a gap.
        guard place < Self.events else { return }
        try expectStopped(
            "DELETE FROM event", at: place, "the log goes from position \(place) to \(place + 1)")
        try ledger.rebuild()
        #expect(try ledger.rows() == rows)
    }

    @Test("ends with the error of the decoding, wherever that fails", arguments: places)
    func decoding(place: Int64) throws {
        try expectStopped(
            "UPDATE event SET type = 'CaseFrozen'", at: place, "the event at position \(place) has a type this program")
        try ledger.rebuild()
        #expect(try ledger.rows() == rows)
    }

    @Test("ends with the error of the fold, wherever that fails", arguments: places)
    func folding(place: Int64) throws {
        try expectStopped(
            "UPDATE event SET stream = 'case-77', type = 'CaseClosed', payload = '{}'", at: place,
            "the event at position \(place) is about case 77, which was never opened")
        try ledger.rebuild()
        #expect(try ledger.rows() == rows)
    }

    @Test("ends with the error of the writing, wherever the disk is full")
    func writing() throws {
        let connection: Connection = ledger.store.connection
        // Without the rows of before there is no room for those to come.
        for table in Projection.tables {
            try connection.execute("DROP VIEW \(table.name); DROP TABLE \(table.name)_a")
        }
        try connection.execute("DELETE FROM projection; VACUUM")
        let pages: String = try Projection.rows(connection, "PRAGMA page_count")[0]
        let count: Int = try #require(Int(pages.drop { $0 != "=" }.dropFirst()))
        var failures = 0
        while true {
            try connection.execute("PRAGMA max_page_count = \(count + 2 * failures)")
            do {
                try ledger.rebuild()
                break
            } catch let error as StoreError {
                #expect(error.code == .diskFull)
            }
            failures += 1
        }
        #expect(failures > 10)
        #expect(try ledger.rows() == rows)
    }

    @Test("ends with both errors told once, where reading and writing fail")
    func both() throws {
        let connection: Connection = ledger.store.connection
        try connection.execute("UPDATE event SET type = 'CaseFrozen' WHERE position = 900")
        for room in 0..<4 {
            try connection.execute("PRAGMA max_page_count = 1; PRAGMA max_page_count = \(100 + room)")
            #expect(throws: (any Error).self) { try ledger.rebuild() }
            #expect(try ledger.rows() == rows)
        }
    }

    @Test("ends with the error of a store that can't be opened a second time")
    func gone() throws {
        try FileManager.default.removeItem(atPath: folder.file("a.db"))
        #expect(throws: StoreError.self) { try ledger.rebuild() }
    }
}
