internal import CaseModel
internal import EventStore
internal import Intake
internal import Projections

/// Records a prepared source in commits of many rows.
///
/// How far it is stands in the same transactions as what it recorded, so a killed import goes on where it stopped and
/// repeats nothing.
struct Importer {
    let desk: CaseDesk
    private let prepared: PreparedImport
    private let memory = Memory()
    private let now: Timestamp
    private let actor: Actor

    init(desk: CaseDesk, prepared: PreparedImport) {
        self.desk = desk
        self.prepared = prepared
        now = prepared.options.now
        actor = Actor(.imported, prepared.request.mapping.name)
    }

    private var request: ImportRequest { prepared.request }

    func run() throws -> ImportReport {
        var report: ImportReport = prepared.draft
        try record(prepared.plan, &report)
        return report
    }

    private struct DryRun: Error {}

    private func record(_ plan: ImportPlan, _ report: inout ImportReport) throws {
        let reader = MessageReader(prepared, keys: desk.keys)
        let identity: String = "\(report.sha256) \(request.fingerprint)"
        let cursorName = "import \(identity)"
        let (high, low) = desk.store.keyedHash.hash("import", identity)
        let completionKey = SourceKey(high: high, low: low)
        let completed: Int64? = try desk.store.batch(of: IdempotencyKey(high: high, low: low))?.first
        report.wasImported = completed != nil
        var state = try ImportCursor(parsing: desk.store.cursor(cursorName)) ?? ImportCursor()
        // A row that lay in the future when the import began may be a row now: places have moved, so it begins again.
        if state.rows != plan.count { state = ImportCursor(rows: plan.count, correlation: state.correlation) }
        // What the same file brings later belongs to its import too, so that this can be taken back as a whole.
        if let completed, state.correlation == nil { state.correlation = try desk.store.correlation(at: completed) }
        report.isResumed = state.next > 0
        let rejected: Int64 = report.counts.rejected
        let read: Int64 = report.counts.read
        let step: Int = request.isDryRun ? max(plan.count, 1) : request.rowsPerCommit
        repeat {
            do {
                try desk.write(by: actor, now: now, correlation: state.correlation) { session in
                    while true {
                        let end: Int = min(state.next + step, plan.count)
                        let head: Int64 = session.transaction.head
                        try take(state.next..<end, reader, session, &state)
                        state.next = end
                        state.counts.read = read
                        state.counts.rejected = rejected
                        if end == plan.count {
                            try complete(session, completionKey, report, state.counts)
                        }
                        state.correlation = session.correlation
                        report.events += session.transaction.head - head
                        if session.transaction.head != head || report.isResumed {
                            try session.transaction.setCursor(cursorName, end == plan.count ? nil : state.text)
                        }
                        if request.isDryRun { throw DryRun() }
                        guard try end < plan.count && desk.commitBehind(session) else { return }
                        try request.progress(.recording, end, plan.count)
                    }
                }
            } catch is DryRun {}
            try request.progress(.recording, state.next, plan.count)
        } while state.next < plan.count
        report.counts = state.counts
    }

    private func take(
        _ places: Range<Int>, _ reader: MessageReader, _ session: Session, _ state: inout ImportCursor
    ) throws {
        let index: RoutingIndex? = try memory.index(session, rows: prepared.plan.count)
        // The index knows which messages are new.
        session.writesBehind = index != nil
        var router = MessageRouter(
            session: session, origin: .imported, index: index, tracking: desk.newTrackingCode)
        for start in stride(from: places.lowerBound, to: places.upperBound, by: Self.block) {
            let end: Int = min(start + Self.block, places.upperBound)
            let next: Range<Int> = end..<min(end + Self.block, max(places.upperBound, end))
            for message in try reader.messages(start..<end, next: next) {
                state.counts.add(try router.take(message))
            }
            try request.progress(.recording, end, prepared.plan.count)
        }
        state.counts.casesOpened -= router.merged
        index?.head = session.transaction.head
    }

    /// What the store knows, from one commit to the next.
    private final class Memory {
        private var index: RoutingIndex?
        private var isWanted = true

        /// The index, read anew where somebody else wrote meanwhile; nil where it isn't worth it or has grown too large.
        func index(_ session: Session, rows: Int) throws -> RoutingIndex? {
            if let index, index.isFull { isWanted = false }
            guard isWanted else {
                index = nil
                return nil
            }
            if index?.head != session.transaction.head {
                index = try RoutingIndex(session, rows: rows)
                isWanted = index != nil
            }
            return index
        }
    }

    /// Rows read ahead while as many are recorded.
    private static let block = 1000

    private func complete(
        _ session: Session, _ key: SourceKey, _ report: ImportReport, _ counts: ImportCounts
    ) throws {
        guard !report.wasImported else { return }
        let completed = ImportCompleted(
            mapping: request.mapping.name, sha256: report.sha256, from: report.from, until: report.until, counts: counts
        )
        try session.record([Decision(.book, .importCompleted(completed), at: now)], key: key)
    }
}

extension ImportRequest {
    /// Tells imports of one file under different mappings or brands apart.
    fileprivate var fingerprint: String {
        let text: String =
            mapping.fingerprintText + "\u{0}" + brandAccounts.sorted().joined(separator: ",") + "\u{0}"
            + (brand?.name ?? "")
        // FNV-1a: tells mappings apart, protects nothing.
        let hash: UInt64 = text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }
}

extension ImportCounts {
    fileprivate mutating func add(_ outcome: MessageRouter.Outcome) {
        switch outcome {
        case .mention(let opened):
            mentions += 1
            if opened { casesOpened += 1 }
        case .reply: replies += 1
        case .unattached: unattached += 1
        case .duplicate(let conflict):
            duplicates += 1
            if conflict { conflicts += 1 }
        case .revised: revised += 1
        case .repost: reposts += 1
        }
    }
}
