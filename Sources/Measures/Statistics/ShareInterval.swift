/// The 95 % interval of a share, with the method that gave it: what every table, JSON and CSV prints.
package struct ShareInterval: Hashable, Sendable {
    /// How an interval was found.
    package enum Method: Hashable, Sendable {
        /// Wilson's score interval: every trial is another person's.
        case wilson
        /// Drawing the persons again: some count more than once.
        case bootstrapByPerson(ClusterBootstrap)
    }

    /// Both ends of the share, 0 to 1.
    package let interval: Interval
    /// What gave them.
    package let method: Method

    /// The one place that chooses: Wilson where each person counts once at most, else the bootstrap by person
    /// (MEASURES, "Intervals"); nil of nothing.
    ///
    /// - Parameter persons: the trials of each person.
    /// - Complexity: O(1) for Wilson, else that of `ClusterBootstrap.interval95(of:)`.
    package init?(of persons: ClusterTable) {
        method = Method(for: persons)
        let found: Interval? =
            switch method {
            case .wilson: persons.proportion.wilson95
            case .bootstrapByPerson(let bootstrap): bootstrap.interval95(of: persons)
            }
        guard let found else { return nil }
        interval = found
    }
}

extension ShareInterval.Method {
    /// The one that fits. O(1).
    package init(for persons: ClusterTable) {
        self = persons.hasOneTrialEach ? .wilson : .bootstrapByPerson(.byPerson)
    }
}

extension ShareInterval.Method {
    /// Its name for programs: `wilson`, `bootstrap-by-person`.
    package var name: String {
        switch self {
        case .wilson: "wilson"
        case .bootstrapByPerson: "bootstrap-by-person"
        }
    }

    /// What started the random numbers; nil where there are none.
    package var seed: UInt64? {
        switch self {
        case .wilson: nil
        case .bootstrapByPerson(let bootstrap): bootstrap.seed
        }
    }
}
