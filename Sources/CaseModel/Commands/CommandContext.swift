/// A command with what every command has.
public struct CommandContext: Hashable, Sendable {
    /// When it happened in the world.
    public var at: Timestamp
    /// The playbook rule that advised it.
    public var rule: String?
    /// Why the playbook's rule was not followed.
    public var override: String?
    /// Why in words that stay in the house; kept beside the words of the command itself.
    public var note: String?

    /// Puts the context together.
    public init(at: Timestamp, rule: String? = nil, override: String? = nil, note: String? = nil) {
        self.at = at
        self.rule = rule
        self.override = override
        self.note = note
    }
}
