/// The conversion over each denominator. All are printed, because leaving some out flatters.
package struct ConversionFigures: Hashable, Sendable {
    /// All index complaints: the headline (intention to treat).
    package private(set) var all = ConversionTally()
    /// Those whose horizon ended within the data; the others can still change.
    package private(set) var mature = ConversionTally()
    /// Those answered within the horizon.
    package private(set) var answered = ConversionTally()
    /// Those not answered: the comparison group, since people calm down anyway.
    package private(set) var unanswered = ConversionTally()
    /// Those whose case was resolved within the horizon.
    package private(set) var resolved = ConversionTally()
    /// Those with evidence after the resolution, within the horizon.
    package private(set) var heardAfterResolution = ConversionTally()

    package init() {}

    /// Counts all index complaints of one person in one call: the bootstrap draws whole persons. O(complaints).
    mutating func add(_ complaints: [CountedComplaint]) {
        all.add(complaints) { _ in true }
        mature.add(complaints) { $0.isMature }
        answered.add(complaints) { $0.index.isAnswered }
        unanswered.add(complaints) { !$0.index.isAnswered }
        resolved.add(complaints) { $0.index.isResolved }
        heardAfterResolution.add(complaints) { $0.index.isHeardAfterResolution }
    }
}

/// An index complaint in the window.
struct CountedComplaint {
    var index: IndexComplaint
    /// Whether its horizon ended within the data.
    var isMature: Bool
    var group: GroupKey
}
