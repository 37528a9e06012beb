/// What every command carries besides its own arguments.
public struct CommandContext: Hashable, Sendable {
    /// When it happened in the world.
    public var at: Timestamp
    /// The playbook rule that advised it.
    public var rule: String?
    /// The reason why the playbook's advice was not followed.
    public var override: String?
    /// An internal note, kept beside the command's own texts.
    public var note: String?

    /// Puts the context together.
    public init(at: Timestamp, rule: String? = nil, override: String? = nil, note: String? = nil) {
        self.at = at
        self.rule = rule
        self.override = override
        self.note = note
    }
}
