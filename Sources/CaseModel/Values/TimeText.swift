/// Reads and writes times in RFC 3339, a profile of ISO 8601 (<https://www.rfc-editor.org/rfc/rfc3339>).
public enum TimeText {
    /// Reads `2026-11-22`, `2026-11-22T10:00`, `2026-11-22T10:00:05.25Z`, `2026-11-22 10:00:05+01:00` and the like.
    ///
    /// Also accepts a space or a lower-case `t` for `T`, times without seconds, and offsets without a colon or minutes.
    /// A leap second becomes the second before it. Fractions beyond microseconds are truncated. A date alone means its
    /// first moment.
    ///
    /// - Parameter defaultOffset: seconds east of UTC for times without an offset. Without it such a time is nil.
    /// - Returns: the moment; nil if the text is no such time, the day doesn't exist, the offset is missing, or the
    ///   offset leads out of the years 0 to 9999.
    /// - Complexity: O(n) in the length of the text; allocates nothing.
    public static func parse(rfc3339 text: String, defaultOffset: Int? = nil) -> Timestamp? {
        var text = text
        return text.withUTF8 { utf8 in
            guard let time = read(UnsafeRawBufferPointer(utf8)), let offset = time.offset ?? defaultOffset else {
                return nil
            }
            return Timestamp(exactly: time.civil.microseconds(offset: offset))
        }
    }

    /// Writes a moment in UTC, `2026-11-22T10:00:05Z`, with six decimals unless it is a whole second.
    ///
    /// - Complexity: O(1).
    public static func format(_ moment: Timestamp) -> String {
        let time = CivilTime(moment)
        var out: [UInt8] = []
        out.reserveCapacity(27)
        append(time.year, digits: 4, to: &out)
        for (mark, part) in [
            (UInt8(ascii: "-"), time.month), (UInt8(ascii: "-"), time.day), (UInt8(ascii: "T"), time.hour),
            (UInt8(ascii: ":"), time.minute), (UInt8(ascii: ":"), time.second),
        ] {
            out.append(mark)
            append(part, digits: 2, to: &out)
        }
        if time.microsecond != 0 {
            out.append(UInt8(ascii: "."))
            append(time.microsecond, digits: 6, to: &out)
        }
        out.append(UInt8(ascii: "Z"))
        return String(decoding: out, as: UTF8.self)
    }

    /// Reads all of `bytes`; the offset is nil if none is written.
    package static func read(_ bytes: UnsafeRawBufferPointer) -> (civil: CivilTime, offset: Int?)? {
        var scanner = TimeScanner(bytes)
        guard let year = scanner.number(4, 4), scanner.take(UInt8(ascii: "-")), let month = scanner.number(2, 2),
            scanner.take(UInt8(ascii: "-")), let day = scanner.number(2, 2)
        else { return nil }
        if scanner.isAtEnd {
            guard let civil = CivilTime(year: year, month: month, day: day) else { return nil }
            return (civil, nil)
        }
        guard scanner.take(UInt8(ascii: "T")) || scanner.take(UInt8(ascii: "t")) || scanner.take(UInt8(ascii: " ")),
            let hour = scanner.number(2, 2), scanner.take(UInt8(ascii: ":")), let minute = scanner.number(2, 2)
        else { return nil }
        var second = 0
        var microsecond = 0
        if scanner.take(UInt8(ascii: ":")) {
            guard let read = scanner.number(2, 2) else { return nil }
            second = read
            if scanner.take(UInt8(ascii: ".")) || scanner.take(UInt8(ascii: ",")) {
                guard let read = scanner.fraction() else { return nil }
                microsecond = read
            }
        }
        guard
            let civil = CivilTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second, microsecond: microsecond
            )
        else { return nil }
        if scanner.isAtEnd { return (civil, nil) }
        _ = scanner.take(UInt8(ascii: " "))
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        return (civil, offset)
    }

    private static func append(_ value: Int, digits: Int, to out: inout [UInt8]) {
        var unit = 1
        for _ in 1..<digits { unit *= 10 }
        while value / unit >= 10 { unit *= 10 }
        while unit > 0 {
            out.append(UInt8(ascii: "0") + UInt8(value / unit % 10))
            unit /= 10
        }
    }
}
