internal import CaseModel
internal import EventStore
internal import Intake
internal import JSON
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
        var state = ImportCursor()
        var hasBegun = false
        let rejected: Int64 = report.counts.rejected
        let read: Int64 = report.counts.read
        let step: Int = request.isDryRun ? max(plan.count, 1) : request.rowsPerCommit
        repeat {
            do {
                try desk.write(by: actor, now: now) { session in
                    // Under the store's lock: another process may have taken in some of the same file, or all of it.
                    if let end = try agree(&state, cursorName, completionKey, hasBegun: hasBegun, &report) {
                        state = end
                        return
                    }
                    hasBegun = true
                    session.belongs(to: state.correlation)
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

    /// Brings what this process knows of the import to what the store says, at the beginning of a transaction. Where two
    /// processes take in the same file, each goes on where the other has got to, and all of it is one import.
    ///
    /// - Returns: the state at the end, where the other process has finished what was begun here.
    private func agree(
        _ state: inout ImportCursor, _ cursorName: String, _ completionKey: SourceKey, hasBegun: Bool,
        _ report: inout ImportReport
    ) throws -> ImportCursor? {
        let rows: Int = prepared.plan.count
        let completed: Int64? = try desk.store.batch(of: IdempotencyKey(completionKey))?.first
        let stored: ImportCursor?
        do { stored = try ImportCursor(parsing: desk.store.cursor(cursorName)) } catch is JSONError {
            throw StoreError(.damagedRow(table: "cursor", row: "\(cursorName.prefix(16))"), path: desk.store.path)
        }
        if hasBegun, !report.wasImported, let completed, stored == nil {
            var end: ImportCursor = state
            end.next = rows
            end.counts = try counts(ofImportCompletedAt: completed) ?? state.counts
            return end
        }
        report.wasImported = completed != nil
        if !hasBegun {
            state = stored ?? ImportCursor()
            // A row that lay in the future when the import began may be a row now: places have moved, so it begins again.
            if state.rows != rows { state = ImportCursor(rows: rows, correlation: state.correlation) }
            report.isResumed = state.next > 0
        } else if let stored, stored.rows == rows, stored.next > state.next {
            state = stored
        }
        // What the same file brings later belongs to its import too, so that this can be taken back as a whole.
        if let completed, state.correlation == nil { state.correlation = try desk.store.correlation(at: completed) }
        return nil
    }

    private func counts(ofImportCompletedAt position: Int64) throws -> ImportCounts? {
        let decoder = EventDecoder()
        var counts: ImportCounts?
        let what = ReadSpecification(at: position)
        try desk.store.forEachEvent(what) { row in
            if case .importCompleted(let completed) = try decoder.event(of: row) { counts = completed.counts }
            return false
        }
        return counts
    }

    private func take(
        _ places: Range<Int>, _ reader: MessageReader, _ session: Session, _ state: inout ImportCursor
    ) throws {
        let index: RoutingIndex? = try memory.index(session, rows: prepared.plan.count)
        // The index knows which messages are new.
        session.writesBehind = index != nil
        var router = MessageRouter(
            session: session, origin: .imported, index: index, tracking: desk.newTrackingCode)
        var taken: Int = places.lowerBound
        try reader.forEachMessage(places) { message in
            state.counts.add(try router.take(message))
            taken += 1
            if taken % MessageReader.placesPerBlock == 0 || taken == places.upperBound {
                try request.progress(.recording, taken, prepared.plan.count)
            }
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
