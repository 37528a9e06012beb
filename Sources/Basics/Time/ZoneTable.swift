/// When the clocks of a zone change, and how far ahead of UTC they are between the changes.
///
/// The changes that a rule makes every year are written out for 400 years, after which the calendar repeats itself to the
/// day of the week; later times are looked up as many whole 400 years earlier.
struct ZoneTable: Sendable {
    /// The UTC offsets that are allowed, in seconds (RFC 8536, section 3.2): less than 25 hours behind, 26 ahead.
    static let offsets = -89_999...93_599
    /// 400 years in seconds.
    private static let period: Int64 = 146_097 * 86_400

    /// In seconds since 1970, ascending.
    private var changes: [Int64] = []
    /// Before the first change, and from each on.
    private var offsets: [Int]
    /// Where the table ends that repeats itself; nil where the last offset holds for ever.
    private var end: Int64?

    /// A table without changes.
    init(offset: Int) { offsets = [offset] }

    /// Adds a change, which is later than those before; none where the offset stays.
    mutating func append(_ offset: Int, from seconds: Int64) {
        guard offset != offsets.last else { return }
        changes.append(seconds)
        offsets.append(offset)
    }

    /// Adds the changes that a rule makes after a moment, for ever; from the year 1600 on where there is none.
    mutating func append(_ rule: ZoneRule, after last: Int64?) {
        let first = last.map { CalendarDay(seconds: $0).date.year } ?? 1600
        let known = changes.count
        for change in (first - 1...first + 402).flatMap(rule.changes) where change.seconds > last ?? .min {
            append(change.offset, from: change.seconds)
        }
        if changes.count > known + 1 { end = CalendarDay.number(year: first + 402, month: 1, day: 1) * 86_400 }
    }

    /// The stretch of constant offset that a moment lies in. O(log changes).
    func stretch(at seconds: Int64) -> Zone.Stretch {
        var shift: Int64 = 0
        if let end, seconds >= end { shift = ((seconds - end) / Self.period + 1) * Self.period }
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= seconds - shift { low = middle + 1 } else { high = middle }
        }
        return Zone.Stretch(
            start: low == 0 ? .min : changes[low - 1] + shift, end: low == changes.count ? .max : changes[low] + shift,
            offset: offsets[low])
    }
}
