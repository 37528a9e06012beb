/// A promise to look again at a case (S18).
package struct FollowUp: Hashable, Sendable {
    /// How it stands.
    package enum State: Hashable, Sendable {
        case open
        case done(FollowUpFinding, at: Timestamp)
        case cancelled(at: Timestamp)
    }

    package var number: Int64
    package var due: Timestamp
    package var purpose: FollowUpPurpose
    /// The episode it was planned in.
    package var episode: Int64
    package var state: State
    /// Whether it came with the end of the case by itself.
    package var isUsual = false
}
