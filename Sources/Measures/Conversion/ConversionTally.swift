package import CaseModel

/// Counts of index complaints by their outcome, and the shares that follow.
package struct ConversionTally: Hashable, Sendable {
    package struct Counts: Hashable, Sendable {
        package fileprivate(set) var stayed = 0
        package fileprivate(set) var passive = 0
        package fileprivate(set) var converted = 0
        package fileprivate(set) var unobserved = 0
        package fileprivate(set) var relapsed = 0
        package fileprivate(set) var everPromoters = 0

        /// Passive or promoter at the end.
        package var recovered: Int { passive + converted }

        fileprivate mutating func add(_ outcome: IndexComplaint.Outcome) {
            switch outcome.stance {
            case .detractor: stayed += 1
            case .passive: passive += 1
            case .promoter: converted += 1
            case .unknown: unobserved += 1
            }
            if outcome.firstPromotionAt != nil { everPromoters += 1 }
            if outcome.isRelapsed { relapsed += 1 }
        }
    }

    /// The printed counts: ties are decided against us.
    private var counts = Counts()
    /// The counts if ties were decided the other way.
    package private(set) var otherEnd = Counts()
    /// How many outcomes depend on a tie in time.
    package private(set) var onTie = 0
    /// Per person: index complaints, and how many of them converted.
    package private(set) var persons = ClusterTable()

    package init() {}

    /// Counts those of one person's index complaints that `belongs` accepts. Call it once per person. O(complaints).
    mutating func add(_ complaints: [CountedComplaint], where belongs: (CountedComplaint) -> Bool) {
        var (trials, successes) = (0, 0)
        for complaint in complaints where belongs(complaint) {
            add(complaint.index)
            trials += 1
            if complaint.index.stanceAtEnd == .promoter { successes += 1 }
        }
        persons.add(trials: trials, successes: successes)
    }

    private mutating func add(_ index: IndexComplaint) {
        counts.add(index.outcome(.gravestLast))
        otherEnd.add(index.outcome(.gravestFirst))
        if index.restsOnTie { onTie += 1 }
    }

    /// Latest evidence shows a detractor; includes the relapsed.
    package var stayed: Int { counts.stayed }
    /// Latest evidence shows a passive.
    package var passive: Int { counts.passive }
    /// Latest evidence shows a promoter.
    package var converted: Int { counts.converted }
    /// No evidence after the complaint within the horizon.
    package var unobserved: Int { counts.unobserved }
    /// Promoters within the horizon who are detractors at its end.
    package var relapsed: Int { counts.relapsed }
    /// Promoters at any time within the horizon.
    package var everPromoters: Int { counts.everPromoters }
    /// Passive or promoter at the end.
    package var recovered: Int { counts.recovered }

    /// All index complaints.
    package var detractors: Int { stayed + passive + converted + unobserved }

    /// The only non-empty row of the transition matrix: every index complaint starts as a detractor.
    package func transitions(to stance: Stance) -> Int {
        switch stance {
        case .detractor: stayed
        case .passive: passive
        case .promoter: converted
        case .unknown: unobserved
        }
    }

    /// Converted over all.
    package var conversion: Proportion { Proportion(converted, of: detractors) }

    /// The conversion if ties were decided the other way.
    package var conversionAtOtherEnd: Proportion { Proportion(otherEnd.converted, of: detractors) }

    /// The recovery if ties were decided the other way.
    package var recoveryAtOtherEnd: Proportion { Proportion(otherEnd.recovered, of: detractors) }

    /// The interval of the conversion; nil if there are no index complaints.
    package var conversionInterval: ShareInterval? { ShareInterval(of: persons) }

    /// O(1).
    package var conversionMethod: ShareInterval.Method { ShareInterval.Method(for: persons) }

    /// Recovered over all.
    package var recovery: Proportion { Proportion(recovered, of: detractors) }

    /// Relapsed over all who were promoters within the horizon.
    package var relapse: Proportion { Proportion(relapsed, of: everPromoters) }

    /// The conversion if none, and if all, of the unobserved were promoters; nil if there are no index complaints.
    package var conversionBounds: Interval? {
        guard let lower = conversion.value, let upper = Proportion(converted + unobserved, of: detractors).value
        else { return nil }
        return Interval(lower: lower, upper: upper)
    }
}
