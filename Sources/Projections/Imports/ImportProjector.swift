package import CaseModel
internal import SQLite

/// The read model of imports: what was taken in, and up to when the data reach.
package final class ImportProjector: Projector {
    package static let name = "imports"
    package static let version: Int64 = 1

    package static let tables: [TableDefinition] = [ImportColumn.definition()]

    private let target: ProjectionTarget

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        if case .importRetracted(let retracted) = event {
            let statement = try target.statement("UPDATE import_row_{slot} SET retracted_at = ?2 WHERE position = ?1")
            statement.bind(1, retracted.imported.rawValue)
            statement.bind(2, moment.position.rawValue)
            return try statement.run()
        }
        guard case .importCompleted(let completed) = event else { return }
        let row = try target.writer(of: ImportColumn.self)
        row.set(.position, moment.position)
        row.set(.mapping, completed.mapping)
        row.set(.sha256, completed.sha256)
        row.set(.fromTime, completed.from)
        row.set(.untilTime, completed.until)
        row.set(.rows, completed.counts.read)
        row.set(.mentions, completed.counts.mentions)
        row.set(.rejected, completed.counts.rejected)
        row.setNull(.retractedAt)
        try row.write()
    }

    package func flush() {}
    package func discard() {}
}
