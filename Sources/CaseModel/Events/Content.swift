/// Personal data and free text of one event. Stored apart from the log and erasable.
///
/// The log holds only SHA-256(nonce ‖ bytes), so that remaining content can be verified.
public struct Content: Hashable, Sendable {
    /// The network's id of the message or account.
    public var id: String?
    /// The network's id of the message it answers.
    public var parent: String?
    /// The network's id of the account that wrote it.
    public var author: String?
    /// The account's handle.
    public var handle: String?
    /// The account's display name.
    public var name: String?
    /// The text of the message or reply.
    public var text: String?
    /// Its URL.
    public var link: String?
    /// An internal text: a reason, a note, a finding.
    public var note: String?
    /// The reason why the playbook's advice was not followed.
    public var override: String?

    /// Creates content; all fields are optional.
    public init(
        id: String? = nil, parent: String? = nil, author: String? = nil, handle: String? = nil, name: String? = nil,
        text: String? = nil, link: String? = nil, note: String? = nil, override: String? = nil
    ) {
        self.id = id
        self.parent = parent
        self.author = author
        self.handle = handle
        self.name = name
        self.text = text
        self.link = link
        self.note = note
        self.override = override
    }

    /// Whether no field is set.
    public var isEmpty: Bool { self == Content() }
}
