/// A message as a source gives it, parsed and validated.
///
/// Ids, author and text are personal data: events hold ids only as keyed hashes, the rest is content.
public struct SourceMessage: Equatable, Sendable {
    /// The network.
    public var channel: Channel
    /// The network's own id of the message, never empty.
    public var id: String
    /// The network's id of the message it answers.
    public var parent: String?
    /// Whether somebody wrote about us, or we did.
    public var direction: Direction
    /// The network's id of the account that wrote it, never empty.
    public var author: String
    /// The account's handle as people write it, without `@`.
    public var handle: String?
    /// The account's display name.
    public var name: String?
    /// The brand it is about; for our own messages the brand that speaks.
    public var brand: Brand?
    /// When it was written, according to the source.
    public var occurredAt: Timestamp
    /// The text.
    public var text: String
    /// The network's version mark.
    public var version: String?
    /// Its place in the source's own order, which decides among simultaneous messages.
    public var sequence: SourceSequence?
    /// Who can read it.
    public var visibility: Visibility
    /// Its form.
    public var kind: MentionKind
    /// BCP 47 tag.
    public var language: String?
    /// How many people can see it.
    public var reach: Int64?
    /// Its URL.
    public var link: String?
    /// The source's classification.
    public var label: Label?
    /// Whether the author is anonymous (`[deleted]`): the message gets a person of its own.
    public var isOfNobody: Bool

    /// Creates a message.
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
