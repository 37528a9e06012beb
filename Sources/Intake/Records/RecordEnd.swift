/// The bytes that end a record; the first one outside quotes decides for the whole file.
public enum RecordEnd: String, Sendable {
    /// `\n`; a `\r` directly before it belongs to it, any other `\r` is data.
    case lineFeed = "\n"
    /// `\r\n`; a lone `\r` or `\n` is data.
    case carriageReturnLineFeed = "\r\n"
    /// `\r`; a `\n` is data.
    case carriageReturn = "\r"
}
