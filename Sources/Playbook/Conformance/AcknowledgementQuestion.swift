package import CaseModel

/// What a service level needs to know of a complaint for its acknowledgement deadline.
package struct AcknowledgementQuestion: Hashable, Sendable {
    /// When the episode began.
    package var startedAt: Timestamp
    package var channel: Channel
    package var priority: Priority
    /// The gravest current severity among its mentions.
    package var severity: Severity?

    package init(startedAt: Timestamp, channel: Channel, priority: Priority, severity: Severity?) {
        self.startedAt = startedAt
        self.channel = channel
        self.priority = priority
        self.severity = severity
    }
}
