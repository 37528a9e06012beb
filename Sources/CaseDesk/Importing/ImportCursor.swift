internal import CaseModel
internal import JSON

/// How far an import is, kept with what it recorded.
struct ImportCursor {
    /// The next row's place in the plan.
    var next = 0
    var counts = ImportCounts()
    /// The first event of the import.
    var correlation: Int64?

    init() {}

    /// Reads what `text` wrote; nil where nothing was kept.
    init?(parsing text: String?) throws {
        guard let text else { return nil }
        try FieldReader.withFields(of: Array(text.utf8)) { fields throws(JSONError) in
            next = Int(try fields.int64("next"))
            correlation = try fields.optionalInt64("correlation")
            for name in ImportCounts.names { counts[name] = try fields.int64(name.key) }
        }
    }

    var text: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.field("next", Int64(next))
        writer.field("correlation", correlation)
        for name in ImportCounts.names { writer.field(name.key, counts[name]) }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
