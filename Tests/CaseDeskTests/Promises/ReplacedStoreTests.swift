import CaseDesk
import CaseModel
import EventStore
import Foundation
import Testing

@Suite("A store that is deleted or replaced under a long command")
struct ReplacedStoreTests {
    private let messages: [Message] = (1...120).map {
        .theirs("\($0)", by: "person \($0 % 9)", at: $0)
    }

    /// Imports while `change` is done to the store's files after some rows.
    private func imported(after rows: Int, _ change: @escaping (TestDesk) throws -> Void) throws
        -> DeskError?
    {
        let desk = try TestDesk()
        var isDone = false
        return #expect(throws: DeskError.self) {
            try desk.take(messages) { request in
                request.rowsPerCommit = 10
                request.progress = { phase, done, _ in
                    guard phase == .recording, done >= rows, !isDone else { return }
                    isDone = true
                    try change(desk)
                }
            }
        }
    }

    private func expectReplaced(_ error: DeskError?) {
        guard case .store(let error) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error.code == .replaced)
        #expect(error.description.contains("deleted, moved or replaced"))
    }

    @Test("is never said to hold what was imported", arguments: [10, 55, 120])
    func deleted(rows: Int) throws {
        expectReplaced(
            try imported(after: rows) { desk in
                for suffix in ["", "-wal", "-shm"] {
                    try? FileManager.default.removeItem(atPath: desk.store + suffix)
                }
            })
        expectReplaced(
            try imported(after: rows) { desk in
                try FileManager.default.moveItem(atPath: desk.store, toPath: desk.store + ".old")
                try Data("another file".utf8).write(to: URL(filePath: desk.store))
            })
    }

    @Test("ends a replay with a sentence")
    func replayed() throws {
        let desk = try TestDesk()
        try desk.take(messages)
        try FileManager.default.removeItem(atPath: desk.store)
        expectReplaced(
            #expect(throws: DeskError.self) {
                try desk.desk.replay(Set(CaseDesk.projectionNames)) { _, _ in }
            })
    }
}
