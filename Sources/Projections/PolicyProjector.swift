package import CaseModel
package import SQLite

/// The read model of policies: every version that was adopted, by kind.
package final class PolicyProjector: Projector {
    package static let name = "policies"
    package static let version: Int64 = 1

    package static var tables: [TableDefinition] {
        [
            TableDefinition(
                name: "policy_row",
                create: """
                    CREATE TABLE policy_row_{slot} (
                        position       INTEGER PRIMARY KEY,  -- of the adopting event; its content has the text
                        kind           TEXT    NOT NULL,     -- playbook, calendar, service-level, taxonomy
                        name           TEXT    NOT NULL,
                        version        TEXT    NOT NULL,     -- as the policy itself says it
                        sha256         TEXT    NOT NULL,     -- of the text
                        effective_from INTEGER NOT NULL      -- cases that open from here on run under it
                    ) STRICT
                    """,
                indexes: [], key: ["position"])
        ]
    }

    private let target: ProjectionTarget

    package init(target: ProjectionTarget) { self.target = target }

    package func apply(_ event: Event, in stream: StreamName, _ moment: EventMoment) throws {
        guard let (kind, policy) = event.adoption else { return }
        let statement = try target.statement(
            """
            INSERT INTO policy_row_{slot} (position, kind, name, version, sha256, effective_from)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            """)
        statement.bind(1, moment.position.rawValue)
        statement.bind(2, kind.rawValue)
        statement.bind(3, policy.name)
        statement.bind(4, policy.version)
        statement.bind(5, policy.sha256)
        statement.bind(6, policy.effectiveFrom.microseconds)
        try statement.run()
    }

    /// Every version that was adopted, in order. O(versions).
    package func adopted() throws -> [AdoptedPolicy] {
        try PolicyProjector.read(
            target.statement(
                "SELECT position, kind, name, version, sha256, effective_from FROM policy_row_{slot} ORDER BY position"
            ))
    }

    /// The rows of a statement that selects the table's columns in their order; kinds of a newer program are left out.
    package static func read(_ statement: Statement) throws(SQLiteError) -> [AdoptedPolicy] {
        defer { statement.reset() }
        var adopted: [AdoptedPolicy] = []
        while try statement.step() {
            guard let kind = PolicyKind(rawValue: statement.string(1)) else { continue }
            adopted.append(
                AdoptedPolicy(
                    position: Position(statement.int64(0)), kind: kind,
                    policy: PolicyVersion(
                        name: statement.string(2), version: statement.string(3), sha256: statement.string(4),
                        effectiveFrom: Timestamp(microseconds: statement.int64(5)))))
        }
        return adopted
    }

    package func flush() {}
    package func discard() {}
}
