/// Makes uses of a connection wait while a second thread works on it.
///
/// Used by the connection's own thread only. An open gate costs one comparison per statement.
package final class ConnectionGate {
    /// Waits for the second thread and throws its error; nil while the gate is open.
    private var settle: (() throws(SQLiteError) -> Void)?

    /// Closes the gate: every use of the connection calls `settle` first, possibly more than once.
    package func close(_ settle: @escaping () throws(SQLiteError) -> Void) { self.settle = settle }

    /// Opens the gate. The second thread must be idle.
    package func open() { settle = nil }

    @inline(__always)
    func pass() throws(SQLiteError) {
        if let settle { try settle() }
    }

    /// For callers that can't throw: the next statement that runs throws the error.
    @inline(__always)
    func wait() {
        if let settle { try? settle() }
    }
}
