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
    /// What rows are written to that can't be taken in.
    let outlet: RejectsOutlet

    /// Reads a source through.
    ///
    /// Rows that can't be taken in are written to the rejects file, in `folder` unless the request says where. O(bytes).
    ///
    /// - Throws: `DeskError`: the source can't be read, or a strict import would reject rows.
    package init(_ request: ImportRequest, rejectsFolder folder: String, now: Timestamp) throws {
        let reading = try ImportReading(request: request, rejectsFolder: folder, now: now)
        do {
            (plan, parser, draft, outlet) = try reading.read()
        } catch let refusal as SourceRefusal {
            throw DeskError.source(name: reading.source.name, refusal)
        }
        self.request = request
        source = reading.source
        options = reading.options
        if request.isStrict, draft.counts.rejected > 0 {
            throw DeskError.strict(rejected: draft.counts.rejected, draft.rejections)
        }
    }
}

/// The first reading of a source.
struct ImportReading {
    let request: ImportRequest
    let source: SourceFile
    let options: IntakeOptions
    private let rejectsFolder: String
    private let hash: KeyedHash

    init(request: ImportRequest, rejectsFolder: String, now: Timestamp) throws(DeskError) {
        self.request = request
        self.rejectsFolder = rejectsFolder
        source = try SourceFile(request.source)
        options = IntakeOptions(brandAccounts: request.brandAccounts, brand: request.brand, now: now)
        var random = RandomBytes()
        hash = KeyedHash(key: random.bytes(32))
    }

    func read() throws -> (ImportPlan, RecordParser, ImportReport, RejectsOutlet) {
        var report = ImportReport(
            source: source.name, mapping: request.mapping.name, sha256: "", work: request.work,
            isDryRun: request.isDryRun)
        var builder = ImportPlan.Builder()
        var splitter = RecordSplitter(format: request.mapping.format)
        var parser: RecordParser? =
            request.mapping.format.hasHeader
            ? nil : try RecordParser(mapping: request.mapping, header: nil, options: options)
        var rows: RowReader? = parser.map { RowReader(parser: $0, hash: hash) }
        var header: [UInt8] = []
        var rejects: RejectsFile?
        var pending: [RejectedRow] = []
        var isFirst = true

        func take(_ record: Record, of chunk: UnsafeRawBufferPointer) throws {
            guard rows == nil else {
                rows?.add(record, of: chunk)
                return
            }
            header = Array(record.bytes)
            let known = try RecordParser(mapping: request.mapping, header: record, options: options)
            parser = known
            rows = RowReader(parser: known, hash: hash)
        }

        func reject(_ rejection: Rejection, _ offset: Int64, _ length: Int) {
            report.reject(rejection)
            pending.append(RejectedRow(offset: offset, length: length, rejection: rejection))
        }

        func takeOutcome(_ outcome: RowReader.Outcome) {
            report.counts.read += 1
            switch outcome {
            case .row(let row, let key, let parent, let author, let version):
                guard builder.add(row, key: key, parent: parent, author: author, version) else {
                    guard let parser else { return }
                    return reject(
                        parser.idOfAnother(row: Int(row.number), line: Int(row.line)), row.offset, Int(row.length))
                }
                report.from = min(report.from ?? version.at, version.at)
                report.until = max(report.until ?? version.at, version.at)
            case .rejected(let rejection, let offset, let length): reject(rejection, offset, length)
            }
        }

        func writeRejects(end: String) throws {
            defer { pending.removeAll() }
            guard !pending.isEmpty, !request.isDryRun, !request.isStrict else { return }
            if rejects == nil {
                rejects = try RejectsFile(path: rejectsPath)
                if !header.isEmpty { header.withUnsafeBytes { rejects?.add($0, end: end) } }
            }
            for row in pending { try rejects?.add(row, of: source, end: end) }
        }

        let size: Int64 = source.size
        report.sha256 = try source.readThrough { chunk, offset in
            if isFirst {
                try request.mapping.check(firstBytes: UnsafeRawBufferPointer(rebasing: chunk.prefix(65_536)))
                isFirst = false
            }
            try splitter.feed(chunk) { try take($0, of: chunk) }
            rows?.forEachOutcome(takeOutcome)
            try writeRejects(end: splitter.recordEnd?.rawValue ?? "\n")
            try request.progress(.reading, Int(offset), Int(size))
        }
        if isFirst { throw SourceRefusal.empty }
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        try splitter.finish { try take($0, of: nothing) }
        rows?.forEachOutcome(takeOutcome)
        try writeRejects(end: splitter.recordEnd?.rawValue ?? "\n")
        guard let parser else { throw SourceRefusal.empty }
        if let rejects {
            try rejects.finish()
            report.rejectsPath = rejects.path
            report.reasonsPath = rejects.reasonsPath
        }
        let outlet = RejectsOutlet(
            path: rejectsPath, header: header, recordEnd: splitter.recordEnd?.rawValue ?? "\n")
        return (builder.plan(), parser, report, outlet)
    }

    private var rejectsPath: String {
        if let path = request.rejectsPath { return path }
        let base: Substring = request.source == "-" ? "stdin" : request.source.split(separator: "/").last ?? "source"
        guard let dot = base.lastIndex(of: "."), dot != base.startIndex else {
            return "\(rejectsFolder)\(base).rejects"
        }
        return "\(rejectsFolder)\(base[..<dot]).rejects\(base[dot...])"
    }
}
