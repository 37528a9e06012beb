package import CaseModel

/// What the clocks of a case's present episode need to know of it.
package struct ClockFacts: Hashable, Sendable {
    /// Whether it is worked on as it happens. Imported history starts no clock.
    package var isLive: Bool
    /// The first mention of the episode: what opened the case, or what it was reopened for.
    package var startedAt: Timestamp
    /// When the complaint was acknowledged in this episode.
    package var acknowledgedAt: Timestamp?
    /// Our first visible reply in this episode.
    package var firstReplyAt: Timestamp?
    /// The person's first message after our last reply; nil where we spoke last.
    package var unansweredSince: Timestamp?
    /// When the episode was resolved or dismissed.
    package var endedAt: Timestamp?
    /// When the case waited, and for what, in any order. A fact of the case: which of them count, the policy says.
    package var pauses: [Pause]
    package var priority: Priority
    package var severity: Severity?
    package var channel: Channel
    package var polarity: Polarity?

    /// A time in which the case waited.
    package struct Pause: Hashable, Sendable {
        package var reason: PauseReason
        package var start: Timestamp
        /// The first moment at which it waits no longer; nil while it waits.
        package var end: Timestamp?

        package init(_ reason: PauseReason, from start: Timestamp, to end: Timestamp?) {
            self.reason = reason
            self.start = start
            self.end = end
        }
    }

    package init(
        isLive: Bool = true, startedAt: Timestamp, acknowledgedAt: Timestamp? = nil, firstReplyAt: Timestamp? = nil,
        unansweredSince: Timestamp? = nil, endedAt: Timestamp? = nil, pauses: [Pause] = [],
        priority: Priority = .normal, severity: Severity? = nil, channel: Channel, polarity: Polarity? = nil
    ) {
        self.isLive = isLive
        self.startedAt = startedAt
        self.acknowledgedAt = acknowledgedAt
        self.firstReplyAt = firstReplyAt
        self.unansweredSince = unansweredSince
        self.endedAt = endedAt
        self.pauses = pauses
        self.priority = priority
        self.severity = severity
        self.channel = channel
        self.polarity = polarity
    }
}
