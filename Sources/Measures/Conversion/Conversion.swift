package import CaseModel

/// The conversion of detractors into promoters (`MeasureDefinition.conversion`): the result of a `ConversionQuestion`.
package struct Conversion: Equatable, Sendable {
    /// One group of the figure.
    package struct Group: Hashable, Sendable {
        package var key: GroupKey
        /// Over all groups they add up to the whole.
        package var figures: ConversionFigures
    }

    /// In microseconds.
    package let horizon: Int64
    /// The time after an index complaint in which a person has no second one, in microseconds.
    package let washout: Int64
    /// The last moment that the data covers.
    package let endOfData: Timestamp
    /// Index complaints count if they were made in it.
    package let window: Window
    /// The facet of the groups.
    package let facet: Facet?
    /// The figures of the founded complaints.
    package let figures: ConversionFigures
    /// Ascending by key; empty if no grouping was asked for.
    package let groups: [Group]
    /// The complaints that don't count as founded, and the figures with them.
    package let excluded: ExcludedComplaints

    /// Evidence in the window by anonymous authors, which is left out.
    package let evidenceOfNobody: Int

    /// The number of persons with index complaints.
    package var persons: Int { figures.all.persons.count }
}

/// Complaints assessed as unfounded or dismissed, reported so that dismissing more makes no figure look better.
package struct ExcludedComplaints: Equatable, Sendable {
    /// Excluded complaints in the window, by reason.
    package internal(set) var complaints: [Exclusion: Int] = [:]
    /// Persons with such a complaint in the window.
    package internal(set) var persons = 0
    /// Persons who count only if excluded complaints do.
    package internal(set) var personsLeftOut = 0
    /// The figures as if every complaint were founded.
    package internal(set) var figuresWithThem = ConversionFigures()
}
