import CaseModel
import EventStore
import JSON
import Projections
import SQLite

/// A store with its projections, to which decisions are recorded as the desk records them.
final class Ledger {
    let store: EventStore
    private(set) var engine: ProjectionEngine
    private let limits: FoldLimits
    private var clock: Int64 = 0

    init(_ path: String, limits: FoldLimits = FoldLimits()) throws {
        store = try EventStore(path: path, access: .create)
        self.limits = limits
        engine = ProjectionEngine(store: store, limits: limits)
    }

    /// Records batches in one transaction and folds them with it.
    func record(_ batches: [[Decision]], thenFail: Bool = false) throws {
        do {
            try store.write { transaction in
                let set: ProjectionSet = try engine.current(transaction)
                for batch in batches {
                    let moments: [EventMoment] = try append(batch, transaction)
                    for (decision, moment) in zip(batch, moments) {
                        try set.apply(decision.event, in: decision.stream, moment)
                    }
                }
                try engine.finish(set)
                if thenFail { throw Interruption() }
            }
        } catch {
            engine.forget()
            throw error
        }
    }

    func record(_ decisions: Decision...) throws { try record([decisions]) }

    func record(_ batch: [Decision]) throws { try record([batch]) }

    /// Records batches in the log alone, as a program without projections would.
    func recordInLogOnly(_ batches: [[Decision]]) throws {
        try store.write { transaction in for batch in batches { _ = try append(batch, transaction) } }
    }

    /// Records an event of which only the bytes are known.
    func recordRaw(stream: String, type: String, schemaVersion: Int = 1, payload: String = "{}") throws {
        let event = ProposedEvent(
            stream: stream, type: type, schemaVersion: schemaVersion, occurredAt: 0, payload: Array(payload.utf8),
            content: nil)
        _ = try store.write { try $0.append(Batch(events: [event], actor: "system:test", recordedAt: clock)) }
    }

    private func append(_ batch: [Decision], _ transaction: WriteTransaction) throws -> [EventMoment] {
        clock += 1_000_000
        let events: [ProposedEvent] = batch.map { decision in
            var writer = JSONWriter()
            EventCodec.encode(decision.event, rule: decision.rule, into: &writer)
            return ProposedEvent(
                stream: decision.stream.description, type: decision.event.type.rawValue,
                schemaVersion: decision.event.type.schemaVersion, occurredAt: decision.occurredAt.microseconds,
                payload: writer.bytes, content: nil)
        }
        let result: AppendResult = try transaction.append(
            Batch(events: events, actor: "system:test", recordedAt: clock))
        guard case .appended(let first, _, let versions) = result else { return [] }
        return versions.enumerated().map { offset, version in
            EventMoment(
                position: Position(first + Int64(offset)), version: version, occurredAt: batch[offset].occurredAt)
        }
    }

    /// Brings the projections up to the log's end, as the first step of every command does.
    func catchUp() throws {
        do {
            try store.write { try engine.finish(engine.current($0)) }
        } catch {
            engine.forget()
            throw error
        }
    }

    @discardableResult
    func rebuild(_ names: Set<String> = Projection.names) throws -> ReplayReport {
        do {
            return try store.write { try engine.rebuild(names, $0) { _ in } }
        } catch {
            engine.forget()
            throw error
        }
    }

    /// What a check finds, one sentence a difference.
    func check(_ names: Set<String> = Projection.names, limit: Int = 20) throws -> [String] {
        try store.read {
            defer { try? engine.dropTemporary() }
            return try engine.check(names, limit: limit) { _ in }.differences.map(\.sentence)
        }
    }

    /// The rows as of a position.
    func rows(through position: Int64) throws -> [String] {
        try store.read {
            defer { try? engine.dropTemporary() }
            _ = try engine.buildTemporary(Projection.names, through: position) { _ in }
            return try Projection.rows(store.connection)
        }
    }

    func rows() throws -> [String] { try Projection.rows(store.connection) }

    /// Another process's view of the engine: nothing in memory.
    func startAnew() { engine = ProjectionEngine(store: store, limits: limits) }
}

/// What a test throws to see it come back.
struct Interruption: Error {}

/// Every projection there is, and its rows as text.
enum Projection {
    static var names: Set<String> { Set(ProjectionSet.all.map { $0.name }) }

    static var tables: [TableDefinition] { ProjectionSet.all.flatMap { $0.tables } }

    /// All rows of all projections in the order of their keys, as `table column=value …`.
    static func rows(_ connection: Connection) throws -> [String] {
        try tables.flatMap { table in
            try rows(connection, "SELECT * FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))")
                .map { "\(table.name) \($0)" }
        }
    }

    /// The rows of a query, as `column=value …`.
    static func rows(_ connection: Connection, _ sql: String) throws -> [String] {
        let statement = try Statement.preparing(sql, on: connection)
        var rows: [String] = []
        while try statement.step() {
            rows.append(
                (0..<statement.columnCount).map { column in
                    "\(statement.columnName(column))=\(value(statement, column))"
                }.joined(separator: " "))
        }
        return rows
    }

    private static func value(_ statement: Statement, _ column: Int32) -> String {
        if statement.isNull(column) { return "NULL" }
        guard statement.isBlob(column) else { return statement.string(column) }
        return statement.blobBytes(column).map { String($0, radix: 16) }.joined(separator: ".")
    }
}

extension RowDifference {
    /// The difference in one line: projection, table, row, what is wrong.
    var sentence: String {
        let wrong: String =
            switch kind {
            case .missing: "is missing"
            case .extra: "is extra"
            case .noTable: "has no table"
            case .changed(let column, let found, let expected): "has \(column) \(found), not \(expected)"
            }
        return "\(projection): \(table) \(row) \(wrong)"
    }
}
