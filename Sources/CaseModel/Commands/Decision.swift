/// An event that a decider returns, before the log assigns its position.
package struct Decision: Hashable, Sendable {
    package var stream: StreamName
    package var event: Event
    package var occurredAt: Timestamp
    package var content: Content?
    /// The person whose content it is, for erasure.
    package var owner: PersonNumber?
    package var rule: String?

    package init(
        _ stream: StreamName, _ event: Event, at occurredAt: Timestamp, content: Content? = nil,
        owner: PersonNumber? = nil, rule: String? = nil
    ) {
        self.stream = stream
        self.event = event
        self.occurredAt = occurredAt
        self.content = content.flatMap { $0.isEmpty ? nil : $0 }
        self.owner = owner
        self.rule = rule
    }
}

extension Decision {
    /// Adds the rule, override and note of a command to the event that records it.
    package func telling(_ context: CommandContext) -> Decision {
        var told: Decision = self
        told.rule = context.rule
        told.take(context)
        return told
    }

    /// Adds the override and note of a command; once per command, to its first event.
    ///
    /// If the event's own text is a note already, that one becomes its `text`.
    mutating func take(_ context: CommandContext) {
        var content: Content = content ?? Content()
        if let override = context.override { content.override = override }
        if let note = context.note, !note.isEmpty, note != content.note {
            if let own = content.note { content.text = own }
            content.note = note
        }
        self.content = content.isEmpty ? nil : content
    }
}
