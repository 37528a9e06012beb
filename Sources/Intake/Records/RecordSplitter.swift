/// Cuts a stream of bytes into records, whatever the size of the chunks it comes in.
///
/// Feed it the chunks of a file in order, then finish it:
///
///     var splitter = RecordSplitter(format: .csv)
///     while let chunk = try nextChunk() { try splitter.feed(chunk) { record in … } }
///     try splitter.finish { record in … }
///
/// - A UTF-8 byte order mark is skipped. Blank lines are no records.
/// - In CSV the first record end outside quotes decides for the file (`RecordEnd`); what stands in quotes is data, and a
///   quote inside an unquoted field is data too.
/// - In NDJSON a record ends with a line feed; a line of white space alone is blank.
/// - A record over the limit is reported without its bytes, and the next one goes on.
///
/// Memory stays under the limit plus one chunk. A record that lies within one chunk is lent from it without a copy.
/// After `body` has thrown, the splitter must not be used again.
public struct RecordSplitter: Sendable {
    private let format: SourceFormat
    private let maximumRecordBytes: Int

    /// The record end of the file, once the first one was seen.
    public private(set) var recordEnd: RecordEnd?

    private var state = QuoteState.fieldStart
    /// The first bytes of the file, until they are or aren't a byte order mark.
    private var mark: [UInt8]? = []
    /// What earlier chunks hold of the current record, unless it became too long.
    private var carry: [UInt8] = []
    private var carriedCount = 0
    private var lastCarried: UInt8 = 0
    private var offset: Int64 = 0
    private var number: Int
    private var lineFeeds = 0
    private var carriageReturns = 0
    private var line = 1

    /// Starts at the beginning of a file.
    ///
    /// - Parameter maximumRecordBytes: the length, without its end, that a record may have.
    public init(format: SourceFormat, maximumRecordBytes: Int = 16 << 20) {
        self.format = format
        self.maximumRecordBytes = maximumRecordBytes
        number = format.hasHeader ? 0 : 1
    }

    /// Takes the next bytes of the file and lends each record that they complete.
    ///
    /// - Throws: what `body` throws.
    /// - Complexity: O(n) in the length of the chunk.
    public mutating func feed<E: Error>(_ chunk: UnsafeRawBufferPointer, _ body: (Record) throws(E) -> Void) throws(E) {
        var rest = chunk
        if var head = mark {
            while head.count < 3, let byte = rest.first {
                head.append(byte)
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
                guard byteOrderMark.starts(with: head) else { break }
            }
            if head == byteOrderMark {
                offset = 3
            } else if byteOrderMark.starts(with: head) {
                mark = head
                return
            } else {
                try splitOwned(head, body)
            }
            mark = nil
        }
        try split(rest, body)
    }

    /// Says that the file ends here, and lends the last record if no record end closed it.
    ///
    /// - Throws: what `body` throws.
    public mutating func finish<E: Error>(_ body: (Record) throws(E) -> Void) throws(E) {
        if let head = mark {
            mark = nil
            try splitOwned(head, body)
        }
        var end = 0
        if state == .carriageReturn {
            recordEnd = recordEnd ?? .carriageReturn
            end = -1
        }
        let problem: Record.Problem? = state == .quoted ? .unterminatedQuote : nil
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        try endRecord(in: nothing, from: 0, to: end, next: 0, problem: problem, body)
        state = .fieldStart
    }

