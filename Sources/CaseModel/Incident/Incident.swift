/// Several cases that are one trouble (S18), as the log says it: since when, how grave, and whether it is over.
package struct Incident: Hashable, Sendable {
    /// One case of it.
    package struct Member: Hashable, Sendable {
        package var number: CaseNumber
        /// Since when it counts as part of the incident.
        package var since: Timestamp

        package init(_ number: CaseNumber, since: Timestamp) {
            self.number = number
            self.since = since
        }
    }

    /// From 1.
    package var number: Int64
    /// The event that declared it first.
    package var position: Position
    /// The rule of detection that saw it; nil where a person did.
    package var trigger: String?
    /// From 1 to 4, the gravest; as it was told last.
    package var level: Int64
    /// In the order of their numbers.
    package var cases: [Member]
    package var declaredAt: Timestamp
    /// When somebody last said something of it while it was open.
    package var changedAt: Timestamp
    /// When it was over; nil while it goes on.
    package var closedAt: Timestamp?

    package init(
        number: Int64, position: Position, trigger: String?, level: Int64, cases: [Member], declaredAt: Timestamp,
        changedAt: Timestamp? = nil, closedAt: Timestamp? = nil
    ) {
        self.number = number
        self.position = position
        self.trigger = trigger
        self.level = level
        self.cases = cases
        self.declaredAt = declaredAt
        self.changedAt = changedAt ?? declaredAt
        self.closedAt = closedAt
    }
}
