internal import CaseModel
internal import EventStore
internal import Intake
internal import JSON
internal import Projections

/// Takes one source in: reads it through once to plan, then records its rows in commits of many.
///
/// How far it is stands in the same transactions as what it recorded, so a killed import goes on where it stopped and
/// repeats nothing.
struct Importer {
    let desk: CaseDesk
    let request: ImportRequest
    private let now: Timestamp
    private let source: SourceFile
    private let actor: Actor
    private let options: IntakeOptions

    init(desk: CaseDesk, request: ImportRequest) throws(DeskError) {
        self.desk = desk
        self.request = request
        now = desk.clock()
        source = try SourceFile(request.source)
        actor = Actor(.imported, request.mapping.name)
        options = IntakeOptions(brandAccounts: request.brandAccounts, brand: request.brand, now: now)
    }

    func run() throws -> ImportReport {
        let (plan, parser, draft) = try read()
        var report: ImportReport = draft
        if request.isStrict, report.counts.rejected > 0 { throw DeskError.strict(rejected: report.counts.rejected) }
        try record(plan, parser, &report)
        return report
    }

    // MARK: First reading: what is there, and in which order

    private func read() throws -> (ImportPlan, RecordParser, ImportReport) {
        var report = ImportReport(
            source: source.name, mapping: request.mapping.name, sha256: "", isDryRun: request.isDryRun)
        var builder = ImportPlan.Builder()
        var splitter = RecordSplitter(format: request.mapping.format)
        var parser: RecordParser? =
            request.mapping.format.hasHeader
            ? nil : try RecordParser(mapping: request.mapping, header: nil, options: options)
        var header: [UInt8] = []
        var rejects: RejectsFile?
        var pending: [RejectedRow] = []
        var isFirst = true

        func take(_ record: Record) throws {
            guard let known = parser else {
                header = Array(record.bytes)
                parser = try RecordParser(mapping: request.mapping, header: record, options: options)
                return
            }
            report.counts.read += 1
            switch known.message(of: record) {
            case .success(let message):
                let keyed: KeyedMessage = keyed(message)
                let row = ImportPlan.Row(
                    offset: record.offset, length: Int32(record.length), number: Int32(record.number),
                    line: Int32(record.line))
                builder.add(row, key: keyed.key, parent: keyed.parent)
                report.from = min(report.from ?? message.occurredAt, message.occurredAt)
                report.until = max(report.until ?? message.occurredAt, message.occurredAt)
            case .failure(let rejection):
                report.counts.rejected += 1
                if report.rejections.count < 20 { report.rejections.append(rejection) }
                pending.append(RejectedRow(offset: record.offset, length: record.length, rejection: rejection))
            }
        }

        func writeRejects(end: String) throws {
            defer { pending.removeAll() }
            guard !pending.isEmpty, !request.isDryRun, !request.isStrict else { return }
            if rejects == nil {
                rejects = try RejectsFile(path: rejectsPath)
                if !header.isEmpty { header.withUnsafeBytes { rejects?.add($0, end: end) } }
            }
            for row in pending {
                try copy(row, to: rejects, end: end)
                rejects?.add(row.rejection)
            }
        }

        let size: Int64 = source.size
        report.sha256 = try source.readThrough { chunk, offset in
            if isFirst {
                try request.mapping.check(firstBytes: UnsafeRawBufferPointer(rebasing: chunk.prefix(65_536)))
                isFirst = false
            }
            try splitter.feed(chunk, take)
            try writeRejects(end: splitter.recordEnd?.rawValue ?? "\n")
            request.progress(.reading, Int(offset), Int(size))
        }
        if isFirst { throw SourceRefusal.empty }
        try splitter.finish(take)
        try writeRejects(end: splitter.recordEnd?.rawValue ?? "\n")
        guard let parser else { throw SourceRefusal.empty }
        if let rejects {
            try rejects.finish()
            report.rejectsPath = rejects.path
            report.reasonsPath = rejects.reasonsPath
        }
        return (builder.plan(), parser, report)
    }

