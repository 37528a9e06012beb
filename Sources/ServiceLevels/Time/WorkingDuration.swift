/// A length of working time as policies write it and people type it: `30m`, `1h`, `1h30m`, `48h`.
///
/// Days are refused on purpose: a working day has no fixed length, and which one is meant is where systems disagree.
package struct WorkingDuration: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Its length, at least 0.
    package let microseconds: Int64

    /// The longest that is taken: 100,000 hours, over eleven years.
    package static let longest = WorkingDuration(minutes: 6_000_000)

    /// A length in whole minutes.
    package init(minutes: Int64) { microseconds = minutes * 60_000_000 }

    /// Reads hours and minutes, `h` before `m`, with spaces between them or none; nil for any other text.
    package init?(_ text: String) {
        var total: Int64 = 0
        var number: Int64?
        var allowed: [UInt8: Int64] = [UInt8(ascii: "h"): 60, UInt8(ascii: "m"): 1]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard (number ?? 0) < 1_000_000 else { return nil }
                number = (number ?? 0) * 10 + Int64(byte - 0x30)
            case UInt8(ascii: " ") where number == nil: continue
            default:
                guard let value = number, let unit = allowed[byte] else { return nil }
                total += value * unit
                number = nil
                allowed = unit == 60 ? [UInt8(ascii: "m"): 1] : [:]
            }
        }
        guard number == nil, allowed.count < 2, total <= 6_000_000 else { return nil }
        self.init(minutes: total)
    }

    package static func < (a: WorkingDuration, b: WorkingDuration) -> Bool { a.microseconds < b.microseconds }

    /// `1h30m`, as it can be read again.
    package var description: String {
        let minutes = microseconds / 60_000_000
        if minutes == 0 { return "0m" }
        return (minutes >= 60 ? "\(minutes / 60)h" : "") + (minutes % 60 > 0 ? "\(minutes % 60)m" : "")
    }
}
