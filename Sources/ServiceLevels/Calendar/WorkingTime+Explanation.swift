package import Basics
package import CaseModel

/// One day of the way to a deadline.
package struct ExplainedDay: Hashable, Sendable {
    package var day: CalendarDay
    /// The last of several days that are told as one, since nothing counts on any of them for a pause; nil for a day by itself.
    package var through: CalendarDay?
    /// The name of the holiday or special day, where it has one.
    package var name: String?
    /// The stretches of the day that count: worked, since the start, up to the deadline, not paused.
    package var counted: [Range<Timestamp>]
    /// Microseconds that count on this day.
    package var working: Int64
    /// Microseconds that would count, were it not for a pause.
    package var paused: Int64
    /// Microseconds that are left after this day.
    package var left: Int64
}

extension WorkingTime {
    /// Tells day by day how a deadline comes about, from the day of the start to that of the deadline, both included.
    ///
    /// Days on which nothing counts are told too, with the reason where the calendar names one. Three or more of them in a
    /// row that a pause takes up, the days off between them included, are told as one. Nothing is left out.
    ///
    /// - Parameter pauses: what does not count, in any order.
    /// - Complexity: O(days · pauses).
    package func explain(
        adding working: Int64, to start: Timestamp, pauses: [Range<Timestamp>] = []
    ) -> [ExplainedDay] {
        guard let due = adding(working, to: start, without: pauses) else { return [] }
        let pauses = pauses.merged
        var told: [ExplainedDay] = []
        var run: [ExplainedDay] = []
        var left = working
        var day = localDay(of: start)
        // What falls due at midnight falls due at the end of the day before.
        let last = localDay(of: max(start, due.later(by: -1)))
        while day <= last {
            let plan = self.day(day)
            let inside = plan.intervals.map { $0.clamped(to: start..<max(start, due)) }.filter { !$0.isEmpty }
            let counted = inside.flatMap { $0.subtracting(pauses) }
            let amount = counted.length
            left -= amount
            let explained = ExplainedDay(
                day: day, name: plan.name, counted: counted, working: amount, paused: inside.length - amount,
                left: left)
            if amount == 0, explained.paused > 0 || !run.isEmpty {
                run.append(explained)
            } else {
                told += Self.folded(run)
                run = []
                told.append(explained)
            }
            day.number += 1
        }
        return told + Self.folded(run)
    }

    /// Days on which nothing counts, the first of them for a pause: up to the last that is paused as one.
    private static func folded(_ run: [ExplainedDay]) -> [ExplainedDay] {
        guard let last = run.lastIndex(where: { $0.paused > 0 }), last >= 2, var whole = run.first else { return run }
        whole.through = run[last].day
        whole.name = nil
        whole.paused = run[...last].reduce(0) { $0 + $1.paused }
        return [whole] + run[(last + 1)...]
    }

    /// The earliest moment at which so many microseconds have been worked since another, pauses not counted.
    ///
    /// - Complexity: O(p log p) for p pauses.
    package func adding(_ working: Int64, to start: Timestamp, without pauses: [Range<Timestamp>]) -> Timestamp? {
        if pauses.isEmpty { return adding(working, to: start) }
        var here = start
        var rest = working
        for pause in pauses.merged where pause.upperBound > start {
            let before = self.working(from: here, to: max(here, pause.lowerBound))
            if before >= rest { break }
            rest -= before
            here = max(here, pause.upperBound)
        }
        return adding(rest, to: here)
    }

    /// How many microseconds are worked from one moment to another, pauses not counted. O(p log p) for p pauses.
    package func working(from start: Timestamp, to end: Timestamp, without pauses: [Range<Timestamp>]) -> Int64 {
        if pauses.isEmpty { return self.working(from: start, to: end) }
        guard start < end else { return 0 }
        return (start..<end).subtracting(pauses.merged).reduce(0) {
            $0 + working(from: $1.lowerBound, to: $1.upperBound)
        }
    }
}

extension Range<Timestamp> {
    /// What is left of it without others, which are in order and apart.
    fileprivate func subtracting(_ others: [Range<Timestamp>]) -> [Range<Timestamp>] {
        var left: [Range<Timestamp>] = []
        var here = lowerBound
        for other in others where other.overlaps(self) {
            if here < other.lowerBound { left.append(here..<other.lowerBound) }
            here = Swift.max(here, other.upperBound)
        }
        if here < upperBound { left.append(here..<upperBound) }
        return left
    }
}

extension [Range<Timestamp>] {
    /// The same time in order, with what overlaps or touches joined.
    fileprivate var merged: [Range<Timestamp>] {
        guard count > 1 else { return filter { !$0.isEmpty } }
        var merged: [Range<Timestamp>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    fileprivate var length: Int64 {
        reduce(0) { $0 + $1.upperBound.microseconds(since: $1.lowerBound) }
    }
}
