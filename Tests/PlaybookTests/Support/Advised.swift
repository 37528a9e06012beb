import CaseModel
import Playbook

/// A situation said by what differs from a new mention in public, and what a playbook advises in it.
struct Advised {
    let playbook: Playbook

    init(_ builtIn: BuiltInPlaybook = .communityManager) throws { playbook = try builtIn.playbook() }

    /// Each advice in one line: `T4.4.1 acknowledge public brand by acknowledgement`.
    func lines(_ change: (inout Situation) -> Void) -> [String] {
        var situation = Situation()
        change(&situation)
        return playbook.advise(situation).map(line)
    }

    func line(_ advice: Advice) -> String {
        var words: [String] = [playbook.rules[advice.rule].id, advice.action.rawValue]
        if let visibility = advice.visibility { words.append(visibility.rawValue) }
        if let issue = advice.issue { words.append(issue.rawValue) }
        if advice.clock != .none { words.append("by \(advice.clock.rawValue)") }
        return words.joined(separator: " ")
    }

    /// The rules on the way to the first advice.
    func path(_ change: (inout Situation) -> Void) -> [String] {
        var situation = Situation()
        change(&situation)
        return playbook.advise(situation).first?.path.members.map { playbook.rules[$0].id } ?? []
    }
}
