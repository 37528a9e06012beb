/// How long after an end, or after guidance, somebody looks again where the command doesn't say (S9, S18). The house's
/// playbook sets it.
package struct FollowUpDelays: Hashable, Sendable {
    /// Microseconds from the command's time, each.
    package var solved: Int64
    /// Where it was not solved, or only partly.
    package var notSolved: Int64
    package var dismissed: Int64
    package var guided: Int64

    package init(solved: Int64, notSolved: Int64, dismissed: Int64, guided: Int64) {
        self.solved = solved
        self.notSolved = notSolved
        self.dismissed = dismissed
        self.guided = guided
    }

    /// Seven days each, for when no playbook is at hand.
    package static let week: FollowUpDelays = {
        let week: Int64 = 7 * 86_400_000_000
        return FollowUpDelays(solved: week, notSolved: week, dismissed: week, guided: week)
    }()
}
