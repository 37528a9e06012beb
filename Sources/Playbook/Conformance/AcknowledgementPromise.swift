package import CaseModel

/// What a service level has to know of a complaint to say by when it is to be acknowledged.
package struct AcknowledgementQuestion: Hashable, Sendable {
    /// When the episode began.
    package var startedAt: Timestamp
    package var channel: Channel
    package var priority: Priority
    /// The gravest that stands on one of its mentions.
    package var severity: Severity?

    package init(startedAt: Timestamp, channel: Channel, priority: Priority, severity: Severity?) {
        self.startedAt = startedAt
        self.channel = channel
        self.priority = priority
        self.severity = severity
    }
}
