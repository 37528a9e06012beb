import EventStore
import SQLite
import TestSupport

/// The store that the contract is held against, and the one place that says of which kind it is: another store that
/// stands behind the same calls takes its place here.
struct StoreUnderTest {
    let folder: TemporaryFolder
    var path: String { folder.file("cmcase.db") }

    init() throws { folder = try TemporaryFolder() }

    func open(_ access: EventStore.Access = .create) throws -> EventStore {
        try EventStore(path: path, access: access)
    }

    /// Erases the content of an event, as an erasure does.
    func eraseContent(at position: Int64, in store: EventStore) throws {
        try store.write { _ in try store.connection.execute("DELETE FROM content WHERE position = \(position)") }
    }

    /// Makes the store fail on the insert of an event of a type, in the midst of whatever else is written.
    func failOnInsert(of type: String, in store: EventStore) throws {
        try store.connection.execute(
            """
            CREATE TEMP TRIGGER failure BEFORE INSERT ON main.event WHEN NEW.type = '\(type)'
            BEGIN SELECT RAISE(ABORT, 'a failure of the disk'); END
            """)
    }
}
