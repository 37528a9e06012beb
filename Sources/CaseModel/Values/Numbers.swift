/// The number of a case, from 1 in the order of opening. Its stream is `case-<number>`.
public struct CaseNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number itself.
    public var rawValue: Int64

    /// Wraps a number.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// Whether one case was opened before another.
    public static func < (a: CaseNumber, b: CaseNumber) -> Bool { a.rawValue < b.rawValue }

    /// The number in digits.
    public var description: String { "\(rawValue)" }
}

/// The number of a person, from 1 in the order of identification. Their stream is `person-<number>`.
public struct PersonNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number itself.
    public var rawValue: Int64

    /// Wraps a number.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// Whether one person was identified before another.
    public static func < (a: PersonNumber, b: PersonNumber) -> Bool { a.rawValue < b.rawValue }

    /// The number in digits.
    public var description: String { "\(rawValue)" }
}

/// The place of an event in the log, from 1, without gaps.
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The place itself.
    public var rawValue: Int64

    /// Wraps a place.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// Whether one event was recorded before another.
    public static func < (a: Position, b: Position) -> Bool { a.rawValue < b.rawValue }

    /// The place in digits.
    public var description: String { "\(rawValue)" }
}
