package import CaseModel
package import Measures
package import Playbook

/// How the work on one case kept to the constraints, with the events that it rests on.
package struct ConformanceAnswer: Sendable {
    /// The case that was asked for, and the case it goes on in, where it was merged.
    package var asked: CaseNumber
    package var number: CaseNumber
    package var conformance: CaseConformance
    /// Decisions that name a rule which advises something else.
    package var remarks: [RuleRemark]
    /// Each event that a violation, an override, a late record or a remark names.
    package var events: [Position: NamedEvent]
    /// The last position of the log it rests on.
    package var position: Position
    /// The moment up to which time had run.
    package var now: Timestamp
}

/// An event as a report names it.
package struct NamedEvent: Sendable {
    package var position: Position
    package var type: EventType
    package var occurredAt: Timestamp
    package var actor: String
    /// The rule that advised it, or that it went against.
    package var rule: String?
    /// Why it went against the rule; nil where it didn't, or where that was erased.
    package var reason: String?
}

/// How the work on all cases kept to the constraints.
package struct ConformanceReport: Sendable {
    package var all: ConformanceTally
    /// By what the groups are told apart.
    package var facet: Facet?
    /// The parts, in ascending order of their keys; empty where nothing was to be taken apart.
    package var groups: [Group]
    /// Every violation, by constraint, then by case.
    package var violations: [CaseViolation]
    /// Every decision against a rule, by case, then in the order of the world.
    package var overrides: [CaseOverride]
    /// Every decision that names a rule which advises something else, by case, then in the order of the world.
    package var remarks: [CaseRemark]
    /// What was recorded much later than it says it happened, by case, then in the order of the world.
    package var lateRecords: [CaseLateRecord]
    package var position: Position
    package var now: Timestamp

    /// A remark, with the case it is on.
    package struct CaseRemark: Sendable {
        package var number: CaseNumber
        package var remark: RuleRemark
        package var event: NamedEvent
    }

    /// A late record, with the case it is on.
    package struct CaseLateRecord: Sendable {
        package var number: CaseNumber
        /// How much later it was recorded, in microseconds.
        package var delay: Int64
        package var event: NamedEvent
    }

    /// One part of the report.
    package struct Group: Sendable {
        package var key: GroupKey
        package var tally: ConformanceTally
    }

    package struct CaseViolation: Sendable {
        package var number: CaseNumber
        package var violation: ConstraintViolation
        /// The events by which it was corrected afterwards.
        package var corrections: [NamedEvent]
    }

    package struct CaseOverride: Sendable {
        package var number: CaseNumber
        package var event: NamedEvent
    }
}
