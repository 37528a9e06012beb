/// One record as it stands in a source, lent for the duration of a call.
public struct Record {
    /// Why a record can't be read.
    public enum Problem: Hashable, Sendable {
        /// It is longer than the splitter's limit of so many bytes; its bytes were not kept.
        case tooLong(limit: Int)
        /// It opens a quote that the file never closes, so it reaches to the file's end.
        case unterminatedQuote
    }

    /// The record without its end, valid only during the call that lends it; empty where it was too long to keep.
    public let bytes: UnsafeRawBufferPointer
    /// Where it starts, in bytes from the file's start, a byte order mark included.
    public let offset: Int64
    /// Its length in bytes without its end, also where `bytes` was not kept.
    public let length: Int
    /// Which one it is: the header is 0, the first record of data 1; blank lines are not counted.
    public let number: Int
    /// The physical line on which it starts, from 1.
    public let line: Int
    /// Why it can't be read; nil where it can.
    public let problem: Problem?

    /// Puts a record together, for callers that read its bytes by other means.
    public init(
        bytes: UnsafeRawBufferPointer, offset: Int64 = 0, length: Int? = nil, number: Int, line: Int,
        problem: Problem? = nil
    ) {
        self.bytes = bytes
        self.offset = offset
        self.length = length ?? bytes.count
        self.number = number
        self.line = line
        self.problem = problem
    }
}
