package import CaseModel
package import EventStore
internal import SQLite

/// The columns of the incidents.
enum IncidentColumn: String, TableColumn {
    case number = "number INTEGER PRIMARY KEY"
    case position = "position INTEGER NOT NULL -- of the event that declared it first"
    case detectedBy = "detected_by TEXT -- rule of detection; NULL where a person saw it"
    case level = "level INTEGER NOT NULL -- 1 to 4, the gravest; as told last"
    case declaredAt = "declared_at INTEGER NOT NULL -- microseconds UTC; so are all times"
    case changedAt = "changed_at INTEGER NOT NULL -- when it was last declared or widened"
    case closedAt = "closed_at INTEGER -- NULL while it goes on"
    case closedBy = "closed_by INTEGER -- position of the event that closed it"

    static let table = "incident_row"
    static let rowKey: [Self] = [.number]
    static let upsert = "ON CONFLICT (number) DO UPDATE SET level = excluded.level, changed_at = excluded.changed_at"
}

/// The columns of the cases that were named to incidents.
enum IncidentCaseColumn: String, TableColumn {
    case incident = "incident INTEGER NOT NULL"
    case caseNumber = "case_number INTEGER NOT NULL -- as it was named; it may go on in another by now"
    case since = "since INTEGER NOT NULL"
    case position = "position INTEGER NOT NULL -- of the event that named it"

    static let table = "incident_case_row"
    static let rowKey: [Self] = [.incident, .caseNumber]
    static let insert = "INSERT OR IGNORE"
}

/// The read model of incidents: which were declared, how grave they are, which cases they hold and when they were over.
package final class IncidentProjector: Projector {
    package static let name = "incidents"
    package static let version: Int64 = 1

    package static let tables: [TableDefinition] = [IncidentColumn.definition(), IncidentCaseColumn.definition()]

    private let target: ProjectionTarget

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        switch event {
        case .incidentDeclared(let event): try declare(event, moment)
        case .incidentClosed(let event):
            let statement = try target.statement(
                "UPDATE incident_row_{slot} SET closed_at = ?2, closed_by = ?3 WHERE number = ?1")
            statement.bind(1, event.incident)
            statement.bind(2, moment.occurredAt.microseconds)
            statement.bind(3, moment.position.rawValue)
            try statement.run()
        default: return
        }
    }

    private func declare(_ event: IncidentDeclared, _ moment: EventMoment) throws {
        let incident = try target.writer(of: IncidentColumn.self)
        incident.set(.number, event.incident)
        incident.set(.position, moment.position)
        incident.set(.detectedBy, event.trigger)
        incident.set(.level, event.level)
        incident.set(.declaredAt, moment.occurredAt)
        incident.set(.changedAt, moment.occurredAt)
        incident.setNull(.closedAt, .closedBy)
        try incident.write()
        for number in event.cases {
            let member = try target.writer(of: IncidentCaseColumn.self)
            member.set(.incident, event.incident)
            member.set(.caseNumber, number.rawValue)
            member.set(.since, moment.occurredAt)
            member.set(.position, moment.position)
            try member.write()
        }
    }

    /// Every incident there was, in order. O(incidents + their cases).
    package func incidents() throws -> [Incident] { try IncidentRows(target).incidents() }

    package func flush() {}
    package func discard() {}
}

/// What is asked of the incidents. There are few.
package struct IncidentRows {
    private let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    fileprivate init(_ target: ProjectionTarget) { self.target = target }

    private static let incidents = Query("SELECT \(IncidentColumn.list()) FROM incident_row_{slot} ORDER BY number")
    private static let cases = Query(
        "SELECT \(IncidentCaseColumn.list()) FROM incident_case_row_{slot} ORDER BY incident, case_number")

    /// Every incident there was, in order. A walk along both tables, O(incidents + their cases).
    package func incidents() throws -> [Incident] {
        let (rows, members) = (try target.statement(Self.incidents), try target.statement(Self.cases))
        defer {
            rows.reset()
            members.reset()
        }
        let (incident, member) = (Row<IncidentColumn>(statement: rows), Row<IncidentCaseColumn>(statement: members))
        var cases: [Int64: [Incident.Member]] = [:]
        while try members.step() {
            cases[member.int64(.incident), default: []].append(
                Incident.Member(
                    CaseNumber(member.int64(.caseNumber)), since: Timestamp(microseconds: member.int64(.since))))
        }
        var incidents: [Incident] = []
        while try rows.step() {
            let number: Int64 = incident.int64(.number)
            incidents.append(
                Incident(
                    number: number, position: Position(incident.int64(.position)),
                    trigger: incident.optionalString(.detectedBy), level: incident.int64(.level),
                    cases: cases[number] ?? [], declaredAt: Timestamp(microseconds: incident.int64(.declaredAt)),
                    changedAt: Timestamp(microseconds: incident.int64(.changedAt)),
                    closedAt: incident.time(.closedAt)))
        }
        return incidents
    }

    /// Whether a case was ever named to an incident. A scan of the cases of incidents.
    package func names(_ number: CaseNumber) throws -> Bool {
        let statement = try target.statement("SELECT 1 FROM incident_case_row WHERE case_number = ?1 LIMIT 1")
        defer { statement.reset() }
        statement.bind(1, number.rawValue)
        return try statement.step()
    }
}
