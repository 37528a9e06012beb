/// The 95 % interval of a share, with the method that gave it: what every table, JSON and CSV prints.
package struct ShareInterval: Hashable, Sendable {
    /// How an interval was found.
    package enum Method: Hashable, Sendable {
        /// Wilson's score interval: every trial is another person's.
        case wilson
        /// Drawing the persons again: some count more than once.
        case bootstrapByPerson(ClusterBootstrap)
        /// Wilson's score interval with each person as one trial: some count more than once, but every person has the same
        /// share, so that drawing them again would always give the same and an interval without width.
        case wilsonByPerson
    }

    /// Both ends of the share, 0 to 1.
    package let interval: Interval
    /// What gave them.
    package let method: Method

    /// The one place that chooses: Wilson where each person counts once at most, else the bootstrap by person
    /// (MEASURES, "Intervals"), or Wilson by person where every person has the same share; nil of nothing.
    ///
    /// - Parameter persons: the trials of each person.
    /// - Complexity: O(1) for Wilson, else that of `ClusterBootstrap.interval95(of:)`.
    package init?(of persons: ClusterTable) {
        method = Method(for: persons)
        let found: Interval? =
            switch method {
            case .wilson: persons.proportion.wilson95
            case .bootstrapByPerson(let bootstrap): bootstrap.interval95(of: persons)
            case .wilsonByPerson: persons.proportion.wilson95(ofTrials: persons.count)
            }
        guard let found else { return nil }
        interval = found
    }
}

extension ShareInterval.Method {
    /// The one that fits. O(1).
    package init(for persons: ClusterTable) {
        if persons.hasOneTrialEach {
            self = .wilson
        } else if persons.hasOneShare {
            self = .wilsonByPerson
        } else {
            self = .bootstrapByPerson(.byPerson)
        }
    }
}

extension ShareInterval.Method {
    /// Its name for programs: `wilson`, `bootstrap-by-person`, `wilson-by-person`.
    package var name: String {
        switch self {
        case .wilson: "wilson"
        case .bootstrapByPerson: "bootstrap-by-person"
        case .wilsonByPerson: "wilson-by-person"
        }
    }

    /// What started the random numbers; nil where there are none.
    package var seed: UInt64? {
        switch self {
        case .wilson, .wilsonByPerson: nil
        case .bootstrapByPerson(let bootstrap): bootstrap.seed
        }
    }
}
