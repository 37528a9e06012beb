/// The cumulative incidence of an event with competing events, from censored observations.
///
/// O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored
/// observations", Scandinavian Journal of Statistics 5 (1978): F(t) = ∑ S(t−) d/n over the times up to t, with d events
/// among n at risk and S the Kaplan–Meier estimate for any of the events. Treating competing events as censored (1 −
/// Kaplan–Meier) overestimates it.
package struct AalenJohansen: Equatable, Sendable {
    /// How the observation of a subject ended.
    package enum Outcome: Hashable, Sendable { case event, competing, censored }

    package struct Observation: Hashable, Sendable {
        /// Since the start, in one unit for all.
        package var time: Int64
        package var outcome: Outcome

        package init(time: Int64, outcome: Outcome) {
            self.time = time
            self.outcome = outcome
        }
    }

    /// The estimates after a time at which something happened.
    package struct Step: Hashable, Sendable {
        /// Since the start.
        package var time: Int64
        /// The number at risk just before.
        package var atRisk: Int
        /// The cumulative incidence of the event.
        package var incidence: Double
        /// The cumulative incidence of competing events.
        package var competing: Double
        /// The share without any of them; the three add up to 1.
        package var survival: Double
    }

    /// One for each time of an event or competing event, ascending.
    package let steps: [Step]

    /// In any order. O(n log n).
    package init(_ observations: [Observation]) {
        let observations = observations.sorted { $0.time < $1.time }
        var steps: [Step] = []
        var state = (incidence: 0.0, competing: 0.0, survival: 1.0)
        var index = 0
        while index < observations.count {
            let time = observations[index].time
            let atRisk = observations.count - index
            var (events, competing) = (0, 0)
            while index < observations.count, observations[index].time == time {
                switch observations[index].outcome {
                case .event: events += 1
                case .competing: competing += 1
                case .censored: break
                }
                index += 1
            }
            guard events + competing > 0 else { continue }
            let n = Double(atRisk)
            state.incidence += state.survival * Double(events) / n
            state.competing += state.survival * Double(competing) / n
            state.survival *= Double(atRisk - events - competing) / n
            steps.append(
                Step(
                    time: time, atRisk: atRisk, incidence: state.incidence, competing: state.competing,
                    survival: state.survival))
        }
        self.steps = steps
    }

    /// The cumulative incidence by a time, inclusive. O(log n).
    package func incidence(at time: Int64) -> Double {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : steps[low - 1].incidence
    }
}
