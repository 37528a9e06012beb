/// Where a case stands by the decisions taken on it.
package enum Lifecycle: Hashable, Sendable {
    case open
    case resolved(Outcome, Solved, at: Timestamp)
    case dismissed(DismissalGround, at: Timestamp)
    /// Nothing more is watched; what had ended, ended when it was resolved or dismissed.
    case closed(at: Timestamp, endedAt: Timestamp)

    /// When the episode was resolved or dismissed; nil while the case is open. Closing doesn't change it.
    package var endedAt: Timestamp? {
        switch self {
        case .open: nil
        case .resolved(_, _, let at), .dismissed(_, let at), .closed(_, let at): at
        }
    }

    /// When the case was closed, if it is.
    package var closedAt: Timestamp? {
        if case .closed(let at, _) = self { at } else { nil }
    }

    /// Since when nothing has been decided: when it was closed, or else when it ended; nil while it is open.
    package var restsSince: Timestamp? { closedAt ?? endedAt }
}

/// The stretch of a case from its opening, or reopening, to its end.
package struct Episode: Hashable, Sendable {
    package var number: Int64
    /// When it was reopened; nil for the first, which starts with the first mention.
    package var reopenedAt: Timestamp?
    /// What reopened it; nil for the first.
    package var reopenedBecause: ReopeningTrigger?
    /// The issues that were ended so far; both where the case was resolved as a whole.
    package var resolvedIssues: TargetSet = []
    /// When the last issue, or the case as a whole, was resolved.
    package var resolvedAt: Timestamp?
    /// The worst outcome of the issues ended so far.
    package var outcome: Outcome?
    /// The least that was solved of the issues ended so far.
    package var solved: Solved?
    /// What it was dismissed as, if it was; closing keeps it.
    package var dismissedAs: DismissalGround?
    /// What was done about it.
    @Rare package var handling: Handling
}

/// The state of a case as people name it (DOMAIN, section 4).
public enum CaseStatus: String, CaseIterable, Sendable {
    /// Nobody has judged it yet.
    case new
    /// Judged, not answered.
    case evaluating
    /// In conversation; the person spoke last.
    case engaging
    /// In conversation; we spoke last.
    case awaitingCustomer = "awaiting-customer"
    /// Somebody in the house has to act first.
    case awaitingInternal = "awaiting-internal"
    /// The person was told whom to turn to.
    case guided
    /// Ended, nothing watched yet.
    case resolved
    /// Let be, nothing watched yet.
    case dismissed
    /// Ended or let be, and watched (S18).
    case monitoring
    /// Nothing more to do.
    case closed
    /// Goes on in another case.
    case merged
    /// Came in by an import that was taken back: nothing but the number is left.
    case retracted
}
