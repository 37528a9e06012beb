package import CaseModel

/// A read model: folds events into rows of its own tables. It only derives; it does nothing outside.
package protocol Projector: AnyObject {
    /// What it is called, in the registry and on the command line.
    static var name: String { get }
    /// Raised whenever its rows would come out differently.
    static var version: Int64 { get }
    /// Makes its tables; `{slot}` completes their names.
    static var tables: [TableDefinition] { get }

    /// Folds one event. The rows may be kept back until `flush`.
    func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws
    /// Writes what was kept back.
    func flush() throws
    /// Forgets what was kept back, after a transaction was undone or somebody else wrote.
    func discard()
}
