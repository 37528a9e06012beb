/// Lengths of time as people read them, the same in English and in Spanish: `2 d 3 h`, `12 min 58 s`.
public enum DurationText {
    /// The two largest units of a length in microseconds; what is below them is cut off, not rounded.
    ///
    /// `2 d 3 h`, `5 h` where no whole minute follows, `850 ms` below a second, `0 s` below a millisecond. A day is 24
    /// hours. A negative length has a minus before it.
    public static func compact(microseconds: Int64) -> String {
        let sign = microseconds < 0 ? "-" : ""
        let milliseconds = microseconds.magnitude / 1_000
        if milliseconds == 0 { return "0 s" }
        if milliseconds < 1_000 { return "\(sign)\(milliseconds) ms" }
        return sign + compact(magnitude: milliseconds / 1_000)
    }

    /// The two largest units of a length in seconds.
    public static func compact(seconds: Int64) -> String {
        (seconds < 0 ? "-" : "") + compact(magnitude: seconds.magnitude)
    }

    private static func compact(magnitude seconds: UInt64) -> String {
        let units: [(UInt64, String)] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
        guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
        let (length, name) = units[first]
        let large = "\(seconds / length) \(name)"
        guard first + 1 < units.count else { return large }
        let (nextLength, nextName) = units[first + 1]
        let small = seconds % length / nextLength
        return small == 0 ? large : "\(large) \(small) \(nextName)"
    }
}
