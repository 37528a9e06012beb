/// The share without an event over time, from censored observations.
///
/// E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958): S(t) = ∏ (1 −
/// d/n) over the times up to t, with d events among n at risk. A subject censored at the time of an event is still at
/// risk then. With competing events use `AalenJohansen`.
///
/// A sequence of steps, one for each time of an event; stores nothing but the two samples.
package struct KaplanMeier: Sequence, Sendable {
    private let events: [Int64]
    private let censored: [Int64]

    package struct Step: Hashable, Sendable {
        /// Since the start.
        package var time: Int64
        /// The number at risk just before.
        package var atRisk: Int
        /// The number of events at this time.
        package var events: Int
        /// The share without an event after this time.
        package var survival: Double
        /// Greenwood's variance of that share: S² ∑ d / (n (n − d)); 0 if the share is 0.
        package var variance: Double
    }

    /// From times since the start, in any order.
    ///
    /// - Parameters:
    ///   - events: times of events.
    ///   - censored: times at which observation ended without one.
    /// - Complexity: O(n log n).
    package init(events: [Int64], censored: [Int64]) {
        self.init(sortedEvents: events.sorted(), sortedCensored: censored.sorted())
    }

    /// From ascending times. O(1).
    package init(sortedEvents: [Int64], sortedCensored: [Int64]) {
        events = sortedEvents
        censored = sortedCensored
    }

    /// The first time at which at most half remain; nil if more than half remain to the end.
    ///
    /// Without censoring this is the lower median, an observed time, where type 7 takes the mean of two.
    ///
    /// - Complexity: O(n).
    package var median: Int64? { first { $0.survival <= 0.5 + Self.tolerance }?.time }

    /// The share without an event after a time. O(n).
    package func survival(at time: Int64) -> Double {
        var survival = 1.0
        for step in self {
            if step.time > time { break }
            survival = step.survival
        }
        return survival
    }

    package func makeIterator() -> Iterator { Iterator(events: events, censored: censored) }

    /// A bound for the rounding errors of hundreds of thousands of factors.
    private static let tolerance = 1e-10

    package struct Iterator: IteratorProtocol {
        private let events: [Int64]
        private let censored: [Int64]
        private var nextEvent = 0
        private var nextCensored = 0
        private var greenwood = 0.0
        /// Survival and number at risk at the last censoring. Between censorings the factors telescope to one division,
        /// so S is exact if nothing is censored.
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
