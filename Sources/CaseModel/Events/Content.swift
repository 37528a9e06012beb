/// The personal data and free text of one event: it lives apart from the log and can be erased.
///
/// The log holds only SHA-256(nonce ‖ bytes) of it, so that what remains can be checked and what was erased stays erased.
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
    /// The words.
    public var text: String?
    /// Where it can be read.
    public var link: String?
    /// What somebody wrote down for the house: a reason, a note, a finding.
    public var note: String?
    /// Why the playbook's rule was overridden.
    public var override: String?

    /// Puts content together.
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

    /// Whether there is anything to keep.
    public var isEmpty: Bool { self == Content() }
}
