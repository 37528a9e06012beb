/// How likely something has happened by a time, where something else can happen first and make it impossible.
///
/// O. Aalen and S. Johansen, "An empirical transition matrix for non-homogeneous Markov chains based on censored
/// observations", Scandinavian Journal of Statistics 5 (1978): F(t) = ∑ S(t−) d/n over the times up to t, with d events
/// of the one kind among n at risk and S the Kaplan–Meier estimate of nothing at all having happened. Taking the
/// competing events for censorings instead (1 − Kaplan–Meier) overstates it.
package struct AalenJohansen: Equatable, Sendable {
    /// How the watching of one subject ended.
    package enum Outcome: Hashable, Sendable { case event, competing, censored }

    /// How the watching of one subject ended, and how long after its start.
    package struct Observation: Hashable, Sendable {
        /// The time since the start, in one unit for all.
        package var time: Int64
        /// What ended it.
        package var outcome: Outcome

        /// Puts an observation together.
        package init(time: Int64, outcome: Outcome) {
            self.time = time
            self.outcome = outcome
        }
    }

    /// Where the estimates stand after a time at which something happened.
    package struct Step: Hashable, Sendable {
        /// The time since the start.
        package var time: Int64
        /// How many were at risk just before.
        package var atRisk: Int
        /// The cumulative incidence of the event.
        package var incidence: Double
        /// The cumulative incidence of what competes with it.
        package var competing: Double
        /// The share to which neither has happened; with the two incidences it adds up to 1.
        package var survival: Double
    }

    /// One step for each time at which the event or a competing one happened, in ascending order.
    package let steps: [Step]

    /// Estimates from observations in any order. O(n log n).
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

    /// The cumulative incidence of the event by a time, that time included. O(log n).
    package func incidence(at time: Int64) -> Double {
        var (low, high) = (0, steps.count)
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : steps[low - 1].incidence
    }
}
