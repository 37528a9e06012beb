package import CaseModel

/// The answer to a `ConversionQuestion`: the conversion of detractors into promoters, as `MeasureDefinition.conversion`
/// defines it.
package struct Conversion: Equatable, Sendable {
    /// One part of the figure.
    package struct Group: Hashable, Sendable {
        /// Its name.
        package var key: GroupKey
        /// Its figures; over all groups they add up to the whole.
        package var figures: ConversionFigures
    }

    /// How long after the complaint was looked, in microseconds.
    package let horizon: Int64
    /// How long after an index complaint a person had no second one, in microseconds.
    package let washout: Int64
    /// The last moment that the data covers.
    package let endOfData: Timestamp
    /// Which index complaints were counted, by when they were made.
    package let window: Window
    /// By what the groups are told apart.
    package let facet: Facet?
    /// The figures of the founded complaints.
    package let figures: ConversionFigures
    /// The parts, in ascending order of their keys; empty where nothing was to be taken apart.
    package let groups: [Group]
    /// What was left out as not founded, and the figures with it.
    package let excluded: ExcludedComplaints

    /// How much evidence in the window is left out because nobody knows whose it is.
    package let evidenceOfNobody: Int

    /// How many persons the index complaints are from.
    package var persons: Int { figures.all.persons.count }
}

/// The complaints that are assessed as unfounded or dismissed, so that nobody looks better by dismissing more.
package struct ExcludedComplaints: Equatable, Sendable {
    /// How many complaints in the window are excluded, for each reason that occurs.
    package internal(set) var complaints: [Exclusion: Int] = [:]
    /// How many persons have such a complaint in the window.
    package internal(set) var persons = 0
    /// How many persons count with the excluded complaints in, and don't without them.
    package internal(set) var personsLeftOut = 0
    /// The figures as if every complaint were founded.
    package internal(set) var figuresWithThem = ConversionFigures()
}
