internal import Basics

/// A VEVENT while it is read.
struct HolidayEvent {
    /// The line of its BEGIN.
    let line: Int
    private var lines: [String: ContentLine] = [:]
    private var exceptions: Set<CalendarDay> = []

    init(line: Int) { self.line = line }

    /// Takes one of its lines; what says nothing about which days are free is passed over.
    mutating func take(_ line: ContentLine) throws(ICalendarError) {
        switch line.name {
        case "DTSTART", "DTEND", "DURATION", "RRULE", "SUMMARY", "STATUS":
            guard lines[line.name] == nil else { throw ICalendarError(.twice(line.name), line: line.line) }
            lines[line.name] = line
        case "EXDATE":
            for day in line.value.split(separator: ",", omittingEmptySubsequences: false) {
                exceptions.insert(try Self.day(String(day), line))
            }
        case "RDATE", "RECURRENCE-ID", "EXRULE":
            throw ICalendarError(.unsupported(line.name), line: line.line)
        default: break
        }
    }

    /// The holiday; nil where the event was cancelled.
    func holiday() throws(ICalendarError) -> Holiday? {
        if lines["STATUS"]?.value.uppercased() == "CANCELLED" { return nil }
        guard let start = lines["DTSTART"] else { throw ICalendarError(.noStart, line: line) }
        let first = try Self.day(start)
        let name = lines["SUMMARY"].map { Self.unescaped($0.value) } ?? ""
        return Holiday(
            name: String(name.prefix(100)), first: first, days: try days(from: first),
            recurrence: try lines["RRULE"].map { (rule) throws(ICalendarError) in
                try YearlyRecurrence(rule, first: first)
            }, exceptions: exceptions)
    }

    private func days(from first: CalendarDay) throws(ICalendarError) -> Int {
        let days: Int64
        let line: Int
        switch (lines["DTEND"], lines["DURATION"]) {
        case (nil, nil): return 1
        case (let end?, nil):
            // DTEND is the first day that no longer belongs to it. Some write the start itself for one day.
            days = max(try Self.day(end).number - first.number, try Self.day(end) == first ? 1 : 0)
            line = end.line
        case (nil, let duration?):
            days = Self.days(inDuration: duration.value)
            line = duration.line
        case (_, let duration?): throw ICalendarError(.twice("DTEND or DURATION"), line: duration.line)
        }
        guard 1...366 ~= days else { throw ICalendarError(.wrongLength, line: line) }
        return Int(days)
    }

    /// The days of `P3D` or `P2W`; 0 for any other length.
    private static func days(inDuration text: String) -> Int64 {
        let digits = text.dropFirst().dropLast()
        guard text.utf8.first == UInt8(ascii: "P"), let last = text.utf8.last, 1...3 ~= digits.utf8.count,
            let number = Int64(digits), number > 0
        else { return 0 }
        return last == UInt8(ascii: "W") ? number * 7 : last == UInt8(ascii: "D") ? number : 0
    }

    private static func day(_ line: ContentLine) throws(ICalendarError) -> CalendarDay {
        try day(line.value, line)
    }

    private static func day(_ text: String, _ line: ContentLine) throws(ICalendarError) -> CalendarDay {
        guard let day = CalendarDay(basic: text) else {
            let hasTime = text.utf8.contains(UInt8(ascii: "T")) || line.parameters["VALUE"]?.uppercased() == "DATE-TIME"
            throw ICalendarError(hasTime ? .notWholeDays : .notADay(line.name), line: line.line)
        }
        return day
    }

    /// A text without its escapes (section 3.3.11), on one line.
    private static func unescaped(_ text: String) -> String {
        var out: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            let isNewline = isEscaped && (byte == UInt8(ascii: "n") || byte == UInt8(ascii: "N"))
            out.append(isNewline ? UInt8(ascii: " ") : byte)
            isEscaped = false
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension CalendarDay {
    /// Reads `20261225`.
    init?(basic text: String) {
        let digits = text.utf8.map { Int($0) - 0x30 }
        guard digits.count == 8, digits.allSatisfy({ 0...9 ~= $0 }) else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        self.init(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    }
}
