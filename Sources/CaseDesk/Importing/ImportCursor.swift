internal import CaseModel
internal import JSON

/// How far an import is, kept with what it recorded.
struct ImportCursor {
    /// The next row's place in the plan.
    var next = 0
    /// How many rows the plan has.
    var rows: Int
    var counts = ImportCounts()
    /// The first event of the import.
    var correlation: Int64?
    /// What of it is today's work.
    var work: ImportedWork

    init(rows: Int = 0, correlation: Int64? = nil, work: ImportedWork = .history) {
        self.rows = rows
        self.work = work
        self.correlation = correlation
    }

    /// Reads what `text` wrote; nil where nothing was kept.
    ///
    /// - Throws: `JSONError` where it is none of ours.
    init?(parsing text: String?) throws(JSONError) {
        guard let text else { return nil }
        self.init()
        try FieldReader.withFields(of: Array(text.utf8)) { fields throws(JSONError) in
            next = Int(try fields.int64("next"))
            rows = Int(try fields.int64("rows"))
            correlation = try fields.optionalInt64("correlation")
            for name in ImportCounts.names { counts[name] = try fields.int64(name.key) }
            work = try fields.importedWork()
        }
        let numbers: [Int64] = [Int64(next), Int64(rows)] + ImportCounts.names.map { counts[$0] }
        guard next <= rows, numbers.allSatisfy({ 0...Int64(Int32.max) ~= $0 }) else {
            throw JSONError(code: .numberOutOfRange, offset: 0)
        }
    }

    var text: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.field("next", Int64(next))
        writer.field("rows", Int64(rows))
        writer.field("correlation", correlation)
        for name in ImportCounts.names { writer.field(name.key, counts[name]) }
        writer.fields(work)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
