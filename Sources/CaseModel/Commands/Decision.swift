/// An event as a decider wants it, before the log gives it a place.
package struct Decision: Hashable, Sendable {
    package var stream: StreamName
    package var event: Event
    package var occurredAt: Timestamp
    package var content: Content?
    /// Whose content it is.
    package var owner: PersonNumber?
    package var rule: String?

    package init(
        _ stream: StreamName, _ event: Event, at occurredAt: Timestamp, content: Content? = nil,
        owner: PersonNumber? = nil, rule: String? = nil
    ) {
        self.stream = stream
        self.event = event
        self.occurredAt = occurredAt
        self.content = content
        self.owner = owner
        self.rule = rule
    }
}
