/// The network a message stands on, as its lower-case name: `twitter`, `email`, `google-reviews`.
public struct Channel: Hashable, Sendable, CustomStringConvertible {
    /// The name itself.
    public var name: String

    /// Wraps a name; Intake has checked and lower-cased it.
    public init(_ name: String) { self.name = name }

    /// The name as it is.
    public var description: String { name }
}

/// Whom a mention is about, where one store follows several brands; a dimension of every figure.
public struct Brand: Hashable, Sendable, CustomStringConvertible {
    /// The name itself, as the source spells it.
    public var name: String

    /// Wraps a name.
    public init(_ name: String) { self.name = name }

    /// The name as it is.
    public var description: String { name }
}

/// What a complaint is about in detail, as the house's taxonomy names it.
public struct Topic: Hashable, Sendable, CustomStringConvertible {
    /// The name itself.
    public var name: String

    /// Wraps a name.
    public init(_ name: String) { self.name = name }

    /// The name as it is.
    public var description: String { name }
}
