/// The place that a source itself gives a message in its own order. It counts only between messages of the same instant,
/// and only within one list: two channels count separately, and so do the rows of two files.
public struct SourceSequence: Hashable, Sendable {
    /// The place in the list; the lower came first.
    public var place: Int64
    /// Which list it is a place of.
    public var list: UInt64

    /// Names a place in a list.
    public init(place: Int64, list: UInt64) {
        self.place = place
        self.list = list
    }

    /// The list of a channel's own numbers, as a mapping's column `sequence` gives them.
    public static func list(of channel: Channel) -> UInt64 { hash("channel", channel.name) }

    /// The list of one file's rows, as a mapping's `order` declares them.
    ///
    /// - Parameter sha256: the file's SHA-256, in hexadecimal.
    public static func list(ofRowsIn sha256: String) -> UInt64 { hash("file", sha256) }

    /// FNV-1a: tells lists apart, protects nothing.
    private static func hash(_ kind: String, _ name: String) -> UInt64 {
        "\(kind) \(name)".utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
