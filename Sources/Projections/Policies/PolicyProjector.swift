package import CaseModel
package import EventStore
internal import SQLite

/// The columns of the versions of policies that were adopted.
enum PolicyColumn: String, TableColumn {
    case position = "position INTEGER PRIMARY KEY -- of the adopting event; its content has the text"
    case kind = "kind TEXT NOT NULL -- playbook, calendar, service-level, taxonomy"
    case name = "name TEXT NOT NULL"
    case version = "version TEXT NOT NULL -- as the policy itself says it"
    case sha256 = "sha256 TEXT NOT NULL -- of the text"
    case effectiveFrom = "effective_from INTEGER NOT NULL -- cases that open from here on run under it"

    static let table = "policy_row"
    static let rowKey: [Self] = [.position]
}

/// The read model of policies: every version that was adopted, by kind.
package final class PolicyProjector: Projector {
    package static let name = "policies"
    package static let version: Int64 = 1

    package static let tables: [TableDefinition] = [PolicyColumn.definition()]

    private let target: ProjectionTarget

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        guard let (kind, policy) = event.adoption else { return }
        let row = try target.writer(of: PolicyColumn.self)
        row.set(.position, moment.position)
        row.set(.kind, kind.rawValue)
        row.set(.name, policy.name)
        row.set(.version, policy.version)
        row.set(.sha256, policy.sha256)
        row.set(.effectiveFrom, policy.effectiveFrom)
        try row.write()
    }

    /// Every version that was adopted, in order. O(versions).
    package func adopted() throws -> [AdoptedPolicy] { try PolicyRows(target).adopted() }

    package func flush() {}
    package func discard() {}
}

/// What is asked of the policies.
package struct PolicyRows {
    private let target: ProjectionTarget

    package init(_ store: EventStore) { target = ProjectionTarget(viewsOf: store) }

    fileprivate init(_ target: ProjectionTarget) { self.target = target }

    private static let all = Query("SELECT \(PolicyColumn.list()) FROM policy_row_{slot} ORDER BY position")

    /// Every version that was adopted, in order; kinds of a newer program are left out. O(versions): few.
    package func adopted() throws -> [AdoptedPolicy] {
        let statement = try target.statement(Self.all)
        defer { statement.reset() }
        let row = Row<PolicyColumn>(statement: statement)
        var adopted: [AdoptedPolicy] = []
        while try statement.step() {
            guard let kind = PolicyKind(rawValue: row.string(.kind)) else { continue }
            adopted.append(
                AdoptedPolicy(
                    position: Position(row.int64(.position)), kind: kind,
                    policy: PolicyVersion(
                        name: row.string(.name), version: row.string(.version), sha256: row.string(.sha256),
                        effectiveFrom: Timestamp(microseconds: row.int64(.effectiveFrom)))))
        }
        return adopted
    }
}
