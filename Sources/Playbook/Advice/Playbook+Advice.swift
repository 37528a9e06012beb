internal import CaseModel

extension Playbook {
    /// The next actions in order; waiting comes last. Empty if nothing is to be done.
    ///
    /// Pure. A situation is a word of bits and a row a mask over it, so a table costs a few comparisons; only the
    /// result is allocated. O(rows of the tables consulted).
    package func advise(_ situation: Situation) -> [Advice] {
        var advice: [Advice] = []
        advise(situation, into: &advice)
        return advice
    }

    /// As above, into an array that the caller reuses; its previous content is removed.
    package func advise(_ situation: Situation, into advice: inout [Advice]) {
        advice.removeAll(keepingCapacity: true)
        var consultation = Consultation(
            playbook: self, situation: SituationSet(situation), turn: situation.turn, advice: advice)
        advice = []
        _ = consultation.consult(start, after: RulePath(), issue: nil)
        advice = consultation.advice
        putWaitingLast(&advice)
    }

    private func putWaitingLast(_ advice: inout [Advice]) {
        guard let index = advice.firstIndex(where: { $0.action == .wait }), index < advice.count - 1 else { return }
        advice.append(advice.remove(at: index))
    }
}

/// A visibility and the rule that decides it.
private struct Placement {
    var visibility: Visibility
    var rule: Int
}

/// The evaluation of the tables for one situation.
private struct Consultation {
    let playbook: Playbook
    let situation: SituationSet
    let turn: Turn
    var advice: [Advice]
    /// Bounds the evaluation of an unchecked playbook whose tables form a cycle.
    private var tablesLeft = 64

    init(playbook: Playbook, situation: SituationSet, turn: Turn, advice: [Advice]) {
        self.playbook = playbook
        self.situation = situation
        self.turn = turn
        self.advice = advice
    }

    /// Evaluates a table and those it leads to; returns the last visibility decided, with its rule.
    mutating func consult(_ table: Int, after path: RulePath, issue: Target?) -> Placement? {
        guard tablesLeft > 0, path.hasRoom, let rule = playbook.rows.firstMatch(in: table, situation) else {
            return nil
        }
        tablesLeft -= 1
        let issue: Target? = playbook.tables[table].issue ?? issue
        var path: RulePath = path
        path.append(rule)
        var placement: Placement?
        switch playbook.rules[rule].effect.visibility {
        case .fixed(let fixed): placement = Placement(visibility: fixed, rule: rule)
        case .asTable(let table): placement = consult(table, after: path, issue: issue)
        case nil: break
        }
        give(rule, placement, issue, path)
        for next in playbook.rules[rule].effect.next {
            if let said = consult(next, after: path, issue: issue) { placement = said }
        }
        return placement
    }

    private mutating func give(_ rule: Int, _ placement: Placement?, _ issue: Target?, _ path: RulePath) {
        let action: Action = playbook.rules[rule].effect.action
        guard action != .none else { return }
        let isWhole: Bool = action.concernsWholeCase
        // Both issues may need the same action on the case: advise it once.
        if isWhole, advice.contains(where: { $0.action == action }) { return }
        if advice.contains(where: { $0.rule == rule && $0.issue == issue }) { return }
        advice.append(
            Advice(
                action: action, visibility: placement?.visibility, placedBy: placement?.rule,
                clock: playbook.rules[rule].effect.clock.clock(at: turn), issue: isWhole ? nil : issue, path: path))
    }
}
