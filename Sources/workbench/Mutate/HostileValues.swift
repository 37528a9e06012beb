import Basics

/// Words, numbers and bytes that programs have stumbled over: what a mutation puts into an input.
enum HostileValues {
    static let numbers = [
        "0", "-1", "1", "2147483648", "4294967296", "5000000000", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "18446744073709551616", "99999999999999999999999999", "1e999", "-1e-999", "1E400", "0.5",
        "5.70306E+17", "1.000", "1,000", "0x10", "NaN", "Infinity", "-0", "007", "١٢٣", "1000000000", "106751900",
    ]

    static let times = [
        "0000-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00", "9999-12-31", "2026-02-30", "2026-01-01T24:00:00Z",
        "2026-03-29T02:30:00", "1969-12-31T23:59:59Z", "2026-01-01T00:00:60Z", "now", "5000w", "99999999d", "7d", "0m",
        "24:00-00:00", "00:00-24:00", "2400h", "1h30m", "P3D", "19700101", "99991231", "00000101", "-62167219200",
        "253402300800",
    ]

    static let texts = [
        "", " ", "\0", "\u{1B}[2J", "\u{202E}", "\u{2066}", "\u{9B}2J", "\u{2028}", "\r", "\r\n", "\u{FEFF}",
        "\u{E0041}", "'", "\"",
        "\"\"", "`", "$(x)", "%s%n", "../../x", "/dev/null", "-", "--", "-x", "--json", "\\", "\\u0000", "\\ud800", "é",
        "e\u{301}",
        "👨‍👩‍👧‍👦", "ﷺ", "\u{10FFFF}", "null", "true", "~", "[]", "{}", "[[[[[[[[", "{\"a\":{\"a\":{", "&a *a", "*a", "<<: *a",
        "|", ">", "- - - -",
        "!!binary x", "? :", ": :", "#", "---", "...", ",,,,", ";;;;", "\t", "=1+1", "@x", "twitter:", ":1", "case-1",
        "T3.2", "yes", "none",
        "FREQ=YEARLY;COUNT=1000;INTERVAL=1000", "FREQ=YEARLY;BYDAY=-5MO;BYMONTH=2", "UNTIL=99991231", "Europe/Madrid",
        "IST", "+14:00", "-00:00",
        "&#x110000;", "&#0;", "&amp", "&#99999999999999;",
    ]

    /// Bytes that are no UTF-8, or no text.
    static let bytes: [[UInt8]] = [
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80], [0xEF, 0xBB, 0xBF],
        [0], [0x0D], [0x0A],
        [0x1A],
    ]

    /// Any of them as bytes.
    static func any(_ random: inout SplitMix64) -> [UInt8] {
        switch random.integer(below: 8) {
        case 0..<3: Array(random.pick(numbers).utf8)
        case 3: Array(random.pick(times).utf8)
        case 4..<7: Array(random.pick(texts).utf8)
        default: random.pick(bytes)
        }
    }
}
