/// What is worked in a fixed stretch of time, ready to be looked up: in order, with what went before each interval.
final class WorkingSpan: Sendable {
    /// Days in a span. Its ends are midnights of UTC, so that a moment's span is a division away.
    static let days: Int64 = 256
    static let length: Int64 = days * 86_400_000_000

    /// Microseconds since 1970; where one interval ends another begins only where they could not be joined.
    let starts: [Int64]
    let ends: [Int64]
    /// What is worked in the span before each interval, in microseconds.
    let before: [Int64]
    /// What is worked in the whole span.
    let total: Int64

    init(_ intervals: [Range<Int64>]) {
        var starts: [Int64] = []
        var ends: [Int64] = []
        var before: [Int64] = []
        var total: Int64 = 0
        for interval in intervals {
            if let last = ends.last, last == interval.lowerBound {
                ends[ends.count - 1] = interval.upperBound
            } else {
                starts.append(interval.lowerBound)
                ends.append(interval.upperBound)
                before.append(total)
            }
            total += interval.upperBound - interval.lowerBound
        }
        self.starts = starts
        self.ends = ends
        self.before = before
        self.total = total
    }

    /// What is worked in the span before a moment in it. O(log intervals).
    func worked(before moment: Int64) -> Int64 {
        let index = starts.partitioningIndex { $0 >= moment } - 1
        guard index >= 0 else { return 0 }
        return before[index] + min(moment, ends[index]) - starts[index]
    }

    /// The earliest moment before which so much is worked in the span; more than 0, at most `total`. O(log intervals).
    func moment(after worked: Int64) -> Int64 {
        let index = before.partitioningIndex { $0 >= worked } - 1
        return starts[index] + worked - before[index]
    }
}

extension [Int64] {
    /// The first index whose element meets a condition that no element before it meets and all after it do.
    fileprivate func partitioningIndex(where condition: (Int64) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
