internal import EventStore
internal import SQLite

/// Where the rows of a projection are: the tables of one slot, which a projector writes, or the views on whichever slot
/// stands, which questions read.
package final class ProjectionTarget {
    /// Has something done by the thread that writes behind the connection's gate.
    typealias Handing = (@escaping @Sendable () throws(SQLiteError) -> Void) throws(SQLiteError) -> Void

    let connection: Connection
    /// The slot; nil for the views.
    private let slot: Slot?
    private let isBehindGate: Bool
    /// By the address of the text before it is completed: a fold asks for its statements with every event.
    private var statements: [UnsafePointer<UInt8>: Statement] = [:]
    /// The same of those that are put together, by the query or by the type of the columns.
    private var composed: [ObjectIdentifier: Statement] = [:]
    private var behind: (target: Behind, hand: Handing)?

    init(connection: Connection, slot: Slot, isBehindGate: Bool = false) {
        self.connection = connection
        self.slot = slot
        self.isBehindGate = isBehindGate
    }

    /// The views on the rows that stand, or on those that were built for a question on this connection.
    init(viewsOf store: EventStore) {
        connection = store.connection
        slot = nil
        isBehindGate = false
    }

    /// The file that the rows are in, for errors.
    var path: String { connection.path }

    /// A statement on these tables, ready to be bound.
    func statement(_ sql: StaticString) throws(SQLiteError) -> Statement {
        if let statement = statements[sql.utf8Start] {
            statement.reset()
            return statement
        }
        let statement: Statement = try prepared("\(sql)")
        statements[sql.utf8Start] = statement
        return statement
    }

    /// The same for a text that was put together.
    func statement(_ query: Query) throws(SQLiteError) -> Statement {
        try statement(ObjectIdentifier(query)) { query.sql }
    }

    /// The same for a text that is put together with each question, which costs the hashing of the text.
    func statement(_ sql: String) throws(SQLiteError) -> Statement { try prepared(sql) }

    /// A statement of its own, for a walk during which the same may be asked again.
    func walk(_ query: Query) throws(SQLiteError) -> Statement { try .preparing(named(query.sql), on: connection) }

    /// Writes rows of a table.
    func writer<Column: TableColumn>(of columns: Column.Type) throws(SQLiteError) -> RowWriter<Column> {
        RowWriter(statement: try statement(ObjectIdentifier(columns)) { columns.insertion })
    }

    private func statement(_ name: ObjectIdentifier, _ sql: () -> String) throws(SQLiteError) -> Statement {
        if let statement = composed[name] {
            statement.reset()
            return statement
        }
        let statement: Statement = try prepared(sql())
        composed[name] = statement
        return statement
    }

    private func prepared(_ sql: String) throws(SQLiteError) -> Statement {
        let text: String = named(sql)
        return isBehindGate ? try .preparingBehindGate(text, on: connection) : try connection.statement(text)
    }

    private func named(_ sql: String) -> String {
        if let slot { slot.named(sql) } else { Slot.viewed(sql) }
    }

    /// Writes rows that nobody asks for without passing the connection's gate: now, or behind it where that was arranged.
    ///
    /// - Throws: what went wrong, where it is written behind at the latest at the transaction's end.
    func write(_ rows: @escaping @Sendable (ProjectionTarget) throws(SQLiteError) -> Void) throws(SQLiteError) {
        guard let (target, hand) = behind else { return try rows(self) }
        try hand { () throws(SQLiteError) in try rows(target.target) }
    }

    /// Arranges that `write` is done by the thread behind the gate, until `writeHere`.
    func writeBehind(_ hand: @escaping Handing) {
        guard let slot else { return }
        behind = (Behind(ProjectionTarget(connection: connection, slot: slot, isBehindGate: true)), hand)
    }

    /// Ends what `writeBehind` arranged; the gate is open again.
    func writeHere() { behind = nil }

    /// The same place for the thread behind the gate, which alone touches it. Unchecked for that reason.
    private final class Behind: @unchecked Sendable {
        let target: ProjectionTarget
        init(_ target: ProjectionTarget) { self.target = target }
    }
}

/// The text of a statement that is put together once from lists of columns, and known by its identity from then on.
final class Query: Sendable {
    let sql: String

    init(_ sql: String) { self.sql = sql }
}
