/// A planned check on a case (S18).
package struct FollowUp: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        case open
        case done(FollowUpFinding, at: Timestamp)
        case cancelled(at: Timestamp)
    }

    package var number: Int64
    package var due: Timestamp
    package var purpose: FollowUpPurpose
    /// The episode in which it was planned.
    package var episode: Int64
    package var state: State
    /// Whether it was scheduled automatically when the case ended.
    package var isUsual = false
}
