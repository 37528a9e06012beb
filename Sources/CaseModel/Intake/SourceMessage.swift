/// One message as a source tells it: parsed and checked, nothing decided yet.
///
/// Ids, author and text are personal data: they never reach the log, only its content and, as keyed hashes, its events.
public struct SourceMessage: Equatable, Sendable {
    /// The network it stands on.
    public var channel: Channel
    /// The network's own id of the message, never empty.
    public var id: String
    /// The network's id of the message it answers.
    public var parent: String?
    /// Whether somebody wrote about us, or we ourselves.
    public var direction: Direction
    /// The network's id of the account that wrote it, never empty.
    public var author: String
    /// The account's handle as people write it, without `@`.
    public var handle: String?
    /// The account's display name.
    public var name: String?
    /// The brand it is about, or for our own messages the brand that speaks.
    public var brand: Brand?
    /// When it was written, as the source says.
    public var occurredAt: Timestamp
    /// The words.
    public var text: String
    /// The network's own edit mark, where it has one.
    public var version: String?
    /// Its place in the source's own order, which counts among messages of the same instant.
    public var sequence: SourceSequence?
    /// Who can read it.
    public var visibility: Visibility
    /// Its form.
    public var kind: MentionKind
    /// BCP 47 language tag, where the source says it.
    public var language: String?
    /// How many people can see it through its author.
    public var reach: Int64?
    /// Where it can be read.
    public var link: String?
    /// The judgement that the source brings along.
    public var label: Label?
    /// Whether its author's name names nobody, as `[deleted]` does: it is then by a person of its own.
    public var isOfNobody: Bool

    /// Puts a message together; what is left out has its usual value.
    public init(
        channel: Channel, id: String, parent: String? = nil, direction: Direction = .theirs, author: String,
        handle: String? = nil, name: String? = nil, brand: Brand? = nil, occurredAt: Timestamp, text: String,
        version: String? = nil, sequence: SourceSequence? = nil, visibility: Visibility = .isPublic,
        kind: MentionKind = .post, language: String? = nil,
        reach: Int64? = nil, link: String? = nil, label: Label? = nil, isOfNobody: Bool = false
    ) {
        self.channel = channel
        self.id = id
        self.parent = parent
        self.direction = direction
        self.author = author
        self.handle = handle
        self.name = name
        self.brand = brand
        self.occurredAt = occurredAt
        self.text = text
        self.version = version
        self.sequence = sequence
        self.visibility = visibility
        self.kind = kind
        self.language = language
        self.reach = reach
        self.link = link
        self.label = label
        self.isOfNobody = isOfNobody
    }
}
