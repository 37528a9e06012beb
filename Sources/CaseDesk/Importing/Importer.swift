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
    /// Whether everything is done and nothing is kept.
    private let isRehearsal: Bool

    init(desk: CaseDesk, prepared: PreparedImport, isRehearsal: Bool = false) {
        self.desk = desk
        self.isRehearsal = isRehearsal || prepared.request.isDryRun
        self.prepared = prepared
        now = prepared.options.now
        actor = Actor(.imported, prepared.request.mapping.name)
    }

    private var request: ImportRequest { prepared.request }

    func run() throws -> ImportReport {
        var report: ImportReport = prepared.draft
        let late: [ImportPlan.Row] = try record(prepared.plan, &report)
        if !isRehearsal { try prepared.addToRejects(late, &report) }
        return report
    }

    private struct DryRun: Error {}

    /// - Returns: rows that stay out because of what the store holds.
    private func record(_ plan: ImportPlan, _ report: inout ImportReport) throws -> [ImportPlan.Row] {
        let reader = MessageReader(prepared, keys: desk.keys)
        let identity: String = "\(report.sha256) \(request.fingerprint)"
        let cursorName = "import \(identity)"
        let (high, low) = desk.store.keyedHash.hash("import", identity)
        let completionKey = SourceKey(high: high, low: low)
        var state = ImportCursor(work: request.work)
        var hasBegun = false
        var late = LateRejections(isChecked: true)
        let read: Int64 = report.counts.read
        let step: Int = isRehearsal ? max(plan.count, 1) : request.rowsPerCommit
        repeat {
            do {
                try desk.write(by: actor, now: now) { session in
                    // Under the store's lock: another process may have taken in some of the same file, or all of it.
                    let isDone: Bool = try agree(
                        &state, &late, cursorName, completionKey, hasBegun: hasBegun, &report)
                    try recheck(state.next, reader, session, &late)
                    if isDone { return }
                    hasBegun = true
                    session.belongs(to: state.correlation)
                    while true {
                        let end: Int = min(state.next + step, plan.count)
                        let head: Int64 = session.transaction.head
                        try take(state.next..<end, reader, session, &state, &late)
                        state.next = end
                        state.counts.read = read
                        state.counts.rejected = prepared.draft.counts.rejected + Int64(late.rows.count)
                        if end == plan.count {
                            let isSilent: Bool = report.events + session.transaction.head - head == 0
                            try complete(session, completionKey, report, state.counts, isSilent: isSilent)
                        }
                        state.correlation = session.correlation
                        report.events += session.transaction.head - head
                        if session.transaction.head != head || report.isResumed {
                            try session.transaction.setCursor(cursorName, end == plan.count ? nil : state.text)
                        }
                        if isRehearsal { throw DryRun() }
                        guard try end < plan.count && desk.commitBehind(session) else { return }
                        try request.progress(.recording, end, plan.count)
                    }
                }
            } catch is DryRun {}
            try request.progress(.recording, state.next, plan.count)
        } while state.next < plan.count
        report.counts = state.counts
        report.counts.rejected = prepared.draft.counts.rejected
        for row in late.rows {
            report.reject(prepared.parser.idOfAnother(row: Int(row.number), line: Int(row.line)))
        }
        return late.rows
    }

    /// Rows that stay out because of what the store holds, in the order in which they were come upon.
    private struct LateRejections {
        var rows: [ImportPlan.Row] = []
        /// Whether the rows before those that are taken in now were looked at.
        var isChecked: Bool
    }

    /// An import that goes on finds again which of the rows before stayed out. O(rows · log n), once.
    private func recheck(
        _ places: Int, _ reader: MessageReader, _ session: Session, _ late: inout LateRejections
    ) throws {
        guard !late.isChecked else { return }
        late.isChecked = true
        let router = MessageRouter(session: session, origin: .imported, tracking: desk.trackingCode)
        var place = 0
        try reader.forEachMessage(0..<places) { message in
            if try router.isOfAnother(message) { late.rows.append(prepared.plan[place]) }
            place += 1
        }
    }

    /// Half of a file would be history and half today's work, and nobody could tell which.
    private static func begunOtherwise(_ work: ImportedWork) -> DeskError {
        let how: String =
            switch work {
            case .history: "as history: run it again without --live and --live-since"
            case .live: "as today's work: run it again with --live"
            case .liveSince(let moment):
                "as today's work since \(TimeText.format(moment)): run it again with --live-since \(TimeText.format(moment))"
            }
        return .input("the import of this file was interrupted, and it had begun \(how), so that it ends as it began")
    }

    /// Brings what this process knows of the import to what the store says, at the beginning of a transaction. Where two
    /// processes take in the same file, each goes on where the other has got to, and all of it is one import.
    ///
    /// - Returns: whether the other process has finished what was begun here.
    /// - Throws: `DeskError.input` where the import had begun as other work than is asked for now.
    private func agree(
        _ state: inout ImportCursor, _ late: inout LateRejections, _ cursorName: String, _ completionKey: SourceKey,
        hasBegun: Bool, _ report: inout ImportReport
    ) throws -> Bool {
        let rows: Int = prepared.plan.count
        let completed: Int64? = try desk.store.batch(of: IdempotencyKey(completionKey))?.first
        let stored: ImportCursor?
        do { stored = try ImportCursor(parsing: desk.store.cursor(cursorName)) } catch is JSONError {
            throw StoreError(.damagedRow(table: "cursor", row: "\(cursorName.prefix(16))"), path: desk.store.path)
        }
        if let stored, stored.work != request.work { throw Self.begunOtherwise(stored.work) }
        if hasBegun, !report.wasImported, let completed, stored == nil {
            state.next = rows
            state.counts = try importCompleted(at: completed)?.counts ?? state.counts
            late = LateRejections(isChecked: false)
            return true
        }
        report.wasImported = completed != nil
        if !hasBegun {
            let work: ImportedWork? = try completed.flatMap { try importCompleted(at: $0)?.work }
            report.workBefore = work == request.work ? nil : work
            state = stored ?? ImportCursor(work: request.work)
            // A row that lay in the future when the import began may be a row now: places have moved, so it begins again.
            if state.rows != rows {
                state = ImportCursor(rows: rows, correlation: state.correlation, work: state.work)
            }
            report.isResumed = state.next > 0
            late.isChecked = state.next == 0
        } else if let stored, stored.rows == rows, stored.next > state.next {
            state = stored
            late = LateRejections(isChecked: false)
        }
        return false
    }

    /// What an import said of itself when it ended. O(log n).
    private func importCompleted(at position: Int64) throws -> ImportCompleted? {
        let decoder = EventDecoder()
        var found: ImportCompleted?
        try desk.store.forEachEvent(ReadSpecification(at: position)) { row in
            if case .importCompleted(let completed) = try decoder.event(of: row) { found = completed }
            return false
        }
        return found
    }

    private func take(
        _ places: Range<Int>, _ reader: MessageReader, _ session: Session, _ state: inout ImportCursor,
        _ late: inout LateRejections
    ) throws {
        let index: RoutingIndex? = try memory.index(session, rows: prepared.plan.count)
        // The index knows which messages are new.
        session.writesBehind = index != nil
        var router = MessageRouter(
            session: session, origin: .imported, liveSince: request.work.since, index: index,
            tracking: desk.trackingCode)
        var taken: Int = places.lowerBound
        try reader.forEachMessage(places) { message in
            let outcome = try router.take(message)
            if outcome == .idOfAnother { late.rows.append(prepared.plan[taken]) }
            state.counts.add(outcome)
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

    /// A file that comes again and brings something, words that hold again or rows that lay in the future, is an import of
    /// its own, which can be taken back by itself; one that brings nothing leaves no trace.
    private func complete(
        _ session: Session, _ key: SourceKey, _ report: ImportReport, _ counts: ImportCounts, isSilent: Bool
    ) throws {
        if report.wasImported, isSilent { return }
        let completed = ImportCompleted(
            mapping: request.mapping.name, sha256: report.sha256, from: report.from, until: report.until,
            counts: counts, work: request.work)
        try session.record(
            [Decision(.book, .importCompleted(completed), at: now)], key: report.wasImported ? nil : key)
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
        case .revised(let conflict):
            revised += 1
            if conflict { conflicts += 1 }
        case .repost: reposts += 1
        // Counted with the other rows that stay out.
        case .idOfAnother: break
        }
    }
}
