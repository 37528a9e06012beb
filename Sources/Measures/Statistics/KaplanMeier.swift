/// The share of a sample to which something has not happened yet, over time, where some left before it could be seen.
///
/// E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958):
/// S(t) = ∏ (1 − d/n) over the times up to t, with d events among n at risk. Who is censored at the time of an event is
/// still at risk at it. Only for what nothing competes with: else `AalenJohansen`.
///
/// A sequence of steps, one for each time of an event; nothing is stored beside the two samples.
package struct KaplanMeier: Sequence, Sendable {
    private let events: [Int64]
    private let censored: [Int64]

    /// What happened at one time.
    package struct Step: Hashable, Sendable {
        /// The time since the start, in the sample's unit.
        package var time: Int64
        /// How many were at risk just before.
        package var atRisk: Int
        /// To how many it happened.
        package var events: Int
        /// The share to which it has not happened, after this time.
        package var survival: Double
        /// Greenwood's variance of that share: S² ∑ d / (n (n − d)); 0 where the share is 0.
        package var variance: Double
    }

    /// Takes the times since the start, in any order and one unit.
    ///
    /// - Parameters:
    ///   - events: when it happened.
    ///   - censored: until when it had not happened and was no longer watched.
    /// - Complexity: O(n log n).
    package init(events: [Int64], censored: [Int64]) {
        self.init(sortedEvents: events.sorted(), sortedCensored: censored.sorted())
    }

    /// Takes samples that are in ascending order already. O(1).
    package init(sortedEvents: [Int64], sortedCensored: [Int64]) {
        events = sortedEvents
        censored = sortedCensored
    }

    /// The first time at which at most half remain; nil where more than half remain to the end.
    ///
    /// Without censoring this is the lower median, an observed time, where type 7 would take the mean of two.
    ///
    /// - Complexity: O(n).
    package var median: Int64? { first { $0.survival <= 0.5 + Self.tolerance }?.time }

    /// The share to which it has not happened after a time. O(n).
    package func survival(at time: Int64) -> Double {
        var survival = 1.0
        for step in self {
            if step.time > time { break }
            survival = step.survival
        }
        return survival
    }

    package func makeIterator() -> Iterator { Iterator(events: events, censored: censored) }

    /// What the rounding of hundreds of thousands of factors can add up to.
    private static let tolerance = 1e-10

    /// Walks the times of the events in ascending order.
    package struct Iterator: IteratorProtocol {
        private let events: [Int64]
        private let censored: [Int64]
        private var nextEvent = 0
        private var nextCensored = 0
        private var greenwood = 0.0
        /// Survival and number at risk where the last censoring left them. Between censorings the factors telescope to one
        /// division, which keeps S exact where nobody is censored.
        private var block: (survival: Double, atRisk: Int)
        private var survival = 1.0

        fileprivate init(events: [Int64], censored: [Int64]) {
            self.events = events
            self.censored = censored
            block = (1, events.count + censored.count)
        }

        package mutating func next() -> Step? {
            guard nextEvent < events.count else { return nil }
            let time = events[nextEvent]
            let censoredBefore = nextCensored
            while nextCensored < censored.count, censored[nextCensored] < time { nextCensored += 1 }
            let atRisk = events.count - nextEvent + censored.count - nextCensored
            if nextCensored > censoredBefore { block = (survival, atRisk) }
            let first = nextEvent
            while nextEvent < events.count, events[nextEvent] == time { nextEvent += 1 }
            let count = nextEvent - first
            let left = atRisk - count
            survival = block.survival * (Double(left) / Double(block.atRisk))
            if left > 0 { greenwood += Double(count) / (Double(atRisk) * Double(left)) }
            return Step(
                time: time, atRisk: atRisk, events: count, survival: survival,
                variance: survival * survival * greenwood)
        }
    }
}
