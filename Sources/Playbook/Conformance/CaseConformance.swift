package import CaseModel

/// How the work on one case kept to the rules about the order of decisions.
package struct CaseConformance: Hashable, Sendable {
    /// What became of each constraint, in the order of the constraints.
    package var findings: [ConstraintFinding]
    /// The events for which a reason was given for going against a rule, in the order of the world.
    package var overrides: [Position]
    /// The dismissals as a troll, in the order of the world.
    package var trollDismissals: [TrollDismissal]
    /// The forecasts of episodes that were resolved, in the order of the world; those that foretell nothing left out.
    package var forecasts: [JudgedForecast]
    /// What was recorded much later than it says it happened, in the order of the world.
    package var lateRecords: [LateRecord]

    /// All constraints together.
    package var counts: ConformanceCounts { findings.reduce(into: ConformanceCounts()) { $0.add($1.counts) } }
    package var violations: [ConstraintViolation] { findings.flatMap(\.violations) }
}

/// What became of one constraint.
package struct ConstraintFinding: Hashable, Sendable {
    package var constraint: Constraint
    package var counts: ConformanceCounts
    /// In the order of the world, those with a reason included.
    package var violations: [ConstraintViolation]
}

/// How often a constraint was called for, and what came of it.
package struct ConformanceCounts: Hashable, Sendable {
    package var satisfied = 0
    /// Not kept, and nobody said why.
    package var violated = 0
    /// Not kept, with the reason recorded.
    package var overridden = 0
    /// Neither kept nor broken yet: what is owed can still be done.
    package var pending = 0
    /// Called for by imported history, which carries no decisions: not judged.
    package var imported = 0

    package init(satisfied: Int = 0, violated: Int = 0, overridden: Int = 0, pending: Int = 0, imported: Int = 0) {
        self.satisfied = satisfied
        self.violated = violated
        self.overridden = overridden
        self.pending = pending
        self.imported = imported
    }

    /// How often it was called for and is decided.
    package var activations: Int { satisfied + violated + overridden }

    /// Satisfied activations over activations; nil without any.
    package var fitness: Double? { activations == 0 ? nil : Double(satisfied) / Double(activations) }

    package mutating func add(_ other: ConformanceCounts) {
        satisfied += other.satisfied
        violated += other.violated
        overridden += other.overridden
        pending += other.pending
        imported += other.imported
    }
}

/// One time at which a constraint was not kept.
package struct ConstraintViolation: Hashable, Sendable {
    package var constraint: Constraint
    /// The event that called for it.
    package var activation: Position
    /// The events that broke it, in the order of the world; none where only time did.
    package var events: [Position]
    /// When it was broken.
    package var at: Timestamp
    /// Whether each event that broke it was recorded with a reason for going against the rule.
    package var isOverridden: Bool
    /// The events by which what it rests on was corrected or judged otherwise afterwards. They don't unmake it: it was broken
    /// by what was known then.
    package var correctedBy: [Position] = []

    /// All the events that it rests on, without repetition.
    package var positions: [Position] { events.contains(activation) ? events : [activation] + events }
}

/// A decision that was recorded much later than it says it happened.
package struct LateRecord: Hashable, Sendable {
    package var position: Position
    /// How much later, in microseconds.
    package var delay: Int64
}

/// A dismissal as a troll: whether rightly, only later judgements of the person tell.
package struct TrollDismissal: Hashable, Sendable {
    package var position: Position
    package var at: Timestamp
    /// When it was corrected to another ground; nil where it stands.
    package var until: Timestamp?
}

/// A forecast whose episode was resolved, so that it can be judged.
package struct JudgedForecast: Hashable, Sendable {
    package var position: Position
    package var forecast: Outcome
    /// The worst outcome of the episode's resolutions.
    package var outcome: Outcome

    package var isRight: Bool { forecast == outcome }
}
