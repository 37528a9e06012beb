/// Who or what recorded an event: `human:ana`, `import:support-threads`, `system:intake`.
public struct Actor: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of actors.
    public enum Kind: String, CaseIterable, Sendable {
        case human, rule, model
        case imported = "import"
        case system
    }

    /// Human, rule, model, import or system.
    public var kind: Kind
    /// The name within its kind.
    public var name: String

    /// Creates an actor without checking its name.
    public init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// Reads `kind:name`; a name alone is a human's.
    ///
    /// Nil if the name is empty, longer than 64 bytes of UTF-8, or has control characters (C0, DEL, C1).
    public init?(_ text: String) {
        let parts: [Substring] = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let kind = Kind(rawValue: String(parts[0])) {
            self.init(kind, String(parts[1]))
        } else {
            self.init(.human, text)
        }
        guard isWellFormed else { return nil }
    }

    /// Whether the name is valid in the log: not empty, at most 64 bytes of UTF-8, no control characters.
    package var isWellFormed: Bool {
        !name.isEmpty && name.utf8.count <= 64
            && name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// The actor as the log holds it: `kind:name`.
    public var description: String { "\(kind.rawValue):\(name)" }
}
