import CaseDesk
import CaseModel
import EventStore
import Foundation
import TestSupport
import Testing

@Suite("What an import keeps in memory of the store")
struct RoutingIndexTests {
    /// What somebody else takes in between: a mention that a row answers, one that a row repeats, an answer of ours and an
    /// answer of theirs to what a row brings, and an account that is met again.
    private static let others: [Message] = [
        .theirs("x", by: "kim", at: 3), .theirs("y", by: "ana", to: "1", at: 4), .ours("w", to: "q", at: 5),
        .theirs("v", by: "leo", to: "u", at: 6),
    ]

    private static let rows: [Message] = [
        .theirs("1", by: "ana", at: 1), .ours("2", to: "x", at: 12), .theirs("3", by: "kim", at: 13),
        .theirs("y", by: "ana", to: "1", at: 4), .theirs("q", by: "noa", at: 2), .theirs("u", by: "leo", at: 2),
        .theirs("4", by: "kim", to: "2", at: 14),
    ]

    @Test("is read anew where somebody else wrote between two commits", arguments: 1..<rows.count)
    func second(after commits: Int) throws {
        let template = try StoreTemplate()
        let first = try TestDesk(copying: template.path)
        let second = try TestDesk(sharing: first)
        let path: String = try second.folder.write(Self.others.ndjson(), to: "others.ndjson")
        let somebody = Somebody { try second.importFile(path) }
        let lock = try WriterLock(forStore: first.store)
        var told = 0
        let report = try first.take(Self.rows) { request in
            request.rowsPerCommit = 1
            request.progress = { phase, done, _ in
                // Each commit is told twice: with its rows, and when it stands.
                guard phase == .recording, done == commits else { return }
                told += 1
                if told == 1 { somebody.start(andWaitUntil: lock.isAwaited) } else { try somebody.wait() }
            }
        }
        #expect(told == 2)
        let once = try TestDesk(copying: template.path)
        try once.take(Self.rows + Self.others)
        expectSame(try first.facts(), try once.facts(), "after \(commits)")
        #expect(try first.log().count { $0.type == "PersonIdentified" } == 4)
        #expect(report.counts.read == Int64(Self.rows.count))
        #expect(try first.differences() == [])
    }
}

/// Somebody else, who works on a thread of their own.
private final class Somebody: @unchecked Sendable {
    private let work: () throws -> Void
    private let done = DispatchSemaphore(value: 0)
    private var failure: (any Error)?

    init(_ work: @escaping () throws -> Void) { self.work = work }

    /// Begins; returns once they wait for what we hold.
    func start(andWaitUntil isWaiting: () -> Bool) {
        Thread { [self] in
            do { try work() } catch { failure = error }
            done.signal()
        }.start()
        while !isWaiting() { sched_yield() }
    }

    /// Waits until they are done.
    func wait() throws {
        done.wait()
        if let failure { throw failure }
    }
}
