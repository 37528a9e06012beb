/// Hours that are worked on a day, as the clock on the wall tells them: from a minute up to another, not included.
///
/// A moment counts when the clock shows a time within the hours. So an hour that the clock leaves out has nothing to
/// count, and an hour that it shows twice counts twice: 00:00–24:00 is 23 hours on the one day and 25 on the other, and
/// splitting an interval in two changes nothing.
package struct DayInterval: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Minutes since midnight, 0 to 1439.
    package let start: Int
    /// Minutes since midnight, up to 1440: 24:00 is the end of the day, and no minute of it is lost.
    package let end: Int

    /// The whole day.
    package static let wholeDay = DayInterval(uncheckedFrom: 0, to: 1440)

    private init(uncheckedFrom start: Int, to end: Int) {
        self.start = start
        self.end = end
    }

    /// Nil unless it starts before it ends, within one day.
    package init?(from start: Int, to end: Int) {
        guard 0 <= start, start < end, end <= 1440 else { return nil }
        self.init(uncheckedFrom: start, to: end)
    }

    /// Reads `09:00-14:00`, hours and minutes of two digits each.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 11, bytes[5] == UInt8(ascii: "-"), let start = Self.minute(bytes[0..<5]),
            let end = Self.minute(bytes[6..<11])
        else { return nil }
        self.init(from: start, to: end)
    }

    package static func < (a: DayInterval, b: DayInterval) -> Bool { (a.start, a.end) < (b.start, b.end) }

    /// `09:00-14:00`
    package var description: String { "\(Self.text(start))-\(Self.text(end))" }

    /// Minutes after midnight as a clock shows them, `09:00`.
    static func text(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }

    private static func minute(_ bytes: ArraySlice<UInt8>) -> Int? {
        let digits = bytes.map { Int($0) - 0x30 }
        guard bytes.dropFirst(2).first == UInt8(ascii: ":"), [0, 1, 3, 4].allSatisfy({ 0...9 ~= digits[$0] }) else {
            return nil
        }
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits[3] * 10 + digits[4]
        return minutes < 60 ? hours * 60 + minutes : nil
    }
}
