import CaseDesk
import CaseModel
import Testing

@Suite("The rule that a command names")
struct UnknownRuleTests {
    private func refusal(_ desk: TestDesk, _ line: String) throws -> Refusal? {
        guard case .refused(let refusal) = try desk.apply(line)[0].result else { return nil }
        return refusal
    }

    @Test("is one of the case's playbook, or the command is refused with those that are near")
    func ofTheCase() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1"))
        let refusal = try #require(try refusal(desk, #"{"do":"tag","case":1,"tag":"a","rule":"t7.9"}"#))
        #expect(refusal.code == .noSuchRule)
        #expect(
            refusal.description
                == "playbook community-manager 1, under which case 1 runs, has no such rule; it has T7.1, T7.2, T7.3, T7.4: "
                + "`cmcase playbook show` tells what they say")
        #expect(try self.refusal(desk, #"{"do":"tag","case":1,"tag":"a","rule":"T7.1"}"#) == nil)
        #expect(try self.refusal(desk, #"{"do":"assess-author","person":1,"as":"customer","rule":"X"}"#) != nil)
        #expect(try self.refusal(desk, #"{"do":"declare-incident","cases":[1],"level":1,"rule":"X"}"#) != nil)
        #expect(
            try self.refusal(
                desk, #"{"do":"capture","channel":"t","id":"1","author":"a","text":"b","rule":"X"}"#) != nil)
    }
}
