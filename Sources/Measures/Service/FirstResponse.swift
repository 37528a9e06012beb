/// How long people waited for our first response (`MeasureDefinition.firstResponse`).
package struct FirstResponse: Equatable, Sendable {
    /// The figures of all episodes, or of a group.
    package struct Figures: Equatable, Sendable {
        /// Answered episodes.
        package let answered: Int
        /// Episodes not answered by the end of the data.
        package let unanswered: Int
        /// Their cases. Groups by month can share cases, so these need not add up.
        package let cases: Int
        /// Their persons. Groups can share persons, so these need not add up.
        package let persons: Int
        /// Episodes of anonymous authors, who are not in `persons`.
        package let ofNobody: Int
        /// Over the answered, in seconds; nil without any.
        package let medianSeconds: Double?
        /// Nine tenths of the answered waited at most this long, in seconds; nil without any.
        package let p90Seconds: Double?
        /// The median with unanswered episodes censored at the end of the data, in seconds. Equals `medianSeconds` if
        /// all are answered; nil if more than half are not answered for so long.
        package let medianSecondsCensored: Double?
        /// How a target was met; nil if none was given.
        package let target: Target?

        package var episodes: Int { answered + unanswered }
    }

    /// How a target was met.
    package struct Target: Hashable, Sendable {
        /// Answered within it.
        package var met = 0
        /// Answered later, or unanswered for longer.
        package var missed = 0
        /// Undecided, because the data ends before.
        package var pending = 0
        /// Per person: decided episodes, and how many of them met it.
        package var persons = ClusterTable()

        /// Met over decided.
        package var share: Proportion { Proportion(met, of: met + missed) }

        /// The interval of the share; nil if nothing is decided.
        package var interval: ShareInterval? { ShareInterval(of: persons) }
    }

    package struct Group: Equatable, Sendable {
        package let key: GroupKey
        /// Its figures.
        package let figures: Figures
    }

    package let figures: Figures
    /// The facet of the groups.
    package let facet: Facet?
    /// Ascending by key; empty if no grouping was asked for.
    package let groups: [Group]
}
