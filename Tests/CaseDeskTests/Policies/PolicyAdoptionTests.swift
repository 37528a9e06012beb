import CaseDesk
import CaseModel
import Playbook
import Testing

@Suite("Adopting policies")
struct PolicyAdoptionTests {
    private let desk: TestDesk
    private let eva = Actor(.human, "eva")

    init() throws { desk = try TestDesk() }

    @Test("the text is kept with its hash, and found for the cases that open under it")
    func adopting() throws {
        let adopted = try desk.desk.adopt(.taxonomy, name: "codes", version: "7", text: "abc", by: eva).adopted
        // SHA-256 of "abc" (FIPS 180-4, appendix).
        #expect(adopted.policy.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(adopted.policy.effectiveFrom == desk.clock.now)
        let history = try desk.desk.policies()
        #expect(history.adopted == [adopted])
        #expect(history.texts == [adopted.position: "abc"])
        #expect(history.inForce(.taxonomy, at: desk.clock.now) == adopted)
        #expect(history.inForce(.taxonomy, at: Timestamp(microseconds: desk.clock.now.microseconds - 1)) == nil)
        #expect(history.inForce(.playbook, at: desk.clock.now) == nil)
        #expect(try desk.differences() == [])
    }

    @Test("what was in force is told as of any moment")
    func past() throws {
        try desk.desk.adopt(.calendar, name: "office", version: "1", text: "one", by: eva)
        let before: Timestamp = desk.clock.now
        desk.clock.advance(hours: 24)
        try desk.desk.adopt(.calendar, name: "office", version: "2", text: "two", by: eva)
        #expect(try desk.desk.policies(.asOf(before)).adopted.map(\.policy.version) == ["1"])
        #expect(try desk.desk.policies().adopted.map(\.policy.version) == ["1", "2"])
        #expect(try desk.desk.policies().inForce(.calendar, at: before)?.policy.version == "1")
    }

    @Test("a playbook that the checker finds something against is not adopted, and nothing is written")
    func unproven() throws {
        let builtIn: String = BuiltInPlaybook.communityManager.yaml
        let gap: String = builtIn.replacing("when: {echo: \"no\"}", with: "when: {echo: \"yes\"}")
        let error = #expect(throws: DeskError.self) {
            try desk.desk.adoptPlaybook(gap, source: "mine.yaml", by: eva)
        }
        let sentence: String = try #require(error).description
        #expect(sentence.contains("table T1.1: a gap, no rule matches echo: no"), "\(sentence)")
        #expect(throws: DeskError.self) { try desk.desk.adoptPlaybook("tables: [", source: "mine.yaml", by: eva) }
        #expect(try desk.types() == [])
        #expect(
            try desk.desk.adoptPlaybook(builtIn, source: "mine.yaml", by: eva).adopted.policy.name
                == "community-manager")
        #expect(try desk.types() == ["PlaybookAdopted"])
    }
}
