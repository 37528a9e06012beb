public import CaseModel

/// Makes messages of the records of one source.
public struct RecordParser: Sendable {
    private enum Layout: Sendable {
        case csv(CSVLayout)
        case json(JSONLayout)
    }

    private let mapping: SourceMapping
    private let layout: Layout
    private let assembly: MessageAssembly

    /// Compares the source's header with the mapping.
    ///
    /// - Parameter header: the record with the number 0; nil for NDJSON, which has none.
    /// - Throws: why the source can't be read under this mapping; a CSV file without a header is empty.
    public init(mapping: SourceMapping, header: Record?, options: IntakeOptions) throws(SourceRefusal) {
        switch (mapping.format, header) {
        case (.ndjson, _): layout = .json(JSONLayout(mapping))
        case (.csv, nil): throw .empty
        case (.csv(let delimiter), let header?):
            layout = .csv(try CSVLayout(header: header, delimiter: delimiter, mapping: mapping))
        }
        self.mapping = mapping
        assembly = MessageAssembly(mapping: mapping, options: options)
    }

    /// The message that a record holds, or why it holds none.
    ///
    /// - Complexity: O(n) in the length of the record.
    public func message(of record: Record) -> Result<SourceMessage, Rejection> {
        do throws(FieldProblem) {
            return .success(try read(record))
        } catch {
            let column = error.field.map { mapping.columns[$0] ?? $0.key }
            return .failure(Rejection(row: record.number, line: record.line, column: column, reason: error.reason))
        }
    }

    /// A record that stays out because of its id, which another author's message has.
    public func idOfAnother(row: Int, line: Int) -> Rejection {
        Rejection(row: row, line: line, column: mapping.columns[.id] ?? SourceField.id.key, reason: .idOfAnother)
    }

    private func read(_ record: Record) throws(FieldProblem) -> SourceMessage {
        switch record.problem {
        case .tooLong(let limit): throw FieldProblem(reason: .tooLong(bytes: record.length, limit: limit))
        case .unterminatedQuote: throw FieldProblem(reason: .unterminatedQuote)
        case nil: break
        }
        if containsNUL(record.bytes) { throw FieldProblem(reason: .nulByte) }
        switch layout {
        case .json(let layout):
            if let row = FlatJSONRow(record.bytes, layout: layout) { return try assembly.message(from: row) }
            return try assembly.message(from: JSONRow(record.bytes, layout: layout))
        case .csv(let layout):
            let row: CSVRow
            do { row = try CSVRow(record.bytes, layout: layout) } catch { throw FieldProblem(reason: error) }
            return try assembly.message(from: row)
        }
    }
}
