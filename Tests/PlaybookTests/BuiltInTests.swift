import CaseModel
import Playbook
import Testing

@Suite("The built-in playbooks")
struct BuiltInTests {
    @Test("are proved by the checker", arguments: BuiltInPlaybook.allCases)
    func proved(_ builtIn: BuiltInPlaybook) throws {
        let playbook = try builtIn.playbook()
        #expect(playbook.name == builtIn.rawValue)
        #expect(PlaybookCheck(playbook).findings.map { $0.sentence(in: playbook) } == [])
    }
}
