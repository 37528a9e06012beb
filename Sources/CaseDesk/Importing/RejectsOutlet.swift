internal import Intake

/// A row that stays out, until it is written to the rejects file.
struct RejectedRow {
    var offset: Int64
    var length: Int
    var rejection: Rejection
}

/// How the rejects file of a source is made.
struct RejectsOutlet {
    var path: String
    /// The source's header; empty where it has none.
    var header: [UInt8]
    var recordEnd: String
}

extension RejectsFile {
    /// Copies a rejected row as it stands in the source, in parts (it may be too long to hold), and says why it stays out.
    func add(_ row: RejectedRow, of source: SourceFile, end: String) throws {
        var offset: Int64 = row.offset
        var left: Int = row.length
        while left > 0 {
            let part: Int = min(left, 1 << 18)
            try source.withBytes(at: offset, count: part) { addPart($0) }
            offset += Int64(part)
            left -= part
        }
        add(UnsafeRawBufferPointer(start: nil, count: 0), end: end)
        add(row.rejection)
    }
}

extension PreparedImport {
    /// Adds rows to the rejects file that stay out because of what the store holds: they are known only when all are recorded.
    func addToRejects(_ rows: [ImportPlan.Row], _ report: inout ImportReport) throws {
        guard !rows.isEmpty else { return }
        let file: RejectsFile
        if let path = report.rejectsPath {
            file = try .goingOn(with: path)
        } else {
            file = try RejectsFile(path: outlet.path)
            if !outlet.header.isEmpty { outlet.header.withUnsafeBytes { file.add($0, end: outlet.recordEnd) } }
        }
        for row in rows {
            let rejection = parser.idOfAnother(row: Int(row.number), line: Int(row.line))
            try file.add(
                RejectedRow(offset: row.offset, length: Int(row.length), rejection: rejection), of: source,
                end: outlet.recordEnd)
        }
        try file.finish()
        report.rejectsPath = file.path
        report.reasonsPath = file.reasonsPath
    }
}
