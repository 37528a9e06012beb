package import CaseModel
package import Playbook
package import ServiceLevels

/// What another playbook, service level or calendar would have said of what happened.
///
/// The same events are looked at with other eyes. How people would have reacted to other advice is not simulated.
package struct WhatIf: Sendable {
    /// What is to be done next, as it compares.
    package struct Choice: Hashable, Sendable {
        package var action: Action
        package var visibility: Visibility?
        package var issue: Target?
        /// The rule that says so.
        package var rule: String
        package var themes: [Int]
    }

    /// A recorded decision before which the two advise otherwise; nil where one advises nothing but to wait.
    package struct Step: Sendable {
        package var position: Position
        package var type: EventType
        package var at: Timestamp
        package var present: Choice?
        package var other: Choice?
    }

    /// A promise that would have been another.
    package struct Deadline: Sendable {
        package var clock: ServiceClock
        package var present: ClockReading?
        package var other: ClockReading?
    }

    /// A constraint that is broken under one of the two only.
    package struct Violation: Sendable {
        package var violation: ConstraintViolation
        /// Whether it is broken under the other policies, and not as it was.
        package var isNew: Bool
    }

    /// What would have been different on one case.
    package struct Difference: Sendable {
        package var number: CaseNumber
        package var steps: [Step] = []
        package var deadlines: [Deadline] = []
        package var violations: [Violation] = []
        /// What each advises now, where that differs.
        package var now: (present: Choice?, other: Choice?)?

        /// Whether there is anything.
        package var isEmpty: Bool { steps.isEmpty && deadlines.isEmpty && violations.isEmpty && now == nil }
    }

    /// Sums over all cases.
    package struct Sums: Hashable, Sendable {
        /// Cases on which something was decided here.
        package var cases = 0
        package var differentCases = 0
        /// Decisions before which both were asked.
        package var decisions = 0
        package var differentAdvice = 0
        /// Decisions that are what was advised.
        package var followedPresent = 0
        package var followedOther = 0
        package var differentDeadlines = 0
        package var breachesPresent = 0
        package var breachesOther = 0
        package var violationsPresent = 0
        package var violationsOther = 0
    }

    package var sums = Sums()
    /// By case number; only those that differ.
    package var differences: [Difference] = []
    package var position = Position(0)
    package var now = Timestamp(microseconds: 0)
}

/// What somebody wants to compare with; what is not named stays as it was.
package struct WhatIfQuestion: Sendable {
    package var playbook: Playbook?
    package var serviceLevel: ServiceLevelPolicy?
    package var calendar: WorkingCalendar?

    package init(playbook: Playbook? = nil, serviceLevel: ServiceLevelPolicy? = nil, calendar: WorkingCalendar? = nil) {
        self.playbook = playbook
        self.serviceLevel = serviceLevel
        self.calendar = calendar
    }
}

extension Action {
    /// The events that record what it advises.
    var events: Set<EventType> {
        switch self {
        case .classify: [.mentionClassified]
        case .investigate: [.authorInvestigated]
        case .assess: [.complaintAssessed]
        case .forecast: [.outcomeForecast]
        case .assign: [.caseAssigned]
        case .acknowledge: [.complaintAcknowledged, .replySent]
        case .reply: [.replySent]
        case .help: [.helpProvided, .replySent]
        case .guide: [.guidanceGiven, .replySent]
        case .identifyProblem: [.problemIdentified, .replySent]
        case .explainPlan: [.planExplained, .replySent]
        case .escalate: [.caseEscalated]
        case .move: [.conversationMoved]
        case .resolve: [.caseResolved]
        case .publish: [.resolutionPublished]
        case .dismiss: [.caseDismissed]
        case .scheduleFollowUp: [.followUpScheduled]
        case .completeFollowUp: [.followUpDone]
        case .reopen: [.caseReopened]
        case .close: [.caseClosed]
        case .assessAuthor, .offerSurvey, .declareIncident, .wait, .none: []
        }
    }

    /// Whether an event of a case's stream is a decision that can be advised.
    static func isAdvisable(_ type: EventType) -> Bool { advisable.contains(type) }

    private static let advisable: Set<EventType> = Action.allCases.reduce(into: []) { $0.formUnion($1.events) }
}
