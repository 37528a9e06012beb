/// One content line of an iCalendar text, unfolded (RFC 5545, section 3.1): `NAME;PARAMETER=VALUE:value`.
struct ContentLine: Hashable, Sendable {
    /// The line it begins on, from 1.
    var line: Int
    /// In capitals.
    var name: String
    /// Names in capitals; values as they stand, without quotation marks.
    var parameters: [String: String]
    var value: String

    /// Bytes of an unfolded line that are taken.
    static let limit = 8192

    /// Takes a text apart. A line end is CR LF, or LF alone; what begins with a space or a tab goes on the line before.
    static func lines(of text: String) throws(ICalendarError) -> [ContentLine] {
        var lines: [ContentLine] = []
        var bytes: [UInt8] = []
        var begun = 0
        var number = 0
        func finish() throws(ICalendarError) {
            if !bytes.isEmpty { lines.append(try ContentLine(bytes, line: begun)) }
        }
        for var raw in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            if raw.last == UInt8(ascii: "\r") { raw = raw.dropLast() }
            if let first = raw.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
                guard begun > 0 else { throw ICalendarError(.notAContentLine, line: number) }
                bytes += raw.dropFirst()
            } else {
                try finish()
                bytes = Array(raw)
                begun = number
            }
            guard bytes.count <= limit else { throw ICalendarError(.lineTooLong(limit: limit), line: begun) }
        }
        try finish()
        return lines
    }

    private init(_ bytes: [UInt8], line: Int) throws(ICalendarError) {
        self.line = line
        parameters = [:]
        var parts: [String] = []
        var part: [UInt8] = []
        var isQuoted = false
        var end: Int?
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte == UInt8(ascii: ";") {
                parts.append(String(decoding: part, as: UTF8.self))
                part = []
            } else if !isQuoted, byte == UInt8(ascii: ":") {
                end = index
                break
            } else {
                part.append(byte)
            }
        }
        parts.append(String(decoding: part, as: UTF8.self))
        guard let end, let name = parts.first.flatMap(Self.name) else {
            throw ICalendarError(.notAContentLine, line: line)
        }
        self.name = name
        value = String(decoding: bytes[(end + 1)...], as: UTF8.self)
        for part in parts.dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let name = Self.name(String(halves[0])), parameters[name] == nil else {
                throw ICalendarError(.notAContentLine, line: line)
            }
            parameters[name] = String(halves[1])
        }
    }

    /// A name in capitals; nil unless it is letters, digits and hyphens.
    private static func name(_ text: String) -> String? {
        let isName = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isName && !text.isEmpty ? text.uppercased() : nil
    }
}
