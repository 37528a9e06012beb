internal import CSQLite

/// A prepared statement.
///
/// Columns count from 0, parameters from 1, as in SQLite. Column values are valid until the next step or reset.
package final class Statement {
    private let handle: OpaquePointer
    private unowned let connection: Connection
    private let gate: ConnectionGate

    init(_ sql: String, on connection: Connection, gate: ConnectionGate? = nil) throws(SQLiteError) {
        self.gate = gate ?? connection.gate
        try self.gate.pass()
        var handle: OpaquePointer?
        let code: Int32 = sqlite3_prepare_v3(
            connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw connection.error(code, sql: sql) }
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// An uncached statement, for a query during which the same text may be prepared again.
    package static func preparing(_ sql: String, on connection: Connection) throws(SQLiteError) -> Statement {
        try Statement(sql, on: connection)
    }

    /// A statement for a second thread that uses the connection while its gate is closed.
    package static func preparingBehindGate(
        _ sql: String, on connection: Connection
    ) throws(SQLiteError) -> Statement {
        try Statement(sql, on: connection, gate: ConnectionGate())
    }

    /// Steps to the next row; returns false at the end, and resets the statement.
    @inline(__always)
    package func step() throws(SQLiteError) -> Bool {
        try gate.pass()
        let code: Int32 = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE {
            sqlite3_reset(handle)
            return false
        }
        throw failure(code)
    }

    /// Runs a statement without result rows and resets it.
    @inline(__always)
    package func run() throws(SQLiteError) {
        try gate.pass()
        let code: Int32 = sqlite3_step(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
        sqlite3_reset(handle)
    }

    /// Ends the current query; bindings remain.
    package func reset() {
        gate.wait()
        sqlite3_reset(handle)
    }

    /// The number of rows that the last run changed.
    package var changes: Int { connection.changes }

    private func failure(_ code: Int32) -> SQLiteError {
        let error = connection.error(code, sql: String(cString: sqlite3_sql(handle)))
        sqlite3_reset(handle)
        return error
    }

    // MARK: Parameters

    package func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

    package func bind(_ index: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    package func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

    /// Binds a copy of the text.
    package func bind(_ index: Int32, _ value: String) {
        var value = value
        value.withUTF8 { bytes in
            _ = bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text64(
                    handle, index, $0.baseAddress, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
            }
        }
    }

    package func bind(_ index: Int32, _ value: String?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// Binds a copy of the bytes as a BLOB.
    package func bind(_ index: Int32, blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob64(handle, index, blob.baseAddress ?? emptyBlob, UInt64(blob.count), transient)
    }

    /// Binds a copy of UTF-8 as TEXT.
    package func bind(_ index: Int32, text: UnsafeRawBufferPointer) {
        text.withMemoryRebound(to: CChar.self) {
            _ = sqlite3_bind_text64(
                handle, index, $0.baseAddress ?? emptyText, UInt64($0.count), transient, UInt8(SQLITE_UTF8))
        }
    }

    /// Binds bytes as a BLOB without copying; they must stay valid until the statement has run.
    package func bind(_ index: Int32, lentBlob blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob64(handle, index, blob.baseAddress ?? emptyBlob, UInt64(blob.count), nil)
    }

    /// Binds UTF-8 as TEXT without copying; it must stay valid until the statement has run.
    package func bind(_ index: Int32, lentText text: UnsafeRawBufferPointer) {
        let start: UnsafePointer<CChar>? = text.assumingMemoryBound(to: CChar.self).baseAddress ?? emptyText
        sqlite3_bind_text64(handle, index, start, UInt64(text.count), nil, UInt8(SQLITE_UTF8))
    }

    // MARK: Columns

    @inline(__always)
    package func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    package func optionalInt64(_ column: Int32) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, column)
    }

    package func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

    package func isBlob(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_BLOB }

    package func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// A copy of the column as text; invalid UTF-8 becomes U+FFFD.
    package func string(_ column: Int32) -> String { String(decoding: textBytes(column), as: UTF8.self) }

    package func optionalString(_ column: Int32) -> String? { isNull(column) ? nil : string(column) }

    /// The bytes of a TEXT column, valid until the next step or reset. Read as a blob, because reading text would copy
    /// it to append a zero.
    @inline(__always)
    package func textBytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    /// The bytes of a BLOB column, valid until the next step or reset.
    @inline(__always)
    package func blobBytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    /// A copy of a BLOB column; nil for NULL.
    package func optionalBlob(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : Array(blobBytes(column)) }

    /// The number of columns.
    package var columnCount: Int32 { sqlite3_column_count(handle) }

    /// The name of a column.
    package func columnName(_ column: Int32) -> String { String(cString: sqlite3_column_name(handle, column)) }
}

/// SQLITE_TRANSIENT: SQLite copies what is bound. Swift can't import the cast.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
/// A non-null address for empty values; a null pointer would bind NULL.
private var emptyBlob: UnsafeRawPointer? { UnsafeRawPointer(bitPattern: 1) }
private var emptyText: UnsafePointer<CChar>? { UnsafePointer(bitPattern: 1) }
