/// Which cases to list, and how: an immutable value.
package struct CaseQuery: Sendable {
    /// What the list is ordered by.
    package enum Order: String, CaseIterable, Sendable {
        case number, opened, activity, mentions, person
    }

    package var statuses: [CaseStatus] = []
    package var channel: Channel?
    package var brand: String?
    package var polarity: Polarity?
    package var target: Target?
    /// Whose cases, and those of everybody they are one with; those that went on in another's are there too.
    package var person: PersonNumber?
    /// Who of the house has it.
    package var assignee: String?
    /// Only cases that nobody has.
    package var isUnassigned = false
    /// Only cases with all of these.
    package var tags: [String] = []
    /// Only cases as urgent as one of these.
    package var priorities: [Priority] = []
    /// Opened at or after.
    package var since: Timestamp?
    /// Opened before.
    package var until: Timestamp?
    /// Only cases that we have answered, or have not.
    package var isAnswered: Bool?
    /// Whether cases that go on in others are listed too.
    package var includesMerged = false
    package var order: Order = .activity
    package var isDescending = true
    package var limit: Int?

    package init() {}
}
