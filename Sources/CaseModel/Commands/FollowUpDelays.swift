/// How long after the end of a case, or after guidance, a follow-up is due by default, in microseconds (S9, S18). From
/// the playbook.
package struct FollowUpDelays: Hashable, Sendable {
    package var solved: Int64
    /// Not solved, or partly.
    package var notSolved: Int64
    package var dismissed: Int64
    package var guided: Int64

    package init(solved: Int64, notSolved: Int64, dismissed: Int64, guided: Int64) {
        self.solved = solved
        self.notSolved = notSolved
        self.dismissed = dismissed
        self.guided = guided
    }

    /// Seven days each, if there is no playbook.
    package static let week: FollowUpDelays = {
        let week: Int64 = 7 * 86_400_000_000
        return FollowUpDelays(solved: week, notSolved: week, dismissed: week, guided: week)
    }()
}
