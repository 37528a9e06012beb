package import CaseModel

/// The result of checking one case.
package struct CaseConformance: Hashable, Sendable {
    /// In the order of the constraints.
    package var findings: [ConstraintFinding]
    /// Events that override a rule with a reason, by time.
    package var overrides: [Position]
    /// Dismissals as a troll, by time.
    package var trollDismissals: [TrollDismissal]
    /// Forecasts of episodes that were resolved, by time, except those of `unknown`.
    package var forecasts: [JudgedForecast]
    /// Events recorded much later than they occurred, by time.
    package var lateRecords: [LateRecord]

    /// Over all constraints.
    package var counts: ConformanceCounts { findings.reduce(into: ConformanceCounts()) { $0.add($1.counts) } }
    package var violations: [ConstraintViolation] { findings.flatMap(\.violations) }
}

/// The result for one constraint.
package struct ConstraintFinding: Hashable, Sendable {
    package var constraint: Constraint
    package var counts: ConformanceCounts
    /// By time, overridden ones included.
    package var violations: [ConstraintViolation]
}

/// Counts of a constraint's activations by result.
package struct ConformanceCounts: Hashable, Sendable {
    package var satisfied = 0
    /// Violated without a reason.
    package var violated = 0
    /// Violated with a recorded reason.
    package var overridden = 0
    /// Can still be satisfied.
    package var pending = 0
    /// Activated by imported history, which is not judged.
    package var imported = 0

    package init(satisfied: Int = 0, violated: Int = 0, overridden: Int = 0, pending: Int = 0, imported: Int = 0) {
        self.satisfied = satisfied
        self.violated = violated
        self.overridden = overridden
        self.pending = pending
        self.imported = imported
    }

    /// Activations that are decided.
    package var activations: Int { satisfied + violated + overridden }

    /// Satisfied over decided activations; nil without any.
    package var fitness: Double? { activations == 0 ? nil : Double(satisfied) / Double(activations) }

    package mutating func add(_ other: ConformanceCounts) {
        satisfied += other.satisfied
        violated += other.violated
        overridden += other.overridden
        pending += other.pending
        imported += other.imported
    }
}

/// A violation of a constraint.
package struct ConstraintViolation: Hashable, Sendable {
    package var constraint: Constraint
    /// The event that called for it.
    package var activation: Position
    /// The violating events, by time; empty if only time passed.
    package var events: [Position]
    /// When it was broken.
    package var at: Timestamp
    /// Whether every violating event has a reason for overriding the rule.
    package var isOverridden: Bool
    /// Events that later corrected or reclassified what it is based on. It remains a violation, since it is judged by
    /// what was known then.
    package var correctedBy: [Position] = []

    /// All events that it is based on, without duplicates.
    package var positions: [Position] { events.contains(activation) ? events : [activation] + events }
}

/// An event that was recorded much later than it occurred.
package struct LateRecord: Hashable, Sendable {
    package var position: Position
    /// In microseconds.
    package var delay: Int64
}

/// A dismissal as a troll. Later assessments of the person decide whether it was right.
package struct TrollDismissal: Hashable, Sendable {
    package var position: Position
    package var at: Timestamp
    /// When it was corrected to another ground.
    package var until: Timestamp?
}

/// A forecast of an episode that was resolved.
package struct JudgedForecast: Hashable, Sendable {
    package var position: Position
    package var forecast: Outcome
    /// The worst outcome of the episode's resolutions.
    package var outcome: Outcome

    package var isRight: Bool { forecast == outcome }
}
