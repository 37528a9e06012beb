package import CaseModel

/// What became of so many detractors: the counts of the conversion measure and the shares that follow from them.
package struct ConversionTally: Hashable, Sendable {
    /// Those whose latest evidence shows a detractor: the relapsed among them.
    package private(set) var stayed = 0
    /// Those whose latest evidence shows them content.
    package private(set) var passive = 0
    /// Those whose latest evidence shows an advocate.
    package private(set) var converted = 0
    /// Those of whom nothing is known after the complaint within the horizon.
    package private(set) var unobserved = 0
    /// Those who were promoters within the horizon and are detractors at its end.
    package private(set) var relapsed = 0
    /// Those who were promoters at any time within the horizon.
    package private(set) var everPromoters = 0
    /// The index complaints of each person, and how many of them converted.
    package private(set) var persons = ClusterTable()

    /// A tally of nobody.
    package init() {}

    /// Counts those of one person's index complaints that belong here; all of a person's come in one call. O(complaints).
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
        switch index.stanceAtEnd {
        case .detractor: stayed += 1
        case .passive: passive += 1
        case .promoter: converted += 1
        case .unknown: unobserved += 1
        }
        if index.firstPromotionAt != nil { everPromoters += 1 }
        if index.isRelapsed { relapsed += 1 }
    }

    /// All of them: the index complaints.
    package var detractors: Int { stayed + passive + converted + unobserved }

    /// Those who are no detractors any more: passive or promoter at the end.
    package var recovered: Int { passive + converted }

    /// How many detractors at t0 are at the end where: the row of the transition matrix that holds anybody, since every
    /// index complaint starts as a detractor.
    package func transitions(to stance: Stance) -> Int {
        switch stance {
        case .detractor: stayed
        case .passive: passive
        case .promoter: converted
        case .unknown: unobserved
        }
    }

    /// Converted of all.
    package var conversion: Proportion { Proportion(converted, of: detractors) }

    /// The interval of the conversion, by the method that fits; nil of nobody.
    package var conversionInterval: ShareInterval? { ShareInterval(of: persons) }

    /// The method of that interval. O(1).
    package var conversionMethod: ShareInterval.Method { ShareInterval.Method(for: persons) }

    /// Recovered of all.
    package var recovery: Proportion { Proportion(recovered, of: detractors) }

    /// Relapsed of all who ever were promoters.
    package var relapse: Proportion { Proportion(relapsed, of: everPromoters) }

    /// The conversion if none, and if all, of the unobserved had become promoters; nil of nobody.
    package var conversionBounds: Interval? {
        guard let lower = conversion.value, let upper = Proportion(converted + unobserved, of: detractors).value
        else { return nil }
        return Interval(lower: lower, upper: upper)
    }
}
