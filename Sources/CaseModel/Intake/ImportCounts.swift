/// The numbers of rows of an import by what they led to.
public struct ImportCounts: Hashable, Sendable {
    /// Rows of the file without its header.
    public var read: Int64 = 0
    /// New mentions.
    public var mentions: Int64 = 0
    /// New replies of ours that belong to a case.
    public var replies: Int64 = 0
    /// New messages of ours that answer no known mention.
    public var unattached: Int64 = 0
    /// Rows that repeat a known message.
    public var duplicates: Int64 = 0
    /// Duplicates whose label differs from the current one.
    public var conflicts: Int64 = 0
    /// Known mentions with a new version or text.
    public var revised: Int64 = 0
    /// Reposts, which open no case and are not stored.
    public var reposts: Int64 = 0
    /// Rejected rows.
    public var rejected: Int64 = 0
    /// Opened cases, less those that were merged during the import.
    public var casesOpened: Int64 = 0

    /// All counts are zero.
    public init() {}

    /// A count with its name in JSON and reports.
    package struct Name: Sendable {
        package let key: StaticString
        let path: any WritableKeyPath<ImportCounts, Int64> & Sendable
    }

    /// All counts, in the order in which they are printed.
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
