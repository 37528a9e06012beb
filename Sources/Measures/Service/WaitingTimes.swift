import CaseModel

/// How long so many cases waited for an answer, in microseconds.
struct WaitingTimes {
    /// How one case waited.
    enum Wait {
        /// So long, until it was answered.
        case answered(Int64)
        /// So long by the end of the data, and not answered yet.
        case unanswered(Int64)
    }

    private var answered: [Int64] = []
    private var unanswered: [Int64] = []
    /// The person of each case: sorted at the end, which costs less than a set, mostly being in order already.
    private var persons: [PersonNumber] = []

    mutating func add(_ wait: Wait, of person: PersonNumber) {
        switch wait {
        case .answered(let time): answered.append(time)
        case .unanswered(let time): unanswered.append(time)
        }
        persons.append(person)
    }

    consuming func figures(target: Int64?) -> FirstResponse.Figures {
        answered.sort()
        unanswered.sort()
        persons.sort()
        let distinct = zip(persons, persons.dropFirst()).reduce(persons.isEmpty ? 0 : 1) { $1.0 == $1.1 ? $0 : $0 + 1 }
        return FirstResponse.Figures(
            answered: answered.count, unanswered: unanswered.count, persons: distinct,
            medianSeconds: Quantile.median.value(ofSorted: answered).map { $0 / 1_000_000 },
            p90Seconds: Quantile.p90.value(ofSorted: answered).map { $0 / 1_000_000 },
            medianSecondsCensored: KaplanMeier(sortedEvents: answered, sortedCensored: unanswered).median
                .map { Double($0) / 1_000_000 },
            target: target.map(kept))
    }

    private func kept(_ target: Int64) -> FirstResponse.Target {
        let met = answered.count { $0 <= target }
        let overdue = unanswered.count { $0 > target }
        return FirstResponse.Target(
            met: met, missed: answered.count - met + overdue, pending: unanswered.count - overdue)
    }
}
