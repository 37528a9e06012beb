internal import CaseModel
internal import Playbook

extension CaseDesk {
    /// The playbook that a case runs under. What an audit tells does not depend on it: where it can't be read any more,
    /// rules are told by their ids alone.
    ///
    /// - Throws: `DeskError` when the store can't be read.
    func playbook(of state: CaseState) throws -> Playbook? {
        do {
            let shelf = try PolicyShelf(policyHistory())
            let opening: Timestamp = CaseSummary(of: state).openedAt ?? .distantPast
            return shelf.playbooks[shelf.playbookIndex(at: opening)].playbook
        } catch DeskError.input {
            return nil
        }
    }
}
