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

    /// Counts the index complaints of one person, all of them in one call: a person is drawn as a whole. O(complaints).
    mutating func add(_ complaints: [CountedComplaint]) {
        all.add(complaints) { _ in true }
        mature.add(complaints) { $0.isMature }
        answered.add(complaints) { $0.index.isAnswered }
        unanswered.add(complaints) { !$0.index.isAnswered }
        resolved.add(complaints) { $0.index.isResolved }
        heardAfterResolution.add(complaints) { $0.index.isHeardAfterResolution }
    }
}

/// An index complaint that lies in the window, and where it counts.
struct CountedComplaint {
    var index: IndexComplaint
    /// Whether its horizon has passed by the end of the data.
    var isMature: Bool
    /// The part to which it belongs.
    var group: GroupKey
}
