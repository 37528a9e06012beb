/// The 95 % interval of a share with its method, as every table, JSON and CSV prints it.
package struct ShareInterval: Hashable, Sendable {
    package enum Method: Hashable, Sendable {
        /// Wilson's score interval: each person has at most one trial.
        case wilson
        /// Resampling of persons: some have several trials.
        case bootstrapByPerson(ClusterBootstrap)
        /// Wilson's score interval with each person as one trial: some have several trials, but all persons have
        /// the same share, so resampling would give an interval without width.
        case wilsonByPerson
    }

    /// Of the share, 0 to 1.
    package let interval: Interval
    package let method: Method

    /// Chooses the method: Wilson if each person counts at most once, else the bootstrap by person (MEASURES,
    /// "Intervals"), or Wilson by person if all persons have the same share. Nil without trials.
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
    /// O(1).
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
    /// For programs: `wilson`, `bootstrap-by-person`, `wilson-by-person`.
    package var name: String {
        switch self {
        case .wilson: "wilson"
        case .bootstrapByPerson: "bootstrap-by-person"
        case .wilsonByPerson: "wilson-by-person"
        }
    }

    /// The seed of the bootstrap.
    package var seed: UInt64? {
        switch self {
        case .wilson, .wilsonByPerson: nil
        case .bootstrapByPerson(let bootstrap): bootstrap.seed
        }
    }
}
