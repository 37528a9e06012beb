import Basics
import Glibc
import Intake

/// The rows of a file in the layout support-threads.
struct ThreadFile {
    /// One message.
    struct Row {
        var id: Int
        var author: String
        /// Whether a customer wrote it.
        var isTheirs: Bool
        /// Seconds since 1970.
        var time: Int
        var text: [UInt8]
        /// The messages that answer it, as far as the file says.
        var responses: [Int]
        var parent: Int?
        /// The message its conversation starts from; a parent that is missing is the start.
        var root: Int
    }

    static let columns = [
        "", "tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id", "in_response_to_tweet_id",
    ]

    private(set) var rows: [Row] = []

    init(path: String) throws {
        guard let file = fopen(path, "re") else { throw WorkbenchError.system("\(path) can't be read", errno: errno) }
        defer { fclose(file) }
        var splitter = RecordSplitter(format: .csv)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        var column: [String: Int] = [:]
        func take(_ record: Record) throws {
            let fields: [[UInt8]] = Self.fields(of: record.bytes)
            if record.number == 0 {
                for (index, name) in fields.enumerated() { column[String(decoding: name, as: UTF8.self)] = index }
                guard Self.columns.dropFirst().allSatisfy({ column[$0] != nil }) else {
                    throw WorkbenchError.input("\(path) is not in the layout support-threads")
                }
                return
            }
            guard fields.count == column.count, let row = Row(column.mapValues { fields[$0] }) else {
                throw WorkbenchError.input("\(path), row \(record.number), is not in the layout support-threads")
            }
            rows.append(row)
        }
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
            try chunk.withUnsafeBytes { try splitter.feed(UnsafeRawBufferPointer(rebasing: $0[..<count]), take) }
        }
        try splitter.finish(take)
        guard !rows.isEmpty else { throw WorkbenchError.input("\(path) has no rows") }
        findRoots()
    }

    private mutating func findRoots() {
        let parents = Dictionary(rows.map { ($0.id, $0.parent) }) { first, _ in first }
        for index in rows.indices {
            var seen: Set<Int> = []
            while case let parent?? = parents[rows[index].root], seen.insert(parent).inserted {
                rows[index].root = parent
            }
        }
    }

    /// The fields of a record (RFC 4180), quotes undone.
    static func fields(of record: UnsafeRawBufferPointer) -> [[UInt8]] {
        var fields: [[UInt8]] = [[]]
        var isQuoted = false
        var afterQuote = false
        for byte in record {
            switch byte {
            case UInt8(ascii: "\""):
                if isQuoted && afterQuote { fields[fields.count - 1].append(byte) }
                if isQuoted { afterQuote.toggle() } else { isQuoted = true }
            case UInt8(ascii: ",") where !isQuoted || afterQuote:
                fields.append([])
                isQuoted = false
                afterQuote = false
            default: fields[fields.count - 1].append(byte)
            }
        }
        return fields
    }
}

extension ThreadFile.Row {
    fileprivate init?(_ fields: [String: [UInt8]]) {
        func text(_ name: String) -> String { String(decoding: fields[name] ?? [], as: UTF8.self) }
        guard let id = Int(text("tweet_id")), let time = ThreadTime.seconds(text("created_at")) else { return nil }
        self.id = id
        self.time = time
        author = text("author_id")
        isTheirs = text("inbound") == "True"
        self.text = fields["text"] ?? []
        responses = text("response_tweet_id").split(separator: ",").compactMap { Int($0) }
        parent = Double(text("in_response_to_tweet_id")).flatMap { Int(exactly: $0) }
        root = id
    }
}

/// Times as in `Tue Oct 31 22:10:47 +0000 2017`.
enum ThreadTime {
    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Seconds since 1970; nil for what isn't such a time in UTC.
    static func seconds(_ text: String) -> Int? {
        let parts: [Substring] = text.split(separator: " ")
        guard parts.count == 6, parts[4] == "+0000", let month = months.firstIndex(of: String(parts[1])),
            let day = Int(parts[2]), let year = Int(parts[5])
        else { return nil }
        let clock: [Int] = parts[3].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3 else { return nil }
        let number = Int(CalendarDay.number(year: year, month: month + 1, day: day))
        return number * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    static func text(_ seconds: Int) -> String {
        let day = CalendarDay(seconds: Int64(seconds))
        let (year, month, date) = day.date
        let second = seconds - Int(day.number) * 86_400
        let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(days[day.weekdayIndex]) \(months[month - 1]) \(padded(date, 2)) \(clock) +0000 \(year)"
    }
}
