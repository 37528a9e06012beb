/// Checks how tables refer to each other: no cycle, no missing table, nothing unreachable.
struct FlowCheck {
    let playbook: Playbook
    private(set) var findings: [Finding] = []
    /// Situations in which each rule is reached from the start; nil if there are none.
    private(set) var witnesses: [SituationSet?]
    /// The tables in topological order.
    private var order: [Int] = []
    private var depths: [Int]

    /// If more boxes reach a table they are replaced by their hull: fewer unreachable rules are then found.
    private static let boxLimit = 512

    private let effort: ProofEffort

    init(_ playbook: Playbook, _ effort: ProofEffort) {
        self.playbook = playbook
        self.effort = effort
        witnesses = Array(repeating: nil, count: playbook.rules.count)
        depths = Array(repeating: 0, count: playbook.tables.count)
        for missing in playbook.missingTables {
            findings.append(Finding(kind: .missingTable(missing.table), place: .rule(missing.rule)))
        }
        var states = [State](repeating: .unseen, count: playbook.tables.count)
        var path: [Int] = []
        guard visit(playbook.start, &states, &path) else { return }
        order.reverse()
        if depths[playbook.start] > RulePath.capacity {
            findings.append(Finding(kind: .tooDeep(limit: RulePath.capacity), place: .playbook))
        }
        guard follow() else {
            findings.append(Finding(kind: .notProvable, place: .playbook))
            return
        }
        findUnreached()
    }

    private enum State { case unseen, open, done }

    /// Depth-first search; returns false if it finds a cycle.
    private mutating func visit(_ table: Int, _ states: inout [State], _ path: inout [Int]) -> Bool {
        path.append(table)
        defer { path.removeLast() }
        states[table] = .open
        for next in playbook.tablesAfter(table) {
            switch states[next] {
            case .done: break
            case .open:
                let circle: [Int] = Array(path[(path.firstIndex(of: next) ?? 0)...]) + [next]
                findings.append(Finding(kind: .circle(circle), place: .playbook))
                return false
            case .unseen: guard visit(next, &states, &path) else { return false }
            }
            depths[table] = max(depths[table], depths[next])
        }
        depths[table] += 1
        states[table] = .done
        order.append(table)
        return true
    }

    /// Propagates the situations from the start through the tables; returns false if the effort is spent.
    private mutating func follow() -> Bool {
        var arriving: [[SituationSet]] = Array(repeating: [], count: playbook.tables.count)
        arriving[playbook.start] = [.all]
        for table in order {
            var left = BoxList(arriving[table], effort)
            for rule in playbook.tables[table].rules {
                let rows: [SituationSet] = playbook.rules[rule].rows
                guard let matching = left.intersection(rows) else { return false }
                witnesses[rule] = matching.first
                for row in rows where !left.subtract(row) { if effort.isSpent { return false } else { break } }
                for next in playbook.tablesAfter(rule: rule) {
                    arriving[next] += matching
                    if arriving[next].count > Self.boxLimit { arriving[next] = [.hull(of: arriving[next])] }
                }
            }
        }
        return true
    }

    private mutating func findUnreached() {
        for table in playbook.tables.indices {
            let rules: Range<Int> = playbook.tables[table].rules
            if rules.allSatisfy({ witnesses[$0] == nil }) {
                findings.append(Finding(kind: .unreached, place: .table(table)))
            } else {
                for rule in rules where witnesses[rule] == nil {
                    findings.append(Finding(kind: .unreached, place: .rule(rule)))
                }
            }
        }
    }
}

extension Playbook {
    /// The tables that a rule leads to, the one that decides the visibility first.
    func tablesAfter(rule: Int) -> [Int] {
        guard case .asTable(let table) = rules[rule].effect.visibility else { return rules[rule].effect.next }
        return [table] + rules[rule].effect.next
    }

    fileprivate func tablesAfter(_ table: Int) -> [Int] { tables[table].rules.flatMap { tablesAfter(rule: $0) } }
}
