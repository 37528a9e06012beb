package import CaseModel
internal import SQLite

/// The columns of messages that wait for their parent, and of where they went when it came.
enum WaitingColumn: String, TableColumn {
    case key = "key BLOB PRIMARY KEY"
    case parent = "parent BLOB -- the message it waits for"
    case position = "position INTEGER NOT NULL -- the event that recorded it"
    case caseNumber = "case_number INTEGER -- the case it belongs to since its parent came"
    case attachedAt = "attached_at INTEGER -- the event that brought it there"

    static let table = "waiting_row"
    static let rowKey: [Self] = [.key]
    static let isOrderedByKey = true
}

/// The read model of messages that wait for their parent, and of where they went when it came.
package final class WaitingProjector: Projector {
    package static let name = "waiting"
    package static let version: Int64 = 1

    package static let tables: [TableDefinition] = [
        WaitingColumn.definition(indexes: [
            "CREATE INDEX waiting_row_{slot}_parent ON waiting_row_{slot} (parent) WHERE case_number IS NULL"
        ])
    ]

    /// A message that waits.
    package struct Row: Hashable, Sendable {
        package var key: SourceKey
        package var parent: SourceKey?
        package var position: Position
        package var caseNumber: CaseNumber?
    }

    private let target: ProjectionTarget
    /// By a message that waits, one that its conversation was followed back to: without it, each message of a long chain
    /// would be followed through all the others again.
    private var beginnings: [SourceKey: SourceKey] = [:]
    private static let mostBeginnings = 500_000

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        switch event {
        case .messageAwaited(let awaited):
            let row = try target.writer(of: WaitingColumn.self)
            row.set(.key, awaited.key)
            row.set(.parent, awaited.parent)
            row.set(.position, moment.position)
            row.setNull(.caseNumber, .attachedAt)
            try row.write()
        case .messageAttached(let attached):
            guard case .case(let number) = stream else { return }
            let statement = try target.statement(
                "UPDATE waiting_row_{slot} SET case_number = ?2, attached_at = ?3 WHERE key = ?1")
            attached.key.bind(to: statement, 1)
            statement.bind(2, number.rawValue)
            statement.bind(3, moment.position.rawValue)
            try statement.run()
        case .importRetracted(let retracted):
            beginnings = [:]
            try leaveOut(retracted, moment)
        default: return
        }
    }

    /// What an import recorded that was taken back waits no more, and what it attached waits again. A scan of the rows.
    private func leaveOut(_ retracted: ImportRetracted, _ moment: EventMoment) throws {
        let recorded = try target.statement(
            """
            DELETE FROM waiting_row_{slot} WHERE position BETWEEN ?1 AND ?2
                AND (SELECT correlation FROM event WHERE event.position = waiting_row_{slot}.position) = ?1
            """)
        let attached = try target.statement(
            """
            UPDATE waiting_row_{slot} SET case_number = NULL, attached_at = NULL WHERE attached_at BETWEEN ?1 AND ?2
                AND (SELECT correlation FROM event WHERE event.position = attached_at) = ?1
            """)
        for statement in [recorded, attached] {
            statement.bind(1, retracted.first.rawValue)
            statement.bind(2, moment.position.rawValue)
            try statement.run()
        }
    }

    package func flush() {}
    package func discard() { beginnings = [:] }

    // MARK: What deciders ask

    private static let rows = "SELECT \(WaitingColumn.list()) FROM waiting_row_{slot}"
    private static let byKey = Query(rows + " WHERE key = ?1")
    private static let byParent = Query(rows + " WHERE parent = ?1 AND case_number IS NULL ORDER BY position")

    /// The message with a key, if it waits or waited. O(log n).
    package func row(_ key: SourceKey) throws -> Row? {
        let statement = try target.statement(Self.byKey)
        key.bind(to: statement, 1)
        defer { statement.reset() }
        return try statement.step() ? Self.row(statement) : nil
    }

    /// The messages that still wait for a parent, by position. O(log n + found).
    package func waiting(for parent: SourceKey) throws -> [Row] {
        let statement = try target.statement(Self.byParent)
        parent.bind(to: statement, 1)
        defer { statement.reset() }
        var result: [Row] = []
        while try statement.step() {
            if let row = Self.row(statement) { result.append(row) }
        }
        return result
    }

    /// Where following back the conversation of a message that waits led before; it may go on further back since. Nil where
    /// nobody followed it. O(1).
    package func knownBeginning(of key: SourceKey) -> SourceKey? { beginnings[key] }

    /// Keeps where following back some messages that wait led to: a message that is not there, and none of them.
    /// O(messages).
    package func rememberBeginning(_ beginning: SourceKey, of messages: Set<SourceKey>) {
        if beginnings.count > Self.mostBeginnings { beginnings = [:] }
        for message in messages where message != beginning { beginnings[message] = beginning }
    }

    /// Calls `body` with each message that others wait for. O(waiting).
    package func forEachAwaited(_ body: (SourceKey) -> Void) throws {
        let statement = try target.statement(
            "SELECT parent FROM waiting_row_{slot} WHERE parent IS NOT NULL AND case_number IS NULL")
        defer { statement.reset() }
        while try statement.step() {
            if let parent = SourceKey(statement.blobBytes(0)) { body(parent) }
        }
    }

    private static func row(_ statement: Statement) -> Row? {
        let row = Projections.Row<WaitingColumn>(statement: statement)
        guard let key = row.key(.key) else { return nil }
        return Row(
            key: key, parent: row.key(.parent), position: Position(row.int64(.position)),
            caseNumber: row.optionalInt64(.caseNumber).map(CaseNumber.init))
    }
}
