package import CaseModel

/// What the clocks of a case's present episode need to know of it.
package struct ClockFacts: Hashable, Sendable {
    /// Since when it is worked on as it happens; nil for imported history. What began before then starts no clock.
    package var liveSince: Timestamp?
    /// The first mention of the episode: what opened the case, or what it was reopened for.
    package var startedAt: Timestamp
    /// When the complaint was acknowledged in this episode.
    package var acknowledgedAt: Timestamp?
    /// Our first visible reply in this episode.
    package var firstReplyAt: Timestamp?
    /// The person's first message after our last reply, imported history left out; nil where we spoke last.
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
        liveSince: Timestamp?, startedAt: Timestamp, acknowledgedAt: Timestamp? = nil, firstReplyAt: Timestamp? = nil,
        unansweredSince: Timestamp? = nil, endedAt: Timestamp? = nil, pauses: [Pause] = [],
        priority: Priority = .normal, severity: Severity? = nil, channel: Channel, polarity: Polarity? = nil
    ) {
        self.liveSince = liveSince
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

extension ClockFacts {
    /// What a case's summary says of its present episode; nil before its first mention.
    ///
    /// An episode begins where it was reopened, else with the first mention. Waiting begins with our reply, so the first
    /// stretch of waiting begins with our first reply in the episode.
    package init?(of summary: CaseSummary, on channel: Channel) {
        guard let startedAt = summary.reopenedAt ?? summary.openedAt else { return nil }
        self.init(
            liveSince: summary.liveSince, startedAt: startedAt, acknowledgedAt: summary.acknowledgedAt,
            firstReplyAt: summary.reopenedAt == nil ? summary.firstReplyAt : summary.pauses.first?.from,
            unansweredSince: summary.liveUnansweredSince, endedAt: summary.endedAt,
            pauses: summary.pauses.map { Pause(.awaitingCustomer, from: $0.from, to: $0.until) }
                + summary.snoozes.map { Pause(.snoozed, from: $0.lowerBound, to: $0.upperBound) },
            priority: summary.priority, severity: summary.severity, channel: channel, polarity: summary.polarity)
    }
}
