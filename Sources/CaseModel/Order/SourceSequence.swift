/// The place of a message in its source's own order. Compared only between simultaneous messages of the same list; each
/// channel, and the rows of each file, are a list of their own.
public struct SourceSequence: Hashable, Sendable {
    /// Lower places come first.
    public var place: Int64
    /// The list, as a hash.
    public var list: UInt64

    /// Creates a place.
    public init(place: Int64, list: UInt64) {
        self.place = place
        self.list = list
    }

    /// The list of a channel's own numbers, from the column `sequence` of a mapping.
    public static func list(of channel: Channel) -> UInt64 { hash("channel", channel.name) }

    /// The list of a file's rows, if the mapping declares with `order` that they are in order.
    ///
    /// - Parameter sha256: the file's SHA-256 in hexadecimal.
    public static func list(ofRowsIn sha256: String) -> UInt64 { hash("file", sha256) }

    /// FNV-1a; not for security.
    private static func hash(_ kind: String, _ name: String) -> UInt64 {
        "\(kind) \(name)".utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
