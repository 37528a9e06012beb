/// Sums of conformance over many cases.
package struct ConformanceTally: Hashable, Sendable {
    package let constraints: [Constraint]
    /// In the order of the constraints.
    package private(set) var counts: [ConformanceCounts]
    /// Cases with decisions.
    package private(set) var cases = 0
    /// Cases of imported history only.
    package private(set) var importedCases = 0
    /// Events that override a rule with a reason.
    package private(set) var overrides = 0
    package private(set) var trollDismissals = 0
    /// Dismissals as a troll of persons who were later assessed as customers.
    package private(set) var falseTrolls = 0
    /// Forecasts of episodes that were resolved.
    package private(set) var forecasts = 0
    /// Forecasts that were right.
    package private(set) var rightForecasts = 0
    /// Violations based on something that was later corrected or reclassified.
    package private(set) var corrected = 0
    /// Events recorded much later than they occurred.
    package private(set) var lateRecords = 0

    package init(_ constraints: [Constraint] = Constraint.all) {
        self.constraints = constraints
        counts = Array(repeating: ConformanceCounts(), count: constraints.count)
    }

    /// Over all constraints.
    package var all: ConformanceCounts { counts.reduce(into: ConformanceCounts()) { $0.add($1) } }

    /// Adds a case that was checked against the same constraints.
    ///
    /// - Parameter isFalse: whether the person of a dismissal was later assessed as a customer.
    package mutating func add(_ conformance: CaseConformance, isFalse: (TrollDismissal) throws -> Bool) rethrows {
        cases += 1
        for (index, finding) in conformance.findings.enumerated() where index < counts.count {
            counts[index].add(finding.counts)
        }
        overrides += conformance.overrides.count
        // A corrected dismissal counts only if it had turned out false before the correction.
        for dismissal in conformance.trollDismissals {
            let isFalse: Bool = try isFalse(dismissal)
            if dismissal.until == nil || isFalse { trollDismissals += 1 }
            if isFalse { falseTrolls += 1 }
        }
        corrected += conformance.violations.count { !$0.correctedBy.isEmpty }
        lateRecords += conformance.lateRecords.count
        forecasts += conformance.forecasts.count
        rightForecasts += conformance.forecasts.count(where: \.isRight)
    }

    /// Counts an override in a stream that is no case's.
    package mutating func addOverride() { overrides += 1 }

    /// Counts a case of imported history without reading its events.
    package mutating func addHistory(replies: Int, isComplaint: Bool) {
        importedCases += 1
        for (index, constraint) in constraints.enumerated() {
            switch (constraint.template, constraint.activation) {
            case (.precedence, .replySent): counts[index].imported += replies
            case (.timelyResponse, .complaintBegun): counts[index].imported += isComplaint ? 1 : 0
            default: break
            }
        }
    }
}
