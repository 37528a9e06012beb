internal import CaseModel
internal import Playbook

extension CaseDesk {
    /// Whoever says which rule advised a command names one that is there: the log would keep a slip for ever.
    ///
    /// - Parameter state: the case, which keeps the playbook in force when it opened; nil where the command is about no one
    ///   case, and any of the house's playbooks may have the rule.
    func refuseUnknownRule(_ context: CommandContext, of state: CaseState? = nil) throws {
        guard let rule = context.rule else { return }
        let shelf: PolicyShelf
        // What can't be read any more refuses nobody's work.
        do { shelf = try self.shelf() } catch DeskError.input { return }
        let playbooks: [Playbook]
        if let state {
            playbooks = [shelf.playbook(of: state, context)]
        } else {
            playbooks = shelf.playbooks.map(\.playbook)
        }
        if playbooks.contains(where: { $0.rule(rule) != nil }) { return }
        guard let playbook = playbooks.last else { return }
        let runs: String = state.map { ", under which case \($0.number) runs," } ?? ""
        let near: [String] = playbook.rules(near: rule)
        throw Refusal(
            .noSuchRule, state?.number,
            "playbook \(playbook.name) \(playbook.version)\(runs) has no such rule; "
                + (near.isEmpty
                    ? "its tables are \(playbook.tables.map(\.id).joined(separator: ", "))"
                    : "it has \(near.joined(separator: ", "))")
                + ": `cmcase playbook show` tells what they say")
    }

    /// When somebody looks again by the playbook that the case runs under; asked only where the command leaves it open.
    func followUpDelays(
        _ command: CaseCommand, _ state: CaseState, _ context: CommandContext
    ) throws -> FollowUpDelays {
        switch command {
        case .resolve(_, _, _, _, _, .usual), .dismiss(_, _, .usual), .guide(_, nil): break
        default: return .week
        }
        let shelf: PolicyShelf
        // What can't be read any more refuses nobody's work.
        do { shelf = try self.shelf() } catch DeskError.input { return .week }
        let parameters: PlaybookParameters = shelf.playbook(of: state, context).parameters
        return FollowUpDelays(
            solved: parameters[.evolution], notSolved: parameters[.sooner], dismissed: parameters[.recurrence],
            guided: parameters[.guidance])
    }

    /// The policies of the house, read anew only where one was adopted since. Many commands of a file name rules.
    func shelf() throws -> PolicyShelf {
        let history: PolicyHistory = try policyHistory()
        if let known = shelfKept, known.adopted == history.adopted { return known.shelf }
        let shelf = try PolicyShelf(history)
        shelfKept = (history.adopted, shelf)
        return shelf
    }
}

extension PolicyShelf {
    /// The playbook that was in force when a case opened.
    fileprivate func playbook(of state: CaseState, _ context: CommandContext) -> Playbook {
        playbooks[playbookIndex(at: CaseSummary(of: state).openedAt ?? context.at)].playbook
    }
}

extension Playbook {
    /// The rules of the table that a misspelt rule seems to be of; none where it names no table.
    fileprivate func rules(near rule: String) -> [String] {
        let table: String = rule.uppercased().split(separator: ".").first.map(String.init) ?? ""
        return rules.map(\.id).filter { $0 == table || $0.hasPrefix(table + ".") }
    }
}
