/// Keeps a connection for one thread at a time while a second one works on it too: whoever wants it waits until the work
/// that was handed over is done.
///
/// It is touched by the connection's own thread alone; an idle gate costs the reading of one flag.
package final class ConnectionGate {
    /// Waits until the other thread has done what it was given; throws what it met.
    private var settle: (() throws(SQLiteError) -> Void)?

    /// Closes the gate: from now on whoever wants the connection waits by `settle`, which may be called more than once.
    package func close(_ settle: @escaping () throws(SQLiteError) -> Void) { self.settle = settle }

    /// Opens the gate; the other thread is at rest.
    package func open() { settle = nil }

    @inline(__always)
    func pass() throws(SQLiteError) {
        if let settle { try settle() }
    }

    /// For what can't throw: what the other thread met is told by whatever is run next.
    @inline(__always)
    func wait() {
        if let settle { try? settle() }
    }
}
