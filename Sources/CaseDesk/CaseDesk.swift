package import CaseModel
internal import EventStore
internal import Projections

/// The application on one store: takes messages in, carries out commands, answers questions.
///
/// Used by one thread at a time. What varies from outside (the clock, who acts) comes in as values.
package final class CaseDesk {
    let store: EventStore
    let engine: ProjectionEngine
    /// Our clock, asked once for each command.
    let clock: () -> Timestamp
    var random = RandomBytes()
    /// Whether our clock is believed however far it is past the newest event.
    package var trustsClock = false
    /// Whether this object made the store.
    package var wasMade: Bool { store.wasMade }
    /// Whether the rows that this connection sees are kept in step by the command that runs, or were built for the question.
    var hasRows = false
    /// Tells this store's tracking codes from those of others.
    let trackingSecret: UInt64
    /// The house's policies as they were last read, with the adoptions that they come from.
    var shelfKept: (adopted: [AdoptedPolicy], shelf: PolicyShelf)?

    /// What somebody wants of a store.
    package enum Access: Hashable, Sendable {
        /// Write, and make the store where there is none.
        case create
        /// Write to a store that is there.
        case write
        /// Read only.
        case read
        /// Read only, and leave no file beside the store where none is.
        case examine

        fileprivate var ofStore: EventStore.Access {
            switch self {
            case .create: .create
            case .write: .write
            case .read: .read
            case .examine: .examine
            }
        }
    }

    /// Opens the desk on a store.
    ///
    /// - Throws: `DeskError.store` when the store can't be used.
    package init(store path: String, access: Access, clock: @escaping () -> Timestamp) throws(DeskError) {
        do { store = try EventStore(path: path, access: access.ofStore) } catch { throw .store(error) }
        engine = ProjectionEngine(store: store)
        trackingSecret = store.keyedHash.hash("tracking").high
        self.clock = clock
    }

    /// Whether anybody has written to the store since it was opened.
    package var hasChanged: Bool { store.hasChanged }

    /// Makes the tables of all projections in a store that has none yet, so that other programs find them too. O(events).
    package func makeTables() throws {
        do { try store.write { _ = try engine.current($0) } } catch {
            engine.forget()
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// Ends the use of the store. Nothing is lost without it; the journal then stays beside the file.
    package func close() {
        // A statement that is still held would keep the file open, and move the journal later without the lock.
        engine.forget()
        store.close()
    }

    /// Runs one write transaction: what it recorded is durable, and in every projection, when this returns.
    func write<R>(
        by actor: Actor, now: Timestamp, correlation: Int64? = nil, _ body: (Session) throws -> R
    ) throws -> R {
        var begun: Session?
        // Not earlier: the other thread is at rest now.
        defer { begun?.writesBehind = false }
        do {
            return try store.write { transaction in
                if !trustsClock {
                    try ClockCheck(
                        now: now, newest: transaction.newestRecordedAt.map(Timestamp.init(microseconds:))
                    ).refuseIfFarAhead()
                }
                let projections = try engine.current(transaction)
                hasRows = true
                defer { hasRows = false }
                let session = Session(
                    store: store, transaction: transaction, projections: projections, actor: actor, now: now,
                    correlation: correlation)
                begun = session
                let head: Int64 = transaction.head
                let result: R = try body(session)
                if transaction.head != head { try engine.finish(projections) }
                return result
            }
        } catch {
            engine.forget()
            throw DeskError(error, path: store.path) ?? error
        }
    }

    /// Has everything recorded so far made durable behind the session's back, which goes on; only where its log is written behind.
    ///
    /// - Returns: false where it can't go on: the session is to end then, and another one to begin.
    func commitBehind(_ session: Session) throws -> Bool {
        guard session.writesBehind else { return false }
        try engine.finish(session.projections)
        return try session.transaction.commitBehind()
    }

    /// The code for a customer to name a case by.
    func trackingCode(of number: CaseNumber) -> String { TrackingCode.code(of: number, secret: trackingSecret) }
}
