package import CaseModel
package import Playbook
package import ServiceLevels

/// What is to be done on a case at a moment, by when, and why. Derived; a function of what is known and the policies.
package struct CaseAdvice: Sendable {
    /// What the tables were asked.
    package var situation: Situation
    /// The playbook it runs under, by its place on the shelf.
    package var playbook: Int
    /// In order, but a look that falls due before all else comes first; waiting comes last.
    package var advice: [Advice]
    package var clocks: ServiceClocks
    /// The next thing to do, waiting left out; nil where there is nothing but to wait.
    package var next: Advice?
    /// By when the first of what is to be done falls due, or else the most urgent open promise; nil where nothing does.
    package var due: Timestamp?
    /// Whether that moment is past.
    package var isOverdue: Bool
    /// Whether it is time to hurry.
    package var isUrgent: Bool

    /// What stands for all of it in a list: the next thing to do, or else what it waits for.
    package var shown: Advice? { next ?? advice.first }

    /// Advises. O(rules of the tables that are consulted, and targets).
    package init(
        _ summary: CaseSummary, on channel: Channel, _ standing: Situation.Standing, _ shelf: PolicyShelf,
        now: Timestamp
    ) {
        let opening: Timestamp = summary.openedAt ?? now
        playbook = shelf.playbookIndex(at: opening)
        let version: PolicyShelf.PlaybookVersion = shelf.playbooks[playbook]
        situation = Situation(of: summary, standing, version.playbook.parameters, now: now)
        advice = version.playbook.advise(situation)
        let level: PolicyShelf.ServiceLevelVersion = shelf.serviceLevel(at: opening)
        if summary.liveSince != nil, let facts = ClockFacts(of: summary, on: channel) {
            clocks = ServiceClocks(of: facts, level.policy, level.time, now: now)
        } else {
            clocks = .none
        }
        due = nil
        var first: Advice?
        for step in advice where step.action != .wait {
            guard let moment = Self.due(of: step.clock, clocks, summary), due.map({ moment < $0 }) ?? true else {
                continue
            }
            due = moment
            first = step
        }
        // A look that has fallen due says by when; what else is to be done then may have no time of its own.
        if let first, first.action == .completeFollowUp, let index = advice.firstIndex(of: first) {
            advice.insert(advice.remove(at: index), at: 0)
        }
        next = advice.first { $0.action != .wait }
        if situation.lifecycle != .snoozed {
            // A promise stands on its day whatever is advised. What else was promised and not kept is past mending once
            // the case has ended.
            if let promised = summary.openPromise, promised <= now { due = due.map { min($0, promised) } ?? promised }
            if due == nil, summary.endedAt == nil {
                due = [clocks.next?.due, summary.openPromise].compactMap(\.self).min()
            }
        }
        isOverdue = due.map { $0 <= now } ?? false
        isUrgent = isOverdue || due != nil && clocks.readings.contains { $0.isOpen && $0.isWarning(at: now) }
    }

    /// When what is measured by a clock falls due.
    private static func due(of clock: Clock, _ clocks: ServiceClocks, _ summary: CaseSummary) -> Timestamp? {
        func reading(_ clock: ServiceClock) -> Timestamp? {
            clocks.readings.first { $0.clock == clock && $0.isOpen }?.due
        }
        switch clock {
        case .acknowledgement: return reading(.acknowledgement) ?? reading(.firstResponse)
        case .firstResponse: return reading(.firstResponse)
        case .nextResponse: return reading(.nextResponse)
        case .resolution: return [reading(.resolution), summary.openPromise].compactMap(\.self).min()
        case .followUp: return summary.nextFollowUpAt
        case .promise: return summary.openPromise
        case .none: return nil
        }
    }
}
