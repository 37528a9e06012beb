/// Something a person wants to do with one case.
public enum CaseCommand: Hashable, Sendable {
    /// Judge a mention; the newest one where none is named.
    case classify(mention: SourceKey?, Label)
    /// Record what we said to the person.
    case reply(Reply)
    /// End the matter, or one of its issues.
    case resolve(outcome: Outcome, solved: Solved, issues: TargetSet, confirmedBy: Confirmation, note: String?)
    /// Let the matter be.
    case dismiss(DismissalGround, reason: String?)
    /// Take it up again.
    case reopen(ReopeningTrigger, reason: String?)
    /// Stop watching.
    case close(reason: String?)
    /// Plan to look again.
    case scheduleFollowUp(due: Timestamp, FollowUpPurpose)
    /// Record what looking again found; the earliest due follow-up where none is named.
    case completeFollowUp(Int64?, FollowUpFinding, note: String?)
    /// Drop a follow-up; the earliest due one where none is named.
    case cancelFollowUp(Int64?, reason: String?)

    /// What we said.
    public struct Reply: Hashable, Sendable {
        /// The words.
        public var text: String
        /// Who can read it.
        public var visibility: Visibility
        /// What it is for.
        public var purpose: ReplyPurpose
        /// The mention it answers; the newest where none is named.
        public var inReplyTo: SourceKey?
        /// The network's key and id of the reply, where it stands on a network.
        public var key: SourceKey?
        /// The network's id itself, which is content.
        public var id: String?

        /// Puts a reply together.
        public init(
            text: String, visibility: Visibility, purpose: ReplyPurpose, inReplyTo: SourceKey? = nil,
            key: SourceKey? = nil, id: String? = nil
        ) {
            self.text = text
            self.visibility = visibility
            self.purpose = purpose
            self.inReplyTo = inReplyTo
            self.key = key
            self.id = id
        }
    }
}

/// A command with what every command has.
public struct CommandContext: Hashable, Sendable {
    /// When it happened in the world.
    public var at: Timestamp
    /// The playbook rule that advised it.
    public var rule: String?
    /// Why the playbook's rule was not followed.
    public var override: String?

    /// Puts the context together.
    public init(at: Timestamp, rule: String? = nil, override: String? = nil) {
        self.at = at
        self.rule = rule
        self.override = override
    }
}

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