    private mutating func splitOwned<E: Error>(_ bytes: [UInt8], _ body: (Record) throws(E) -> Void) throws(E) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(E) in try split(UnsafeRawBufferPointer(bytes), body) }
    }

    private mutating func split<E: Error>(
        _ chunk: UnsafeRawBufferPointer, _ body: (Record) throws(E) -> Void
    ) throws(E) {
        let start =
            switch format {
            case .csv(let delimiter): try splitQuoted(chunk, delimiter: delimiter, body)
            case .ndjson: try splitLines(chunk, body)
            }
        carry(chunk, from: start)
    }

    /// The hot loop for CSV; returns where the record that is still open starts in the chunk.
    private mutating func splitQuoted<E: Error>(
        _ chunk: UnsafeRawBufferPointer, delimiter: UInt8, _ body: (Record) throws(E) -> Void
    ) throws(E) -> Int {
        let count = chunk.count
        var start = 0
        var i = 0
        var state = self.state
        while i < count {
            let byte = chunk[i]
            switch state {
            case .quoted:
                while i < count {
                    let byte = chunk[i]
                    if byte == quote { break }
                    if byte == lineFeed { lineFeeds += 1 } else if byte == carriageReturn { carriageReturns += 1 }
                    i += 1
                }
                if i < count {
                    state = .quoteInQuoted
                    i += 1
                }
                continue
            case .quoteInQuoted where byte == quote:
                state = .quoted
                i += 1
                continue
            case .fieldStart where byte == quote:
                state = .quoted
                i += 1
                continue
            case .carriageReturn:
                let isPair = byte == lineFeed
                let end = recordEnd ?? (isPair ? .carriageReturnLineFeed : .carriageReturn)
                recordEnd = end
                state = .fieldStart
                if isPair || end == .carriageReturn {
                    carriageReturns += 1
                    if isPair { lineFeeds += 1 }
                    let next = isPair ? i + 1 : i
                    try endRecord(in: chunk, from: start, to: i - 1, next: next, problem: nil, body)
                    start = next
                    i = next
                } else {
                    state = .unquoted
                }
                continue
            case .fieldStart, .unquoted, .quoteInQuoted:
                break
            }

            while i < count {
                let byte = chunk[i]
                if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
                state = .unquoted
                i += 1
            }
            guard i < count else { break }
            let mark = chunk[i]
            i += 1
            if mark == delimiter {
                state = .fieldStart
            } else if mark == lineFeed {
                lineFeeds += 1
                if recordEnd == nil { recordEnd = .lineFeed }
                if recordEnd == .lineFeed {
                    try endLine(in: chunk, from: start, lineFeedAt: i - 1, body)
                    start = i
                    state = .fieldStart
                } else {
                    state = .unquoted
                }
            } else if recordEnd == .carriageReturn {
                carriageReturns += 1
                try endRecord(in: chunk, from: start, to: i - 1, next: i, problem: nil, body)
                start = i
                state = .fieldStart
            } else {
                state = recordEnd == .lineFeed ? .unquoted : .carriageReturn
            }
        }
        self.state = state
        return start
    }

    /// The loop for NDJSON; returns where the record that is still open starts in the chunk.
    private mutating func splitLines<E: Error>(
        _ chunk: UnsafeRawBufferPointer, _ body: (Record) throws(E) -> Void
    ) throws(E) -> Int {
        var start = 0
        var i = 0
        while i < chunk.count {
            if chunk[i] == lineFeed {
                recordEnd = .lineFeed
                lineFeeds += 1
                try endLine(in: chunk, from: start, lineFeedAt: i, body)
                start = i + 1
            }
            i += 1
        }
        return start
    }

    /// Ends a record with a line feed, to which a carriage return directly before it belongs.
    private mutating func endLine<E: Error>(
        in chunk: UnsafeRawBufferPointer, from start: Int, lineFeedAt i: Int, _ body: (Record) throws(E) -> Void
    ) throws(E) {
        let last = i > start ? chunk[i - 1] : carriedCount > 0 ? lastCarried : 0
        let end = last == carriageReturn ? i - 1 : i
        try endRecord(in: chunk, from: start, to: end, next: i + 1, problem: nil, body)
    }

    /// Lends the record that ends before `end` of the chunk, where -1 is the last byte of the chunk before.
    private mutating func endRecord<E: Error>(
        in chunk: UnsafeRawBufferPointer, from start: Int, to end: Int, next: Int, problem: Record.Problem?,
        _ body: (Record) throws(E) -> Void
    ) throws(E) {
        let length = carriedCount + end - start
        let isTooLong = length > maximumRecordBytes
        let problem = problem ?? (isTooLong ? .tooLong(limit: maximumRecordBytes) : nil)
        defer {
            offset += Int64(carriedCount + next - start)
            line = 1 + (recordEnd == .carriageReturn ? carriageReturns : lineFeeds)
            carriedCount = 0
        }
        if carriedCount > 0, !isTooLong {
            var whole: [UInt8] = []
            swap(&whole, &carry)
            if end < 0 { whole.removeLast() } else { whole.append(contentsOf: chunk[start..<end]) }
            try whole.withUnsafeBufferPointer { (whole) throws(E) in
                try lend(UnsafeRawBufferPointer(whole), length: length, problem: problem, body)
            }
            if whole.capacity <= 1 << 20 {
                whole.removeAll(keepingCapacity: true)
                carry = whole
            }
        } else {
            carry.removeAll(keepingCapacity: carry.capacity <= 1 << 20)
            let kept = isTooLong ? chunk[start..<start] : chunk[start..<end]
            try lend(UnsafeRawBufferPointer(rebasing: kept), length: length, problem: problem, body)
        }
    }

    private mutating func lend<E: Error>(
        _ bytes: UnsafeRawBufferPointer, length: Int, problem: Record.Problem?, _ body: (Record) throws(E) -> Void
    ) throws(E) {
        guard length > 0, format != .ndjson || problem != nil || bytes.contains(where: { !isSpace($0) }) else { return }
        let record = Record(
            bytes: bytes, offset: offset, length: length, number: number, line: line, problem: problem)
        number += 1
        try body(record)
    }

    /// Keeps what the chunk holds of a record that goes on in the next one, unless it is too long already.
    private mutating func carry(_ chunk: UnsafeRawBufferPointer, from start: Int) {
        guard start < chunk.count else { return }
        carriedCount += chunk.count - start
        lastCarried = chunk[chunk.count - 1]
        // One byte more than the limit may be the carriage return of the record's end.
        if carriedCount <= maximumRecordBytes + 1 {
            carry.append(contentsOf: chunk[start...])
        } else {
            carry = []
        }
    }
}

/// Where in a CSV record the splitter stands.
private enum QuoteState: Sendable {
    case fieldStart
    case unquoted
    case quoted
    /// After a quote in a quoted field: its end, or the first half of a doubled one.
    case quoteInQuoted
    /// After a carriage return outside quotes that may be half a record end.
    case carriageReturn
}

private let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
