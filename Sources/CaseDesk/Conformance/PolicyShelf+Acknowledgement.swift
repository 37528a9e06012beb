internal import CaseModel
internal import Playbook
internal import ServiceLevels

extension PolicyShelf {
    /// By when a complaint is to be acknowledged in a case that opened at a moment; nil where nothing is promised.
    func acknowledgementDue(_ question: AcknowledgementQuestion, opening: Timestamp) -> Timestamp? {
        let terms = serviceLevel(at: opening)
        let facts = ClockFacts(
            liveSince: question.startedAt, startedAt: question.startedAt, priority: question.priority,
            severity: question.severity, channel: question.channel, polarity: .complaint)
        guard let within = terms.policy.promise(of: .acknowledgement, for: facts)?.within else { return nil }
        return terms.time.adding(within.microseconds, to: question.startedAt)
    }
}
