internal import CaseModel
internal import SQLite

/// Writes rows of one table. Every column is to be set for every row: what was set for the row before stays.
struct RowWriter<Column: TableColumn> {
    let statement: Statement

    @inline(__always)
    func set(_ column: Column, _ value: Int64) { statement.bind(column.index + 1, value) }

    @inline(__always)
    func set(_ column: Column, _ value: Int64?) { statement.bind(column.index + 1, value) }

    func set(_ column: Column, _ value: String) { statement.bind(column.index + 1, value) }

    func set(_ column: Column, _ value: String?) { statement.bind(column.index + 1, value) }

    func set(_ column: Column, _ value: Timestamp?) { statement.bind(column.index + 1, value?.microseconds) }

    func set(_ column: Column, _ value: Position?) { statement.bind(column.index + 1, value?.rawValue) }

    func set(_ column: Column, _ value: SourceKey?) {
        if let value { value.bind(to: statement, column.index + 1) } else { setNull(column) }
    }

    func setNull(_ columns: Column...) { for column in columns { statement.bindNull(column.index + 1) } }

    func setNull(_ columns: [Column]) { for column in columns { statement.bindNull(column.index + 1) } }

    /// Writes the row. O(log n).
    @inline(__always)
    func write() throws(SQLiteError) { try statement.run() }
}

/// The row that a statement stands on, of one table, valid until the next step. The statement selects `Column.list`.
struct Row<Column: TableColumn> {
    let statement: Statement

    @inline(__always)
    func int64(_ column: Column) -> Int64 { statement.int64(column.index) }

    func optionalInt64(_ column: Column) -> Int64? { statement.optionalInt64(column.index) }

    func isNull(_ column: Column) -> Bool { statement.isNull(column.index) }

    func string(_ column: Column) -> String { statement.string(column.index) }

    func optionalString(_ column: Column) -> String? { statement.optionalString(column.index) }

    /// The bytes in place.
    @inline(__always)
    func bytes(_ column: Column) -> UnsafeRawBufferPointer { statement.textBytes(column.index) }

    func time(_ column: Column) -> Timestamp? { optionalInt64(column).map(Timestamp.init(microseconds:)) }

    func position(_ column: Column) -> Position? { optionalInt64(column).map(Position.init) }

    func key(_ column: Column) -> SourceKey? { SourceKey(bytes(column)) }

    /// One of the words of an enumeration; nil for NULL and for words that it doesn't have.
    func word<Word: RawRepresentable<String>>(_ column: Column) -> Word? {
        isNull(column) ? nil : Word(rawValue: string(column))
    }
}
