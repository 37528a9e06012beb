internal import CaseModel
internal import EventStore
internal import Measures
internal import Playbook
internal import Projections

extension CaseDesk {
    /// How the work on all cases whose first mention lies in the window kept to the constraints.
    ///
    /// A scan of the cases, and the events of those in which something was decided here, one case at a time: O(cases +
    /// their events). Memory grows with the violations and overrides alone.
    package func conformanceReport(_ scope: MeasureScope) throws -> ConformanceReport {
        try ask(scope.horizon) { position in
            let now: Timestamp = try moment(of: scope.horizon, position)
            let shelf = try PolicyShelf(policyHistory())
            let absorbed = try CaseRows(store).absorbed()
            let reader = StreamReader(store: store)
            var report = ConformanceReport(
                all: ConformanceTally(), facet: scope.grouping?.facet, groups: [], violations: [], overrides: [],
                remarks: [], lateRecords: [],
                position: Position(position), now: now)
            var groups: [GroupKey: ConformanceTally] = [:]
            var reported: [CaseNumber: GroupKey?] = [:]
            try CaseRows(store).forEachJudged { row in
                guard scope.window.contains(row.openedAt) else { return }
                let key = scope.grouping?.key(of: row.facets, at: row.openedAt)
                guard row.isLive else {
                    report.all.addHistory(of: row)
                    if let key { groups[key, default: ConformanceTally()].addHistory(of: row) }
                    return
                }
                reported[row.number] = .some(key)
                let members: [CaseNumber] = Self.members(of: row.number, absorbed)
                let steps: [CaseStep] = try caseSteps(of: members, reader, through: position)
                let conformance = Self.check(shelf, opening: row.openedAt, now: now).judge(steps)
                let found = try falseTrolls(conformance.trollDismissals, of: row.person, through: position)
                report.all.add(conformance) { found.contains($0.position) }
                if let key { groups[key, default: ConformanceTally()].add(conformance) { found.contains($0.position) } }
                report.violations += try conformance.violations.map { violation in
                    .init(
                        number: row.number, violation: violation,
                        corrections: try violation.correctedBy.compactMap(namedEvent))
                }
                let playbook: Playbook = shelf.playbooks[shelf.playbookIndex(at: row.openedAt)].playbook
                for remark in RuleRemark.remarks(on: steps, playbook) {
                    guard let event = try namedEvent(at: remark.position) else { continue }
                    report.remarks.append(.init(number: row.number, remark: remark, event: event))
                }
                for position in conformance.overrides {
                    guard let event = try namedEvent(at: position) else { continue }
                    report.overrides.append(.init(number: row.number, event: event))
                }
                for late in conformance.lateRecords {
                    guard let event = try namedEvent(at: late.position) else { continue }
                    report.lateRecords.append(.init(number: row.number, delay: late.delay, event: event))
                }
            }
            for other in try overridesElsewhere(through: position, isReported: { reported[$0] != nil }) {
                guard let event = try namedEvent(at: other.position), let key = reported[other.number] else { continue }
                report.all.addOverride()
                if let key { groups[key]?.addOverride() }
                report.overrides.append(.init(number: other.number, event: event))
            }
            report.sortOverrides()
            report.groups = groups.sorted { $0.key < $1.key }.map { .init(key: $0.key, tally: $0.value) }
            report.sortViolations()
            return report
        }
    }

    /// A case and all that goes on in it.
    private static func members(of number: CaseNumber, _ absorbed: [CaseNumber: [CaseNumber]]) -> [CaseNumber] {
        var members: [CaseNumber] = [number]
        var next = 0
        while next < members.count {
            members += (absorbed[members[next]] ?? []).filter { !members.contains($0) }
            next += 1
        }
        return members
    }

    /// The dismissals after which the person, under whatever account, was judged to be a customer.
    private func falseTrolls(
        _ dismissals: [TrollDismissal], of person: PersonNumber, through last: Int64
    ) throws -> Set<Position> {
        guard !dismissals.isEmpty else { return [] }
        let loader = PersonLoader(store: store)
        let principal: PersonNumber = try loader.lineage(of: person, through: last).last ?? person
        let judged: [Timestamp] = try loader.circle(of: principal, through: last).flatMap { state in
            state.assessments.filter { $0.assessment == .customer }.map(\.at)
        }
        let found = dismissals.filter { dismissal in
            judged.contains { judgement in
                judgement > dismissal.at && dismissal.until.map { judgement < $0 } ?? true
            }
        }
        return Set(found.map(\.position))
    }
}

extension ConformanceTally {
    fileprivate mutating func addHistory(of row: CaseRows.Opened) {
        addHistory(replies: Int(row.replies), isComplaint: row.isComplaint)
    }
}

extension ConformanceReport {
    /// By case; within it in the order of the world.
    fileprivate mutating func sortOverrides() {
        overrides.sort {
            ($0.number, $0.event.occurredAt, $0.event.position) < ($1.number, $1.event.occurredAt, $1.event.position)
        }
    }

    /// By constraint, in their order, then by case.
    fileprivate mutating func sortViolations() {
        let order: [String: Int] = Dictionary(
            uniqueKeysWithValues: all.constraints.enumerated().map { ($0.element.id, $0.offset) })
        violations.sort { a, b in
            let (first, second) = (order[a.violation.constraint.id] ?? 0, order[b.violation.constraint.id] ?? 0)
            return (first, a.number, a.violation.activation) < (second, b.number, b.violation.activation)
        }
    }
}
