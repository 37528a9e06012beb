import CaseModel

/// Collects waiting times, in microseconds.
struct WaitingTimes {
    enum Wait {
        /// Until the answer.
        case answered(Int64)
        /// Until the end of the data.
        case unanswered(Int64)
    }

    private var answered: [Int64] = []
    private var unanswered: [Int64] = []
    /// One entry per episode; sorted at the end, which is cheaper than a set because they mostly arrive in order.
    private var cases: [CaseNumber] = []
    private var persons: [PersonNumber] = []
    private var ofNobody = 0
    /// Decided episodes by person, if there is a target.
    private var byPerson: [PersonNumber: Kept] = [:]
    private var kept = FirstResponse.Target()

    private struct Kept {
        var decided = 0
        var met = 0
    }

    /// Adds an episode. O(1).
    mutating func add(_ wait: Wait, of fact: ServiceFact, target: Int64?) {
        switch wait {
        case .answered(let time): answered.append(time)
        case .unanswered(let time): unanswered.append(time)
        }
        cases.append(fact.number)
        if let person = fact.person { persons.append(person) } else { ofNobody += 1 }
        if let target { judge(wait, of: fact.person, target) }
    }

    private mutating func judge(_ wait: Wait, of person: PersonNumber?, _ target: Int64) {
        let isMet: Bool
        switch wait {
        case .answered(let time): isMet = time <= target
        case .unanswered(let time):
            guard time > target else { return kept.pending += 1 }
            isMet = false
        }
        if isMet { kept.met += 1 } else { kept.missed += 1 }
        // Each anonymous author counts as a person of their own.
        guard let person else { return kept.persons.add(trials: 1, successes: isMet ? 1 : 0) }
        byPerson[person, default: Kept()].decided += 1
        if isMet { byPerson[person, default: Kept()].met += 1 }
    }

    consuming func figures(hasTarget: Bool) -> FirstResponse.Figures {
        answered.sort()
        unanswered.sort()
        let median: Double? = Quantile.median.value(ofSorted: answered).map { $0 / 1_000_000 }
        let censored: Double? = KaplanMeier(sortedEvents: answered, sortedCensored: unanswered).median
            .map { Double($0) / 1_000_000 }
        for (_, person) in byPerson { kept.persons.add(trials: person.decided, successes: person.met) }
        return FirstResponse.Figures(
            answered: answered.count, unanswered: unanswered.count, cases: Self.distinct(cases),
            persons: Self.distinct(persons), ofNobody: ofNobody, medianSeconds: median,
            p90Seconds: Quantile.p90.value(ofSorted: answered).map { $0 / 1_000_000 },
            medianSecondsCensored: unanswered.isEmpty ? median : censored, target: hasTarget ? kept : nil)
    }

    private static func distinct<Number: Comparable>(_ numbers: [Number]) -> Int {
        let sorted: [Number] = numbers.sorted()
        return zip(sorted, sorted.dropFirst()).reduce(sorted.isEmpty ? 0 : 1) { $1.0 == $1.1 ? $0 : $0 + 1 }
    }
}
