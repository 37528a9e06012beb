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

extension Decision {
    /// The decision with what goes with a command that took it along.
    package func telling(_ context: CommandContext) -> Decision {
        var told: Decision = self
        told.rule = context.rule
        told.take(context)
        return told
    }

    /// Takes in the words that go with any command. They are told once, with the event that they are for.
    ///
    /// A command whose own words are a note of the house already keeps them; where there is another note beside them,
    /// they are its text.
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
