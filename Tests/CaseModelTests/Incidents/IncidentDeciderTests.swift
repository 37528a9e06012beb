import CaseModel
import Testing

@Suite("Incidents")
struct IncidentDeciderTests {
    private let first = Given(number: CaseNumber(7), .mention(1, at: 10)).state
    private let second = Given(number: CaseNumber(9), .mention(2, at: 10)).state
    private let third = Given(number: CaseNumber(8), .mention(3, at: 10)).state

    private func incident(_ number: Int64, _ cases: [Int64], closedAt: Int64? = nil) -> Incident {
        Incident(
            number: number, position: Position(1), trigger: nil, level: 2,
            cases: cases.map { Incident.Member(CaseNumber($0), since: minute(50)) }, declaredAt: minute(50),
            closedAt: closedAt.map(minute))
    }

    private func refusal(_ body: () throws -> Decision) -> Refusal? {
        do {
            _ = try body()
            return nil
        } catch {
            return error as? Refusal
        }
    }

    private func declare(
        _ cases: [CaseState], level: Int64 = 2, trigger: String? = nil, after incidents: [Incident] = []
    ) throws -> Decision {
        try IncidentDecider.declare(
            cases, level: level, trigger: trigger, note: nil, after: incidents, CommandContext(at: minute(100)))
    }

    private func widen(
        _ number: Int64, _ cases: [CaseState], level: Int64? = nil, after incidents: [Incident], at: Int64 = 100
    ) throws -> Decision {
        try IncidentDecider.widen(
            number, by: cases, level: level, note: nil, after: incidents, CommandContext(at: minute(at)))
    }

    private func close(_ number: Int64, after incidents: [Incident], at: Int64 = 100) throws -> Decision {
        try IncidentDecider.close(number, note: nil, after: incidents, CommandContext(at: minute(at)))
    }

    @Test("declaring records one event in the stream book, with the next number and the cases sorted and unique")
    func declared() throws {
        let decision = try IncidentDecider.declare(
            [second, first, second], level: 3, trigger: "topic-surge", note: "cards are refused",
            after: [incident(4, [7], closedAt: 60)],
            CommandContext(at: minute(100), rule: "T6.1", override: "nobody else saw it"))
        expectSame(
            decision,
            Decision(
                .book,
                .incidentDeclared(
                    IncidentDeclared(
                        incident: 5, trigger: "topic-surge", level: 3, cases: [CaseNumber(7), CaseNumber(9)])),
                at: minute(100), content: Content(note: "cards are refused", override: "nobody else saw it"),
                rule: "T6.1"))
    }

    @Test("an incident has at least one case, a level from 1 to 4, and a code as its trigger")
    func malformed() {
        #expect(refusal { try declare([]) }?.code == .needsCase)
        #expect(refusal { try declare([first], level: 0) }?.code == .badLevel)
        #expect(refusal { try declare([first], level: 5) }?.code == .badLevel)
        #expect(refusal { try declare([first], trigger: "Many people!") }?.code == .badName)
        #expect(refusal { try widen(1, [second], level: 5, after: [incident(1, [7])]) }?.code == .badLevel)
    }

    @Test("a case is in one open incident at a time")
    func once() throws {
        #expect(
            refusal { try declare([second, first], after: [incident(1, [7])]) }?.description
                == "case 7 is in incident 1, which is open; widen incident 1 by the other cases, or close it first")
        #expect(
            refusal { try widen(2, [first], after: [incident(1, [7]), incident(2, [9])]) }?.description
                == "case 7 is in incident 1, which is open too; close one of the two first")
        #expect(refusal { try declare([first], after: [incident(1, [7], closedAt: 60)]) } == nil)
    }

    @Test("widening records only new cases and a changed level; without either it is refused")
    func widened() throws {
        let incidents: [Incident] = [incident(1, [7, 9])]
        #expect(
            try widen(1, [first, third], after: incidents).event
                == .incidentDeclared(
                    IncidentDeclared(
                        incident: 1, trigger: nil, level: 2, cases: [CaseNumber(8)], isWidened: true)))
        #expect(
            try widen(1, [], level: 4, after: incidents).event
                == .incidentDeclared(IncidentDeclared(incident: 1, trigger: nil, level: 4, cases: [], isWidened: true)))
        #expect(
            refusal { try widen(1, [first], level: 2, after: incidents) }?.description
                == "incident 1 has these cases and level 2 already; there is nothing to record")
    }

    @Test("a closed incident is not widened or closed again, and an unknown number is refused with the open ones")
    func over() throws {
        let incidents: [Incident] = [incident(1, [7], closedAt: 60), incident(2, [9]), incident(3, [8])]
        #expect(try close(2, after: incidents).event == .incidentClosed(IncidentClosed(incident: 2)))
        #expect(
            refusal { try close(1, after: incidents) }?.description
                == "incident 1 is closed; if the trouble is back, declare a new one with the cases it has now")
        #expect(refusal { try widen(1, [first], after: incidents) }?.code == .incidentClosed)
        #expect(refusal { try close(5, after: incidents) }?.description == "there is no incident 5; open: 2, 3")
        #expect(refusal { try close(5, after: []) }?.description == "there is no incident 5; none is open")
    }

    @Test("nothing is recorded of an incident before it was declared")
    func tooEarly() {
        #expect(refusal { try close(1, after: [incident(1, [7])], at: 49) }?.code == .outOfOrder)
        #expect(refusal { try widen(1, [second], after: [incident(1, [7])], at: 49) }?.code == .outOfOrder)
    }
}
