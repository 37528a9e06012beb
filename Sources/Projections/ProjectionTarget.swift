package import SQLite

/// Where a projector writes: one slot on one connection.
package final class ProjectionTarget {
    /// Has something done by the thread that writes behind the connection's gate.
    typealias Handing = (@escaping @Sendable () throws(SQLiteError) -> Void) throws(SQLiteError) -> Void

    package let connection: Connection
    package let slot: Slot
    private let isBehindGate: Bool
    /// By the address of the text before it is completed: a fold asks for its statements with every event.
    private var statements: [UnsafePointer<UInt8>: Statement] = [:]
    private var behind: (target: Behind, hand: Handing)?

    init(connection: Connection, slot: Slot, isBehindGate: Bool = false) {
        self.connection = connection
        self.slot = slot
        self.isBehindGate = isBehindGate
    }

    /// A statement on this slot's tables, ready to be bound.
    func statement(_ sql: StaticString) throws(SQLiteError) -> Statement {
        if let statement = statements[sql.utf8Start] {
            statement.reset()
            return statement
        }
        let text: String = slot.named("\(sql)")
        let statement: Statement =
            isBehindGate ? try .preparingBehindGate(text, on: connection) : try connection.statement(text)
        statements[sql.utf8Start] = statement
        return statement
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
