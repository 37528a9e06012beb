/// The state that follows from decisions alone. `CaseStatus` refines it by who wrote last.
package enum Lifecycle: Hashable, Sendable {
    case open
    case resolved(Outcome, Solved, at: Timestamp)
    case dismissed(DismissalGround, at: Timestamp)
    /// No longer monitored. `endedAt` is when it was resolved or dismissed.
    case closed(at: Timestamp, endedAt: Timestamp)

    /// When the episode was resolved or dismissed; nil while the case is open. Closing doesn't change it.
    package var endedAt: Timestamp? {
        switch self {
        case .open: nil
        case .resolved(_, _, let at), .dismissed(_, let at), .closed(_, let at): at
        }
    }

    /// When the case was closed.
    package var closedAt: Timestamp? {
        if case .closed(let at, _) = self { at } else { nil }
    }

    /// When the last decision ended it: closed, else resolved or dismissed; nil while it is open.
    package var endedOrClosedAt: Timestamp? { closedAt ?? endedAt }
}

/// A case from its opening or a reopening to its end.
package struct Episode: Hashable, Sendable {
    package var number: Int64
    /// When it was reopened; nil for the first, which starts with the first mention.
    package var reopenedAt: Timestamp?
    /// The trigger of the reopening; nil for the first.
    package var reopenedBecause: ReopeningTrigger?
    /// The issues resolved so far; both if the case was resolved as a whole.
    package var resolvedIssues: TargetSet = []
    /// When the last open issue, or the whole case, was resolved.
    package var resolvedAt: Timestamp?
    /// The worst outcome of the issues resolved so far.
    package var outcome: Outcome?
    /// The least solved of the issues resolved so far.
    package var solved: Solved?
    /// The ground of its dismissal; kept when the case is closed.
    package var dismissedAs: DismissalGround?
    /// The steps taken.
    @Rare package var handling: Handling
}

/// The state of a case under the name that people see (DOMAIN, section 4).
public enum CaseStatus: String, CaseIterable, Sendable {
    /// No mention is classified yet.
    case new
    /// Classified or reopened, not answered.
    case evaluating
    /// In conversation; the last message is theirs.
    case engaging
    /// In conversation; the last message is ours.
    case awaitingCustomer = "awaiting-customer"
    /// Escalated, not answered since.
    case awaitingInternal = "awaiting-internal"
    /// Guidance was given: the person was told whom to contact.
    case guided
    /// Resolved, without any follow-up.
    case resolved
    /// Dismissed, without any follow-up.
    case dismissed
    /// Resolved or dismissed, with a follow-up that is open or was done since (S18).
    case monitoring
    /// Closed: no longer monitored.
    case closed
    /// Merged into another case.
    case merged
    /// Opened by an import that was retracted; only the number is left.
    case retracted
}
