import CaseModel
import Testing

@Suite("Policies")
struct PolicyTests {
    private func version(_ name: String, _ version: String, sha: String, from seconds: Int64) -> PolicyVersion {
        PolicyVersion(name: name, version: version, sha256: sha, effectiveFrom: Timestamp(seconds: seconds))
    }

    private func adopted(_ position: Int64, _ kind: PolicyKind, sha: String, from seconds: Int64) -> AdoptedPolicy {
        AdoptedPolicy(
            position: Position(position), kind: kind, policy: version("ours", "\(position)", sha: sha, from: seconds))
    }

    @Test("a case runs under the version that came into force last before it opened, of its kind")
    func inForce() {
        let all: [AdoptedPolicy] = [
            adopted(1, .playbook, sha: "a", from: 10), adopted(2, .calendar, sha: "b", from: 20),
            adopted(3, .playbook, sha: "c", from: 30), adopted(4, .playbook, sha: "d", from: 15),
            adopted(5, .playbook, sha: "e", from: 30),
        ]
        func position(_ kind: PolicyKind, _ seconds: Int64) -> Int64? {
            all.inForce(kind, at: Timestamp(seconds: seconds))?.position.rawValue
        }
        #expect(position(.playbook, 9) == nil)
        #expect(position(.playbook, 10) == 1)
        #expect(position(.playbook, 15) == 4)
        #expect(position(.playbook, 29) == 4)
        #expect(position(.playbook, 30) == 5)
        #expect(position(.calendar, 100) == 2)
        #expect(position(.serviceLevel, 100) == nil)
    }

    @Test("adopting is an event of the book with the text as its content")
    func adopting() throws {
        let policy = version("ours", "1", sha: "a", from: 50)
        let decision = try PolicyDecider.adopt(.taxonomy, policy, text: "codes", after: [], at: Timestamp(seconds: 40))
        #expect(
            decision
                == Decision(
                    .book, .taxonomyAdopted(TaxonomyAdopted(policy: policy)), at: Timestamp(seconds: 40),
                    content: Content(note: "codes")))
    }

    @Test("what is in force already is not adopted again, but may come back later")
    func already() throws {
        let first = adopted(1, .playbook, sha: "a", from: 10)
        let refusal = #expect(throws: Refusal.self) {
            try PolicyDecider.adopt(
                .playbook, version("ours", "1", sha: "a", from: 20), text: "", after: [first],
                at: Timestamp(seconds: 20))
        }
        #expect(refusal?.code == .nothingChanged)
        #expect(
            refusal?.description
                == "playbook ours 1 is in force then already (event 1); there is nothing to record")
        let second = adopted(2, .playbook, sha: "b", from: 15)
        _ = try PolicyDecider.adopt(
            .playbook, version("ours", "1", sha: "a", from: 20), text: "", after: [first, second],
            at: Timestamp(seconds: 20))
    }

    @Test("a version's name stands for one text")
    func versionTaken() {
        let refusal = #expect(throws: Refusal.self) {
            try PolicyDecider.adopt(
                .playbook, version("ours", "1", sha: "z", from: 20), text: "",
                after: [adopted(1, .playbook, sha: "a", from: 10)], at: Timestamp(seconds: 20))
        }
        #expect(refusal?.code == .versionTaken)
        #expect(
            refusal?.description
                == "playbook ours 1 was adopted before with another text (event 1); give the new text a new version")
    }
}
