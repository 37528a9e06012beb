/// Where a field stands in a CSV record, quotes excluded.
struct CSVField {
    var start: Int
    var end: Int
    /// Whether quotes stand doubled in it.
    var hasDoubledQuotes: Bool

    /// The field's bytes as they are meant.
    func unquoted(in record: UnsafeRawBufferPointer) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(end - start)
        var i = start
        while i < end {
            out.append(record[i])
            i += hasDoubledQuotes && record[i] == quote ? 2 : 1
        }
        return out
    }
}

/// Lends each field of a record in turn (RFC 4180; a quote inside an unquoted field is data).
///
/// - Throws: `.textAfterClosingQuote`, `.unterminatedQuote`, and what `body` throws.
/// - Complexity: O(n), without allocating. A hot loop.
@inline(__always)
func forEachCSVField(
    of record: UnsafeRawBufferPointer, delimiter: UInt8, _ body: (CSVField) throws(RejectionReason) -> Void
) throws(RejectionReason) {
    let count = record.count
    var i = 0
    while true {
        if i < count, record[i] == quote {
            let start = i + 1
            var hasDoubledQuotes = false
            i = start
            while true {
                while i < count, record[i] != quote { i += 1 }
                guard i < count else { throw .unterminatedQuote }
                guard i + 1 < count, record[i + 1] == quote else { break }
                hasDoubledQuotes = true
                i += 2
            }
            try body(CSVField(start: start, end: i, hasDoubledQuotes: hasDoubledQuotes))
            i += 1
            guard i == count || record[i] == delimiter else { throw .textAfterClosingQuote }
        } else {
            let start = i
            while i < count, record[i] != delimiter { i += 1 }
            try body(CSVField(start: start, end: i, hasDoubledQuotes: false))
        }
        if i == count { return }
        i += 1
    }
}
