/// What became of the rows of a source.
public struct ImportCounts: Hashable, Sendable {
    /// Rows in the file, the header not counted.
    public var read: Int64 = 0
    /// New mentions.
    public var mentions: Int64 = 0
    /// New messages of ours that belong to a case.
    public var replies: Int64 = 0
    /// New messages of ours that answer no mention we know.
    public var unattached: Int64 = 0
    /// Rows that say again what the store knows.
    public var duplicates: Int64 = 0
    /// Duplicates whose judgement differs from the one that stands.
    public var conflicts: Int64 = 0
    /// Known mentions that came with other words.
    public var revised: Int64 = 0
    /// Reposts: they open nothing and are not kept.
    public var reposts: Int64 = 0
    /// Rows that can't be taken in.
    public var rejected: Int64 = 0
    /// Cases that began, less those that turned out to be one with another.
    public var casesOpened: Int64 = 0

    /// Nothing yet.
    public init() {}

    /// Every count with its name, in the order in which they print.
    static var fields: [(StaticString, WritableKeyPath<ImportCounts, Int64>)] {
        [
            ("read", \.read), ("mentions", \.mentions), ("replies", \.replies), ("unattached", \.unattached),
            ("duplicates", \.duplicates), ("conflicts", \.conflicts), ("revised", \.revised), ("reposts", \.reposts),
            ("rejected", \.rejected), ("casesOpened", \.casesOpened),
        ]
    }

    /// Every count with its name, in the order in which they print.
    public var named: [(name: String, count: Int64)] {
        Self.fields.map { (name: "\($0.0)", count: self[keyPath: $0.1]) }
    }
}
