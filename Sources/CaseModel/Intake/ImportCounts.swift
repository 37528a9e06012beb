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

    /// A count's name, in JSON and in reports.
    package struct Name: Sendable {
        package let key: StaticString
        let path: any WritableKeyPath<ImportCounts, Int64> & Sendable
    }

    /// Every count, in the order in which they print.
    package static var names: [Name] {
        [
            Name(key: "read", path: \.read), Name(key: "mentions", path: \.mentions),
            Name(key: "replies", path: \.replies), Name(key: "unattached", path: \.unattached),
            Name(key: "duplicates", path: \.duplicates), Name(key: "conflicts", path: \.conflicts),
            Name(key: "revised", path: \.revised), Name(key: "reposts", path: \.reposts),
            Name(key: "rejected", path: \.rejected), Name(key: "casesOpened", path: \.casesOpened),
        ]
    }

    package subscript(name: Name) -> Int64 {
        get { self[keyPath: name.path] }
        set { self[keyPath: name.path] = newValue }
    }
}
