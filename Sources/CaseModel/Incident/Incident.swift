/// Several cases with one cause (S18), as folded from the log.
package struct Incident: Hashable, Sendable {
    /// A case of the incident.
    package struct Member: Hashable, Sendable {
        package var number: CaseNumber
        /// When it was added.
        package var since: Timestamp

        package init(_ number: CaseNumber, since: Timestamp) {
            self.number = number
            self.since = since
        }
    }

    package var number: Int64
    /// The event that declared it.
    package var position: Position
    /// The detection rule; nil if a person declared it.
    package var trigger: String?
    /// 1 to 4, 4 the gravest; the last one recorded.
    package var level: Int64
    /// Ascending by number.
    package var cases: [Member]
    package var declaredAt: Timestamp
    /// When it was last declared or widened.
    package var changedAt: Timestamp
    /// Nil while it is open.
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
