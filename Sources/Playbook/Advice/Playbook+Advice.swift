internal import CaseModel

extension Playbook {
    /// The next things to do, in order; waiting comes last. Empty where nothing is to be done.
    ///
    /// Pure. The situation becomes one word of bits, a row of a rule is a mask over it, and the rows of a table lie in one
    /// array, so that a table costs a few comparisons; nothing is allocated but the result. O(rows of the tables that
    /// are consulted).
    package func advise(_ situation: Situation) -> [Advice] {
        var advice: [Advice] = []
        advise(situation, into: &advice)
        return advice
    }

    /// As above, into an array that the caller keeps for the next case; what it held is removed.
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

/// Who is to read what is said, and the rule that says so.
private struct Placement {
    var visibility: Visibility
    var rule: Int
}

/// One walk through the tables for one situation.
private struct Consultation {
    let playbook: Playbook
    let situation: SituationSet
    let turn: Turn
    var advice: [Advice]
    /// Bounds the walk where a playbook that nobody has checked leads in circles.
    private var tablesLeft = 64

    init(playbook: Playbook, situation: SituationSet, turn: Turn, advice: [Advice]) {
        self.playbook = playbook
        self.situation = situation
        self.turn = turn
        self.advice = advice
    }

    /// Follows a table and whatever it leads to; returns the visibility that the last of them says, and which rule says it.
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
        // Two issues may ask for the same; it is done once.
        if isWhole, advice.contains(where: { $0.action == action }) { return }
        if advice.contains(where: { $0.rule == rule && $0.issue == issue }) { return }
        advice.append(
            Advice(
                action: action, visibility: placement?.visibility, placedBy: placement?.rule,
                clock: playbook.rules[rule].effect.clock.clock(at: turn), issue: isWhole ? nil : issue, path: path))
    }
}
