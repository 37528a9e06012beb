/// The fields of one CSV record that the mapping reads.
struct CSVRow: SourceRow {
    private let record: UnsafeRawBufferPointer
    private let layout: CSVLayout
    private let fields: [CSVField]

    /// Finds the fields; refuses a record with another number of fields than the header.
    init(_ record: UnsafeRawBufferPointer, layout: CSVLayout) throws(RejectionReason) {
        var fields = [CSVField](
            repeating: CSVField(start: 0, end: 0, hasDoubledQuotes: false), count: layout.slotCount)
        var column = 0
        try forEachCSVField(of: record, delimiter: layout.delimiter) { (field) throws(RejectionReason) in
            if column < layout.columnCount {
                let slot = layout.slotOfColumn[column]
                if slot >= 0 { fields[slot] = field }
            }
            column += 1
        }
        guard column == layout.columnCount else {
            throw .wrongNumberOfFields(expected: layout.columnCount, found: column)
        }
        self.record = record
        self.layout = layout
        self.fields = fields
    }

    func withBytes<Result>(
        of field: SourceField, _ body: (UnsafeRawBufferPointer) throws(RejectionReason) -> Result?
    ) throws(RejectionReason) -> Result? {
        let slot = layout.slotOfField[field.rawValue]
        guard slot >= 0 else { return nil }
        let field = fields[slot]
        if field.hasDoubledQuotes {
            return try field.unquoted(in: record).withUnsafeBufferPointer { (bytes) throws(RejectionReason) in
                try body(UnsafeRawBufferPointer(bytes))
            }
        }
        return try body(UnsafeRawBufferPointer(rebasing: record[field.start..<field.end]))
    }
}
