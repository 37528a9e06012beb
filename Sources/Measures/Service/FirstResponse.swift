/// How long people waited for our first response, as `MeasureDefinition.firstResponse` defines it.
package struct FirstResponse: Equatable, Sendable {
    /// The figures of all cases, or of one part of them.
    package struct Figures: Equatable, Sendable {
        /// How many cases were answered.
        package let answered: Int
        /// How many were not, by the end of the data.
        package let unanswered: Int
        /// How many persons the cases are from. Parts may share persons, so that these need not add up.
        package let persons: Int
        /// The median over the answered, in seconds; nil without any.
        package let medianSeconds: Double?
        /// Nine tenths of the answered waited at most this long, in seconds; nil without any.
        package let p90Seconds: Double?
        /// The median with the unanswered in it, as waiting until the end of the data; nil where more than half would be
        /// waiting still.
        package let medianSecondsCensored: Double?
        /// How the target was kept; nil where none was set.
        package let target: Target?

        /// All cases; of a case that was reopened, each episode.
        package var cases: Int { answered + unanswered }
    }

    /// How a promised time was kept.
    package struct Target: Hashable, Sendable {
        /// How many cases were answered within it.
        package var met: Int
        /// How many were not: answered later, or waiting longer than that.
        package var missed: Int
        /// How many are neither, since the data ends before their time is up.
        package var pending: Int

        /// Met of all that are decided.
        package var share: Proportion { Proportion(met, of: met + missed) }
    }

    /// One part of the figure.
    package struct Group: Equatable, Sendable {
        /// Its name.
        package let key: GroupKey
        /// Its figures.
        package let figures: Figures
    }

    /// The figures of all cases.
    package let figures: Figures
    /// By what the groups are told apart.
    package let facet: Facet?
    /// The parts, in ascending order of their keys; empty where nothing was to be taken apart.
    package let groups: [Group]
}
