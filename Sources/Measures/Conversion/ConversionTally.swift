package import CaseModel

/// What became of so many detractors: the counts of the conversion measure and the shares that follow from them.
package struct ConversionTally: Hashable, Sendable {
    /// So many of each kind.
    package struct Counts: Hashable, Sendable {
        package fileprivate(set) var stayed = 0
        package fileprivate(set) var passive = 0
        package fileprivate(set) var converted = 0
        package fileprivate(set) var unobserved = 0
        package fileprivate(set) var relapsed = 0
        package fileprivate(set) var everPromoters = 0

        /// Those who are no detractors any more: passive or promoter at the end.
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

    /// The counts where doubt about the order of one instant counts against the house: those that are printed.
    private var counts = Counts()
    /// The counts at the other end of such doubt.
    package private(set) var otherEnd = Counts()
    /// How many of them rest on a tie of time.
    package private(set) var onTie = 0
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
        counts.add(index.outcome(.gravestLast))
        otherEnd.add(index.outcome(.gravestFirst))
        if index.restsOnTie { onTie += 1 }
    }

    /// Those whose latest evidence shows a detractor: the relapsed among them.
    package var stayed: Int { counts.stayed }
    /// Those whose latest evidence shows them content.
    package var passive: Int { counts.passive }
    /// Those whose latest evidence shows an advocate.
    package var converted: Int { counts.converted }
    /// Those of whom nothing is known after the complaint within the horizon.
    package var unobserved: Int { counts.unobserved }
    /// Those who were promoters within the horizon and are detractors at its end.
    package var relapsed: Int { counts.relapsed }
    /// Those who were promoters at any time within the horizon.
    package var everPromoters: Int { counts.everPromoters }
    /// Those who are no detractors any more: passive or promoter at the end.
    package var recovered: Int { counts.recovered }

    /// All of them: the index complaints.
    package var detractors: Int { stayed + passive + converted + unobserved }

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

    /// The conversion at the other end of the ties of time.
    package var conversionAtOtherEnd: Proportion { Proportion(otherEnd.converted, of: detractors) }

    /// The recovery at the other end of the ties of time.
    package var recoveryAtOtherEnd: Proportion { Proportion(otherEnd.recovered, of: detractors) }

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
