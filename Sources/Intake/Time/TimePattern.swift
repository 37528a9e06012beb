/// How a source writes its times, in the notation of `strptime` (POSIX.1-2024), always in English.
///
/// | Part | Reads |
/// |---|---|
/// | `%Y` `%y` | year of four digits; of two digits (69–99: 1969–1999, 00–68: 2000–2068) |
/// | `%m` `%b` `%B` | month: number; name, short or in full |
/// | `%d` `%e` | day of the month, one or two digits, may be padded with a space |
/// | `%H` `%I` `%p` | hour 0–23; hour 1–12 with AM or PM |
/// | `%M` `%S` `%f` | minute; second (60 counts as 59); digits after the decimal mark |
/// | `%z` `%Z` | `Z`, `±hh`, `±hhmm`, `±hh:mm`; `UTC`, `GMT` or `Z` |
/// | `%a` `%A` | day of the week, short or in full; read and not compared with the date |
/// | `%s` | seconds since 1970-01-01T00:00:00Z |
/// | `%F` `%T` `%R` | `%Y-%m-%d`; `%H:%M:%S`; `%H:%M` |
/// | space | one or more spaces |
/// | `%%` and all else | itself |
struct TimePattern: Hashable, Sendable {
    enum Part: Hashable, Sendable {
        case year, shortYear, month, monthName, day, weekday, hour, halfDayHour, halfDay, minute, second, fraction
        case offset, zoneName, epochSeconds, spaces
        case literal(UInt8)
    }

    /// The pattern as it was written.
    let text: String
    let parts: [Part]

    /// Whether every time of this form says how far from UTC it is.
    var saysOffset: Bool {
        parts.contains { $0 == .offset || $0 == .zoneName || $0 == .epochSeconds }
    }

    /// Checks that the pattern is known and that it says year, month and day, or the seconds since 1970.
    init(_ text: String) throws(Flaw) {
        var parts: [Part] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let letter = bytes.next() else { throw .unfinished }
                try parts.append(contentsOf: TimePattern.parts(of: letter))
            case UInt8(ascii: " "):
                if parts.last != .spaces { parts.append(.spaces) }
            default: parts.append(.literal(byte))
            }
        }
        self.text = text
        self.parts = parts
        try checkCompleteness()
    }

    private static func parts(of letter: UInt8) throws(Flaw) -> [Part] {
        switch letter {
        case UInt8(ascii: "Y"): [.year]
        case UInt8(ascii: "y"): [.shortYear]
        case UInt8(ascii: "m"): [.month]
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"): [.monthName]
        case UInt8(ascii: "d"), UInt8(ascii: "e"): [.day]
        case UInt8(ascii: "a"), UInt8(ascii: "A"): [.weekday]
        case UInt8(ascii: "H"): [.hour]
        case UInt8(ascii: "I"): [.halfDayHour]
        case UInt8(ascii: "p"): [.halfDay]
        case UInt8(ascii: "M"): [.minute]
        case UInt8(ascii: "S"): [.second]
        case UInt8(ascii: "f"): [.fraction]
        case UInt8(ascii: "z"): [.offset]
        case UInt8(ascii: "Z"): [.zoneName]
        case UInt8(ascii: "s"): [.epochSeconds]
        case UInt8(ascii: "F"): [.year, .literal(UInt8(ascii: "-")), .month, .literal(UInt8(ascii: "-")), .day]
        case UInt8(ascii: "R"): [.hour, .literal(UInt8(ascii: ":")), .minute]
        case UInt8(ascii: "T"):
            [.hour, .literal(UInt8(ascii: ":")), .minute, .literal(UInt8(ascii: ":")), .second]
        case UInt8(ascii: "%"): [.literal(letter)]
        default: throw .unknownPart(String(decoding: [UInt8(ascii: "%"), letter], as: UTF8.self))
        }
    }

    private func checkCompleteness() throws(Flaw) {
        func count(_ wanted: Part...) -> Int { parts.count { wanted.contains($0) } }
        for once in [
            count(.year, .shortYear), count(.month, .monthName), count(.day), count(.hour, .halfDayHour),
            count(.halfDay), count(.minute), count(.second), count(.fraction), count(.offset, .zoneName),
            count(.epochSeconds),
        ] where once > 1 {
            throw .saidTwice
        }
        guard count(.halfDayHour) == count(.halfDay) else { throw .halfDayHour }
        if count(.epochSeconds) == 1 { return }
        guard count(.year, .shortYear) + count(.month, .monthName) + count(.day) == 3 else { throw .incompleteDate }
    }

    /// What is wrong with a pattern.
    enum Flaw: Error, Hashable, CustomStringConvertible {
        case unfinished
        case unknownPart(String)
        case saidTwice
        case halfDayHour
        case incompleteDate

        var description: String {
            switch self {
            case .unfinished: "the pattern ends after a %"
            case .unknownPart(let part): "the part \(part) is unknown"
            case .saidTwice: "the pattern says one part of the time twice"
            case .halfDayHour: "%I and %p belong together: an hour of 1 to 12, and AM or PM"
            case .incompleteDate: "a pattern needs year, month and day (%Y %m %d), or %s"
            }
        }
    }
}
