/// How long people waited for our first response, as `MeasureDefinition.firstResponse` defines it.
package struct FirstResponse: Equatable, Sendable {
    /// The figures of all episodes, or of one part of them.
    package struct Figures: Equatable, Sendable {
        /// How many episodes were answered.
        package let answered: Int
        /// How many were not, by the end of the data.
        package let unanswered: Int
        /// How many cases the episodes are of. Parts by month may share cases, so that these need not add up.
        package let cases: Int
        /// How many persons the cases are from. Parts may share persons, so that these need not add up.
        package let persons: Int
        /// How many of the episodes are of somebody whom nobody knows, and who is none of those persons.
        package let ofNobody: Int
        /// The median over the answered, in seconds; nil without any.
        package let medianSeconds: Double?
        /// Nine tenths of the answered waited at most this long, in seconds; nil without any.
        package let p90Seconds: Double?
        /// The median with the unanswered in it, as waiting until the end of the data; the median itself where nobody is
        /// unanswered; nil where more than half would be waiting still.
        package let medianSecondsCensored: Double?
        /// How the target was kept; nil where none was set.
        package let target: Target?

        /// All of them.
        package var episodes: Int { answered + unanswered }
    }

    /// How a promised time was kept.
    package struct Target: Hashable, Sendable {
        /// How many episodes were answered within it.
        package var met = 0
        /// How many were not: answered later, or waiting longer than that.
        package var missed = 0
        /// How many are neither, since the data ends before their time is up.
        package var pending = 0
        /// The decided episodes of each person, and how many of them were answered within it.
        package var persons = ClusterTable()

        /// Met of all that are decided.
        package var share: Proportion { Proportion(met, of: met + missed) }

        /// The interval of the share, by the method that fits; nil of nothing.
        package var interval: ShareInterval? { ShareInterval(of: persons) }
    }

    /// One part of the figure.
    package struct Group: Equatable, Sendable {
        /// Its name.
        package let key: GroupKey
        /// Its figures.
        package let figures: Figures
    }

    /// The figures of all episodes.
    package let figures: Figures
    /// By what the groups are told apart.
    package let facet: Facet?
    /// The parts, in ascending order of their keys; empty where nothing was to be taken apart.
    package let groups: [Group]
}
