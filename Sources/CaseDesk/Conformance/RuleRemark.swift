package import CaseModel
package import Playbook

/// A decision that names a rule which advises to do something else. No constraint is broken by it: either the rule was
/// mistaken, or the advice was not followed and nobody said why.
package struct RuleRemark: Hashable, Sendable {
    /// What programs know it by.
    package static let name = "rule-named-for-another-action"

    /// Something that a rule advises to do.
    package struct Advised: Hashable, Sendable {
        package var action: Action
        /// What to dismiss it as.
        package var ground: DismissalGround?
    }

    package var position: Position
    package var rule: String
    /// What the rule advises, or may lead to, in the order of its tables.
    package var advises: [Advised]

    /// The remarks on a case, in the order of the world. O(events · rules).
    static func remarks(on steps: [CaseStep], _ playbook: Playbook) -> [RuleRemark] {
        steps.sorted { ($0.occurredAt, $0.position) < ($1.occurredAt, $1.position) }.compactMap { step in
            guard !step.isImported, !step.isOverride, isDecision(step.event.type),
                let rule = step.rule.flatMap({ playbook.rule($0) })
            else { return nil }
            if rule.routes(step.event.type) { return nil }
            let advises: [Advised] = playbook.advised(by: rule)
            if advises.isEmpty || advises.contains(where: { $0.isServed(by: step.event) }) { return nil }
            return RuleRemark(position: step.position, rule: rule.id, advises: advises)
        }
    }

    /// Whether an event is what somebody decided; a follow-up comes along with an end or with guidance.
    static func isDecision(_ type: EventType) -> Bool { type != .followUpScheduled && Action.isAdvisable(type) }
}

extension RuleRemark.Advised {
    /// Whether an event does it. Whoever is to move invites first, in one public sentence (T5).
    fileprivate func isServed(by event: Event) -> Bool {
        if case .caseDismissed(let dismissed) = event, let ground { return dismissed.ground == ground }
        // A reply that acknowledges is recorded as both, whatever advised it.
        let type: EventType = event.type == .complaintAcknowledged ? .replySent : event.type
        return action.events.contains(type) || action == .move && type == .replySent
    }
}

extension Rule {
    /// Whether it advises nothing itself and settled what a decision of this type had to ask: by which table a judged
    /// conversation goes on, or where to say something. To name it is no fault.
    fileprivate func routes(_ type: EventType) -> Bool {
        guard effect.action == .none else { return false }
        return switch type {
        case .mentionClassified: true
        case .replySent, .complaintAcknowledged, .problemIdentified, .planExplained, .helpProvided, .guidanceGiven,
            .caseResolved, .conversationMoved:
            effect.visibility != nil
        default: false
        }
    }
}

extension Playbook {
    /// What a rule advises, itself or in the tables it leads to.
    fileprivate func advised(by rule: Rule) -> [RuleRemark.Advised] {
        var found: [RuleRemark.Advised] = []
        var seen: Set<Int> = []
        var open: [Rule] = [rule]
        while !open.isEmpty {
            let rule: Rule = open.removeFirst()
            let advised = RuleRemark.Advised(action: rule.effect.action, ground: rule.effect.ground)
            if advised.action != .none, !found.contains(advised) { found.append(advised) }
            for table in rule.effect.next where seen.insert(table).inserted {
                open += rules.filter { $0.table == table }
            }
        }
        return found
    }
}
