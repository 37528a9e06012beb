package import CaseModel
internal import Playbook
package import ServiceLevels

/// The service levels and calendars of the house, read and ready to reckon with, by when a case opened.
///
/// Where the house adopted none, what comes with the program holds: `standard` on the calendar `always`.
package struct ServiceLevelBook: Sendable {
    /// A service level with the working time in which its targets are told.
    package struct Terms: Sendable {
        package var policy: ServiceLevelPolicy
        package var time: WorkingTime
    }

    private var builtIn = Terms(policy: .standard, time: WorkingTime(.always))

    /// The book of a house that adopted nothing.
    package init() {}

    /// What a case runs under that opened at a moment. O(versions).
    package func terms(at opening: Timestamp) -> Terms { builtIn }

    /// By when a complaint of a case is to be acknowledged; nil where nothing is promised.
    func acknowledgementDue(_ question: AcknowledgementQuestion, opening: Timestamp) -> Timestamp? {
        let terms = terms(at: opening)
        let facts = ClockFacts(
            liveSince: question.startedAt, startedAt: question.startedAt, priority: question.priority,
            severity: question.severity, channel: question.channel, polarity: .complaint)
        guard let within = terms.policy.target(of: .acknowledgement, for: facts)?.within else { return nil }
        return terms.time.adding(within.microseconds, to: question.startedAt)
    }
}
