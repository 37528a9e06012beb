/// A network or channel by its lower-case name: `twitter`, `email`, `google-reviews`.
public struct Channel: Hashable, Sendable, CustomStringConvertible {
    /// The name itself.
    public var name: String

    /// Wraps a name; Intake has checked and lower-cased it.
    public init(_ name: String) { self.name = name }

    /// The name as it is.
    public var description: String { name }
}

/// The brand that a mention is about; a store can follow several. Every figure can be grouped by it.
public struct Brand: Hashable, Sendable, CustomStringConvertible {
    /// The name itself, as the source spells it.
    public var name: String

    /// Wraps a name.
    public init(_ name: String) { self.name = name }

    /// The name as it is.
    public var description: String { name }
}

/// A detail of what a complaint is about, from the adopted taxonomy.
public struct Topic: Hashable, Sendable, CustomStringConvertible {
    /// The name itself.
    public var name: String

    /// Wraps a name.
    public init(_ name: String) { self.name = name }

    /// The name as it is.
    public var description: String { name }
}
