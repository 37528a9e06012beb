public import CaseModel

/// What the person who imports says about a source beyond its mapping.
public struct IntakeOptions: Hashable, Sendable {
    /// The brand's own accounts: what they wrote is ours. Compared with the author's id and handle, ASCII capitals and
    /// a leading `@` ignored.
    public var brandAccounts: Set<String>
    /// The brand of messages whose source names none.
    public var brand: Brand?
    /// Now; what was written more than a day later is rejected.
    public var now: Timestamp

    /// Puts the options together.
    public init(brandAccounts: Set<String> = [], brand: Brand? = nil, now: Timestamp) {
        self.brandAccounts = brandAccounts
        self.brand = brand
        self.now = now
    }
}
