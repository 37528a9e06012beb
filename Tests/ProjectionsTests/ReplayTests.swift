import Basics
import CaseModel
import EventStore
import Projections
import TestSupport
import Testing

@Suite("Replay")
struct ReplayTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Records a random log as commands and imports do: a few batches a transaction, with some transactions undone, some
    /// engines started anew, and some events that only the log heard of.
    private func recordAtRandom(_ seed: UInt64, in ledger: Ledger, steps: Int = 60) throws {
        var random = SplitMix64(seed: seed &+ 1_000)
        var log = RandomLog(seed: seed)
        for _ in 0..<steps {
            let batches: [[Decision]] = log.batches(Int.random(in: 1...6, using: &random))
            switch Int.random(in: 0..<10, using: &random) {
            case 0: ledger.startAnew()
            case 1: #expect(throws: Interruption.self) { try ledger.record(batches, thenFail: true) }
            case 2:
                try ledger.recordInLogOnly(batches)
                continue
            default: break
            }
            try ledger.record(batches)
        }
        try ledger.catchUp()
    }

    @Test("ends in the rows that recording left", arguments: [UInt64](1...10))
    func replayedIsIncremental(seed: UInt64) throws {
        let ledger = try Ledger(folder.file("a.db"))
        try recordAtRandom(seed, in: ledger)
        let incremental: [String] = try ledger.rows()
        #expect(incremental.count > 30, "seed \(seed)")
        try ledger.rebuild()
        #expect(try ledger.rows() == incremental, "seed \(seed)")
        #expect(try ledger.check() == [], "seed \(seed)")
        try ledger.rebuild(["cases"])
        #expect(try ledger.rows() == incremental, "seed \(seed)")
    }

    @Test("ends in the same rows with next to no memory", arguments: [UInt64](11...13), [0, 7, 60])
    func eviction(seed: UInt64, messagesKept: Int) throws {
        let ledger = try Ledger(folder.file("a.db"))
        var log = RandomLog(seed: seed)
        try ledger.record(log.batches(250))
        let rows: [String] = try ledger.rows()

        for (interval, worthASecondCore) in [(1, Int64.max), (50, .max), (3, 1), (50, 1)] {
            let limits = FoldLimits(
                eventsBetweenFlushes: interval, messagesKept: messagesKept, worthASecondCore: worthASecondCore)
            let frugal = try Ledger(folder.file("a.db"), limits: limits)
            try frugal.rebuild()
            let cores: Int = worthASecondCore == 1 ? 2 : 1
            #expect(try frugal.rows() == rows, "seed \(seed), a flush each \(interval) events, cores: \(cores)")
            #expect(try frugal.check() == [], "seed \(seed), cores: \(cores)")
        }

        let recorded = try Ledger(
            folder.file("b.db"), limits: FoldLimits(eventsBetweenFlushes: 2, messagesKept: messagesKept))
        log = RandomLog(seed: seed)
        for _ in 0..<50 { try recorded.record(log.batches(5)) }
        #expect(try recorded.rows() == rows, "seed \(seed), recorded in fifty steps")
    }

    @Test("as of a position is what the log's prefix comes to", arguments: [UInt64](21...26))
    func asOfIsPrefix(seed: UInt64) throws {
        let whole = try Ledger(
            folder.file("whole.db"), limits: FoldLimits(eventsBetweenFlushes: 5, messagesKept: 10))
        let prefix = try Ledger(folder.file("prefix.db"))
        var log = RandomLog(seed: seed)
        let batches: [[Decision]] = log.batches(200)
        try whole.record(batches)
        let now: [String] = try whole.rows()
        var position: Int64 = 0
        #expect(try whole.rows(through: 0) == [])
        for start in stride(from: 0, to: batches.count, by: 25) {
            try prefix.record(Array(batches[start..<start + 25]))
            position += batches[start..<start + 25].reduce(0) { $0 + Int64($1.count) }
            #expect(try whole.rows(through: position) == prefix.rows(), "seed \(seed), position \(position)")
        }
        #expect(try whole.rows(through: .max) == now)
        #expect(try whole.rows() == now)
    }

    @Test(
        "as of any position, in the midst of a command too, is what a plain fold of the streams says",
        arguments: [UInt64](31...36))
    func plainFold(seed: UInt64) throws {
        let ledger = try Ledger(folder.file("a.db"), limits: FoldLimits(eventsBetweenFlushes: 4, messagesKept: 8))
        var log = RandomLog(seed: seed)
        try ledger.record(log.batches(120))
        let end: Int64 = try ledger.store.end().position
        for position in stride(from: Int64(1), through: end, by: 17) {
            let loader = CaseLoader(store: ledger.store)
            var expected: [String] = []
            for number in 1...end {
                guard let state = try loader.combined(CaseNumber(number), through: position) else { break }
                let summary = CaseSummary(of: state)
                expected.append(
                    """
                    number=\(number) status=\(summary.status.rawValue) mentions=\(summary.mentionCount) \
                    replies=\(summary.replyCount) version=\(state.version) position=\(state.position)
                    """)
            }
            let found: [String] = try ledger.store.read {
                defer { try? ledger.engine.dropTemporary() }
                _ = try ledger.engine.buildTemporary(["cases"], through: position) { _ in }
                return try Projection.rows(
                    ledger.store.connection,
                    "SELECT number, status, mentions, replies, version, position FROM case_row ORDER BY number")
            }
            #expect(found == expected, "seed \(seed), position \(position)")
        }
    }

    @Test("of two writers who take turns ends in the same rows", arguments: [UInt64](41...44))
    func turns(seed: UInt64) throws {
        let first = try Ledger(folder.file("a.db"))
        let second = try Ledger(folder.file("a.db"))
        var random = SplitMix64(seed: seed)
        var log = RandomLog(seed: seed)
        for _ in 0..<80 {
            let writer: Ledger = Bool.random(using: &random) ? first : second
            if Int.random(in: 0..<15, using: &random) == 0 { try writer.rebuild() }
            try writer.record(log.batches(Int.random(in: 1...3, using: &random)))
        }
        let rows: [String] = try first.rows()
        #expect(try second.rows() == rows, "seed \(seed)")
        #expect(try second.check() == [], "seed \(seed)")
        try first.rebuild()
        #expect(try second.rows() == rows, "seed \(seed)")
    }

    @Test("says how many events and rows it made, and how far it is")
    func report() throws {
        let ledger = try Ledger(folder.file("a.db"), limits: FoldLimits(eventsBetweenFlushes: 2))
        try ledger.record(
            .identify(1, account: 9), .open(1, person: 1, root: 1), .mention(1, in: 1, at: 1),
            .wait(2, parent: 3, at: 2),
            .mention(4, in: 1, at: 3))
        var steps: [Int64] = []
        let report: ReplayReport = try ledger.store.write {
            try ledger.engine.rebuild(Projection.names, $0) { steps.append($0) }
        }
        #expect(report.events == 5)
        #expect(report.position == 5)
        #expect(
            report.rows.map { "\($0.projection) \($0.rows)" } == [
                "cases 1", "persons 1", "waiting 1", "imports 0", "policies 0", "incidents 0",
            ])
        #expect(steps == [2, 4])
    }

    @Test("of an empty log makes empty tables")
    func empty() throws {
        let ledger = try Ledger(folder.file("a.db"))
        let report: ReplayReport = try ledger.rebuild()
        #expect(report.events == 0)
        #expect(try ledger.rows() == [])
        #expect(try ledger.check() == [])
        try ledger.record(.open(1, person: 1, root: 1))
        #expect(try ledger.rows().count == 1)
    }
}
