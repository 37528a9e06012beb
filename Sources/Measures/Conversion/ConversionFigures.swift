/// The conversion over each of the denominators, which are all printed: leaving some out flatters.
package struct ConversionFigures: Hashable, Sendable {
    /// All index complaints: the headline (intention to treat).
    package private(set) var all = ConversionTally()
    /// Those whose horizon has passed by the end of the data: the others can still change.
    package private(set) var mature = ConversionTally()
    /// Those whom we answered within the horizon.
    package private(set) var answered = ConversionTally()
    /// Those whom we did not: the comparison group, since people calm down anyway.
    package private(set) var unanswered = ConversionTally()
    /// Those whose case was resolved within the horizon.
    package private(set) var resolved = ConversionTally()
    /// Those of whom anything is known after the resolution, within the horizon.
    package private(set) var heardAfterResolution = ConversionTally()

    /// Figures of nobody.
    package init() {}

    /// Counts one index complaint. O(1).
    mutating func add(_ index: IndexComplaint, isMature: Bool) {
        all.add(index)
        if isMature { mature.add(index) }
        if index.isAnswered { answered.add(index) } else { unanswered.add(index) }
        if index.isResolved { resolved.add(index) }
        if index.isHeardAfterResolution { heardAfterResolution.add(index) }
    }
}
