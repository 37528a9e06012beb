/// How the work on many cases kept to the constraints: the sums of what was found in each.
package struct ConformanceTally: Hashable, Sendable {
    /// What the cases are held to.
    package let constraints: [Constraint]
    /// The sums, in the order of the constraints.
    package private(set) var counts: [ConformanceCounts]
    /// Cases in which something was decided here.
    package private(set) var cases = 0
    /// Cases of imported history alone: no decision of theirs is judged.
    package private(set) var importedCases = 0
    /// Decisions for which a reason was given for going against a rule.
    package private(set) var overrides = 0
    package private(set) var trollDismissals = 0
    /// Dismissals as a troll of somebody who was later judged to be a customer.
    package private(set) var falseTrolls = 0
    /// Forecasts of episodes that were resolved.
    package private(set) var forecasts = 0
    /// Those of them that came true.
    package private(set) var rightForecasts = 0
    /// Violations that rest on something which was corrected, or judged otherwise, afterwards.
    package private(set) var corrected = 0
    /// Decisions that were recorded much later than they say they happened.
    package private(set) var lateRecords = 0

    /// Starts an empty tally.
    package init(_ constraints: [Constraint] = Constraint.all) {
        self.constraints = constraints
        counts = Array(repeating: ConformanceCounts(), count: constraints.count)
    }

    /// All constraints together.
    package var all: ConformanceCounts { counts.reduce(into: ConformanceCounts()) { $0.add($1) } }

    /// Takes a case that was judged by the same constraints.
    ///
    /// - Parameter isFalse: whether the person of a dismissal was later judged to be a customer.
    package mutating func add(_ conformance: CaseConformance, isFalse: (TrollDismissal) throws -> Bool) rethrows {
        cases += 1
        for (index, finding) in conformance.findings.enumerated() where index < counts.count {
            counts[index].add(finding.counts)
        }
        overrides += conformance.overrides.count
        // One that was corrected counts only where it was found false before: then it can't be unmade.
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

    /// Takes a decision against a rule that stands in no case's own stream.
    package mutating func addOverride() { overrides += 1 }

    /// Takes a case of imported history alone: what it would call for is counted apart, and not read.
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
