import CaseModel
import EventStore
import Projections
import TestSupport
import Testing

@Suite("The rows of persons, of waiting messages and of policies")
struct OtherProjectorTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger(folder.file("a.db"))
    }

    private func ask<R>(_ question: (ProjectionSet) throws -> R) throws -> R {
        try ledger.store.write { try question(ledger.engine.current($0)) }
    }

    @Test("a person has a row, whose accounts are counted")
    func persons() throws {
        try ledger.record(.identify(1, account: 1), .identify(2, account: 2), .identify(1, account: 3))
        let assessed = AuthorAssessed(assessment: .customer, evidence: [], expires: nil)
        try ledger.record(Decision(.person(PersonNumber(2)), .authorAssessed(assessed), at: Timestamp(seconds: 1)))
        #expect(
            try ledger.rows() == [
                "person_row number=1 channel=twitter identities=2 identified_at=1 position=3 nobody=0 retracted_at=NULL",
                "person_row number=2 channel=twitter identities=1 identified_at=2 position=4 nobody=0 retracted_at=NULL",
                "author_row position=4 person=2 at=1000000 assessment=customer expires=NULL",
            ])
        #expect(try ask { try $0.persons.lastNumber() } == PersonNumber(2))
        ledger.startAnew()
        #expect(try ask { try $0.persons.lastNumber() } == PersonNumber(2))
    }

    @Test("links are followed to the last person; unlinking takes along whoever is linked below")
    func links() throws {
        try ledger.record([1, 2, 3, 4].map { Decision.identify($0, account: UInt64($0)) })
        func principals() throws -> [Int64] {
            try ask { set throws in
                try [1, 2, 3, 4].map { try set.persons.principal(of: PersonNumber($0)).rawValue }
            }
        }
        try ledger.record(Decision.link(3, to: 2))
        try ledger.record(Decision.link(4, to: 3))
        #expect(try principals() == [1, 2, 2, 2])
        try ledger.record(Decision.link(2, to: 1))
        #expect(try principals() == [1, 1, 1, 1])
        #expect(try ledger.check() == [])
        try ledger.record(Decision.unlink(3, from: 2))
        #expect(try principals() == [1, 1, 3, 3])
        try ledger.record(Decision.unlink(4, from: 3))
        try ledger.record(Decision.unlink(2, from: 1))
        #expect(try principals() == [1, 2, 3, 4])
        #expect(try ledger.check() == [])
    }

    @Test("a message waits until its parent comes, and keeps its row afterwards")
    func waiting() throws {
        try ledger.record(.wait(5, parent: 1, at: 1), .wait(4, parent: 1, at: 2), .wait(6, parent: nil, at: 3))
        try ask { set throws in
            #expect(try set.waiting.waiting(for: .sample(1)).map(\.key) == [.sample(5), .sample(4)])
            #expect(try set.waiting.waiting(for: .sample(9)) == [])
            let alone: WaitingProjector.Row = try #require(try set.waiting.row(.sample(6)))
            #expect(alone.key == .sample(6))
            #expect(alone.parent == nil)
            #expect(alone.position == Position(3))
            #expect(alone.caseNumber == nil)
            #expect(try set.waiting.row(.sample(1)) == nil)
        }
        try ledger.record(.open(7, person: 1, root: 1), .mention(1, in: 7, at: 0), .attach(5, awaited: 1, to: 7, at: 1))
        try ask { set throws in
            #expect(try set.waiting.waiting(for: .sample(1)).map(\.key) == [.sample(4)])
            let attached: WaitingProjector.Row = try #require(try set.waiting.row(.sample(5)))
            #expect(attached.parent == .sample(1))
            #expect(attached.position == Position(1))
            #expect(attached.caseNumber == CaseNumber(7))
        }
        #expect(
            try ledger.rows().filter { $0.hasPrefix("waiting_row") } == [
                "waiting_row key=0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.4 parent=0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1 position=2 "
                    + "case_number=NULL attached_at=NULL",
                "waiting_row key=0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.5 parent=0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.1 position=1 "
                    + "case_number=7 attached_at=6",
                "waiting_row key=0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6 parent=NULL position=3 case_number=NULL "
                    + "attached_at=NULL",
            ])
    }

    @Test("each version of a policy that was adopted has a row")
    func policies() throws {
        let first = PolicyVersion(name: "ours", version: "1", sha256: "aa", effectiveFrom: Timestamp(seconds: 5))
        let level = PolicyVersion(name: "fast", version: "2", sha256: "bb", effectiveFrom: Timestamp(seconds: 1))
        try ledger.record(
            Decision(.book, PolicyKind.playbook.adoption(of: first), at: Timestamp(seconds: 1)),
            Decision(.book, PolicyKind.serviceLevel.adoption(of: level), at: Timestamp(seconds: 2)))
        #expect(
            try ledger.rows() == [
                "policy_row position=1 kind=playbook name=ours version=1 sha256=aa effective_from=5000000",
                "policy_row position=2 kind=service-level name=fast version=2 sha256=bb effective_from=1000000",
            ])
        let adopted: [AdoptedPolicy] = try ask { try $0.policies.adopted() }
        #expect(
            adopted == [
                AdoptedPolicy(position: Position(1), kind: .playbook, policy: first),
                AdoptedPolicy(position: Position(2), kind: .serviceLevel, policy: level),
            ])
    }

    @Test("an incident has a row, and one for each of its cases; widened it keeps its number, closed it says when")
    func incidents() throws {
        func declare(_ incident: Int64, _ level: Int64, _ cases: [Int64], by trigger: String? = nil, at: Int64)
            -> Decision
        {
            let event = IncidentDeclared(
                incident: incident, trigger: trigger, level: level, cases: cases.map(CaseNumber.init))
            return Decision(.book, .incidentDeclared(event), at: Timestamp(seconds: at))
        }
        try ledger.record(
            declare(1, 2, [4, 3], by: "topic-surge", at: 10), declare(2, 1, [5], at: 11),
            declare(1, 3, [3, 6], at: 20),
            Decision(.book, .incidentClosed(IncidentClosed(incident: 2)), at: Timestamp(seconds: 30)))
        #expect(
            try ledger.rows() == [
                "incident_row number=1 position=1 detected_by=topic-surge level=3 declared_at=10000000 "
                    + "changed_at=20000000 closed_at=NULL closed_by=NULL",
                "incident_row number=2 position=2 detected_by=NULL level=1 declared_at=11000000 changed_at=11000000 "
                    + "closed_at=30000000 closed_by=4",
                "incident_case_row incident=1 case_number=3 since=10000000 position=1",
                "incident_case_row incident=1 case_number=4 since=10000000 position=1",
                "incident_case_row incident=1 case_number=6 since=20000000 position=3",
                "incident_case_row incident=2 case_number=5 since=11000000 position=2",
            ])
        let incidents: [Incident] = try ask { try $0.incidents.incidents() }
        #expect(
            incidents == [
                Incident(
                    number: 1, position: Position(1), trigger: "topic-surge", level: 3,
                    cases: [3, 4].map { Incident.Member(CaseNumber($0), since: Timestamp(seconds: 10)) }
                        + [Incident.Member(CaseNumber(6), since: Timestamp(seconds: 20))],
                    declaredAt: Timestamp(seconds: 10), changedAt: Timestamp(seconds: 20)),
                Incident(
                    number: 2, position: Position(2), trigger: nil, level: 1,
                    cases: [Incident.Member(CaseNumber(5), since: Timestamp(seconds: 11))],
                    declaredAt: Timestamp(seconds: 11), closedAt: Timestamp(seconds: 30)),
            ])
        #expect(try ledger.check() == [])
    }
}
