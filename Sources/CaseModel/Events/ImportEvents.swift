package import JSON

/// A source file was imported completely.
package struct ImportCompleted: EventPayload {
    package static var type: EventType { .importCompleted }

    /// The name of the mapping.
    package var mapping: String
    /// SHA-256 of the file, lower-case hexadecimal.
    package var sha256: String
    /// The earliest and latest time of its rows.
    package var from: Timestamp?
    package var until: Timestamp?
    package var counts: ImportCounts
    /// Which of its messages are live.
    package var work: ImportedWork

    package init(
        mapping: String, sha256: String, from: Timestamp?, until: Timestamp?, counts: ImportCounts,
        work: ImportedWork = .history
    ) {
        self.mapping = mapping
        self.sha256 = sha256
        self.from = from
        self.until = until
        self.counts = counts
        self.work = work
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("mapping", mapping)
        writer.field("sha256", sha256)
        writer.field("from", from)
        writer.field("until", until)
        for name in ImportCounts.names { writer.field(name.key, counts[name]) }
        writer.fields(work)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        mapping = try reader.string("mapping")
        sha256 = try reader.string("sha256")
        from = try reader.optionalTimestamp("from")
        until = try reader.optionalTimestamp("until")
        counts = ImportCounts()
        for name in ImportCounts.names { counts[name] = try reader.int64(name.key) }
        work = try reader.importedWork()
    }
}

/// An import was undone as a whole: folds leave out everything it recorded. Its case and person numbers are never
/// reused.
package struct ImportRetracted: EventPayload {
    package static var type: EventType { .importRetracted }

    /// The `ImportCompleted` event.
    package var imported: Position
    /// The import's first event, which is the correlation of all its events.
    package var first: Position

    package init(imported: Position, first: Position) {
        self.imported = imported
        self.first = first
    }

    package func encode(to writer: inout JSONWriter) {
        writer.field("imported", imported)
        writer.field("first", first)
    }

    package init(from reader: inout FieldReader) throws(JSONError) {
        imported = try reader.position("imported")
        first = try reader.position("first")
    }
}
