/// A record that stays out, where it stands and why. Its description never shows what stands in the record.
public struct Rejection: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the record in the file; the first record of data is 1.
    public let row: Int
    /// The physical line on which the record starts, from 1.
    public let line: Int
    /// The column, or the key, whose value is wrong, as the mapping names it; nil where it is the record as a whole.
    public let column: String?
    /// What is wrong.
    public let reason: RejectionReason

    /// Puts a rejection together.
    public init(row: Int, line: Int, column: String? = nil, reason: RejectionReason) {
        self.row = row
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// One line: where, and what is wrong.
    public var description: String {
        "row \(row) (line \(line))\(column.map { ", \($0)" } ?? ""): \(reason)"
    }
}
