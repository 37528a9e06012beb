package import CaseModel
internal import EventStore
internal import Intake

/// A source that was read through once: what is there, in which order it is taken in, and what stays out.
///
/// Nothing was asked of a store for it, so a source that can't be taken in leaves no store behind.
package struct PreparedImport {
    package let request: ImportRequest
    let source: SourceFile
    let options: IntakeOptions
    let plan: ImportPlan
    let parser: RecordParser
    /// What is known before anything is recorded.
    package let draft: ImportReport

    /// Reads a source through.
    ///
    /// Rows that can't be taken in are written to the rejects file, in `folder` unless the request says where. O(bytes).
    ///
    /// - Throws: `DeskError`: the source can't be read, or a strict import would reject rows.
    package init(_ request: ImportRequest, rejectsFolder folder: String, now: Timestamp) throws {
        let reading = try ImportReading(request: request, rejectsFolder: folder, now: now)
        do {
            (plan, parser, draft) = try reading.read()
        } catch let refusal as SourceRefusal {
            throw DeskError.source(name: reading.source.name, refusal)
        }
        self.request = request
        source = reading.source
        options = reading.options
        if request.isStrict, draft.counts.rejected > 0 { throw DeskError.strict(rejected: draft.counts.rejected) }
    }
}

/// The first reading of a source.
struct ImportReading {
    let request: ImportRequest
    let source: SourceFile
    let options: IntakeOptions
    private let rejectsFolder: String
    /// Tells messages of this source apart; the store's own key is not needed for that.
    private let hash: KeyedHash

    init(request: ImportRequest, rejectsFolder: String, now: Timestamp) throws(DeskError) {
        self.request = request
        self.rejectsFolder = rejectsFolder
        source = try SourceFile(request.source)
        options = IntakeOptions(brandAccounts: request.brandAccounts, brand: request.brand, now: now)
        var random = RandomBytes()
        hash = KeyedHash(key: random.bytes(32))
    }

    func read() throws -> (ImportPlan, RecordParser, ImportReport) {
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
                let row = ImportPlan.Row(
                    offset: record.offset, length: Int32(record.length), number: Int32(record.number),
                    line: Int32(record.line))
                builder.add(row, key: key(message, message.id), parent: message.parent.map { key(message, $0) })
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
            try request.progress(.reading, Int(offset), Int(size))
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
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else {
            return "\(rejectsFolder)\(base).rejects"
        }
        return "\(rejectsFolder)\(base[..<dot]).rejects\(base[dot...])"
    }

    private func key(_ message: SourceMessage, _ id: String) -> SourceKey {
        let (high, low) = hash.hash("message", message.channel.name, id)
        return SourceKey(high: high, low: low)
    }
}