    /// A row that stays out, until it is written to the rejects file.
    private struct RejectedRow {
        var offset: Int64
        var length: Int
        var rejection: Rejection
    }

    /// Copies a rejected row as it stands in the source, in parts: it may be too long to hold.
    private func copy(_ row: RejectedRow, to rejects: RejectsFile?, end: String) throws {
        var offset: Int64 = row.offset
        var left: Int = row.length
        while left > 0 {
            let part: Int = min(left, 1 << 18)
            try source.withBytes(at: offset, count: part) { rejects?.addPart($0) }
            offset += Int64(part)
            left -= part
        }
        rejects?.add(UnsafeRawBufferPointer(start: nil, count: 0), end: end)
    }

    private var rejectsPath: String {
        if let path = request.rejectsPath { return path }
        let base: Substring = request.source == "-" ? "stdin" : request.source.split(separator: "/").last ?? "source"
        let folder: String = desk.store.path.lastIndex(of: "/").map { String(desk.store.path[...$0]) } ?? ""
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else { return "\(folder)\(base).rejects" }
        return "\(folder)\(base[..<dot]).rejects\(base[dot...])"
    }

    private func keyed(_ message: SourceMessage) -> KeyedMessage {
        desk.keyed(message)
    }

    // MARK: Second reading: recording

    private struct DryRun: Error {}

    private func record(_ plan: ImportPlan, _ parser: RecordParser, _ report: inout ImportReport) throws {
        let identity: String = "\(report.sha256) \(request.fingerprint)"
        let cursorName = "import \(identity)"
        let (high, low) = desk.store.keyedHash.hash("import", identity)
        let completionKey = SourceKey(high: high, low: low)
        report.wasImported = try desk.store.batch(of: IdempotencyKey(high: high, low: low)) != nil
        var state = try ImportCursor(parsing: desk.store.cursor(cursorName)) ?? ImportCursor()
        report.isResumed = state.next > 0
        let rejected: Int64 = report.counts.rejected
        let read: Int64 = report.counts.read
        let step: Int = request.isDryRun ? max(plan.count, 1) : request.rowsPerCommit
        repeat {
            let end: Int = min(state.next + step, plan.count)
            let before: ImportCursor = state
            do {
                try desk.write(by: actor, now: now, correlation: state.correlation) { session in
                    let head: Int64 = session.transaction.head
                    try take(plan, state.next..<end, parser, session, &state)
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
                }
            } catch is DryRun {} catch {
                state = before
                throw error
            }
            request.progress(.recording, end, plan.count)
        } while state.next < plan.count
        report.counts = state.counts
    }

    private func take(
        _ plan: ImportPlan, _ places: Range<Int>, _ parser: RecordParser, _ session: Session,
        _ state: inout ImportCursor
    ) throws {
        var router = MessageRouter(session: session, origin: .imported, tracking: desk.newTrackingCode)
        for place in places {
            let row: ImportPlan.Row = plan[place]
            let result: Result<SourceMessage, Rejection> = try source.withBytes(
                at: row.offset, count: Int(row.length)
            ) { bytes in
                parser.message(of: Record(bytes: bytes, offset: row.offset, number: Int(row.number), line: Int(row.line)))
            }
            guard case .success(let message) = result else {
                throw DeskError.input("\(source.name) changed while it was read; run the import again when nobody writes to it")
            }
            state.counts.add(try router.take(keyed(message)))
            if (place - places.lowerBound) % 1000 == 999 { request.progress(.recording, place, plan.count) }
        }
        state.counts.casesOpened -= router.merged
    }

    private func complete(
        _ session: Session, _ key: SourceKey, _ report: ImportReport, _ counts: ImportCounts
    ) throws {
        guard !report.wasImported else { return }
        let completed = ImportCompleted(
            mapping: request.mapping.name, sha256: report.sha256, from: report.from, until: report.until, counts: counts)
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
