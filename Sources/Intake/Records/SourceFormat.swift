/// How a source's bytes are divided into records and fields.
public enum SourceFormat: Hashable, Sendable {
    /// Comma-separated values as in RFC 4180, with another delimiter if wanted (a tab: TSV); the first record is the
    /// header. UTF-8.
    case csv(delimiter: UInt8)
    /// One JSON object a line (<https://github.com/ndjson/ndjson-spec>), no header.
    case ndjson

    /// CSV with commas.
    public static let csv = SourceFormat.csv(delimiter: UInt8(ascii: ","))
    /// CSV with tabs.
    public static let tsv = SourceFormat.csv(delimiter: UInt8(ascii: "\t"))

    /// Whether the first record names the columns.
    public var hasHeader: Bool { self != .ndjson }
}
