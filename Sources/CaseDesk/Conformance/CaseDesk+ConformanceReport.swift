internal import CaseModel
internal import EventStore
internal import Measures
internal import Playbook
internal import Projections
internal import SQLite

extension CaseDesk {
    /// How the work on all cases whose first mention lies in the window kept to the constraints.
    ///
    /// A scan of the cases, and the events of those in which something was decided here, one case at a time: O(cases +
    /// their events). Memory grows with the violations and overrides alone.
    package func conformanceReport(_ scope: MeasureScope) throws -> ConformanceReport {
        try ask(scope.horizon) { position in
            let now: Timestamp = try moment(of: scope.horizon, position)
            let shelf = try PolicyShelf(policyHistory())
            let absorbed = try absorbedCases()
            let reader = StreamReader(store: store)
            var report = ConformanceReport(
                all: ConformanceTally(), facet: scope.grouping?.facet, groups: [], violations: [], overrides: [],
                remarks: [], lateRecords: [],
                position: Position(position), now: now)
            var groups: [GroupKey: ConformanceTally] = [:]
            var reported: [CaseNumber: GroupKey?] = [:]
            try forEachJudgedCase { row in
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

    /// A row of the cases, as far as the report needs it.
    fileprivate struct JudgedCase {
        var number: CaseNumber
        var person: PersonNumber
        var openedAt: Timestamp
        var isLive: Bool
        var replies: Int
        var isComplaint: Bool
        var facets: Facets
    }

    private func forEachJudgedCase(_ body: (JudgedCase) throws -> Void) throws {
        let statement = try Statement.preparing(
            """
            SELECT number, person, opened_at, live_since IS NOT NULL, replies, polarity, channel, brand, targets, topics
            FROM case_row WHERE merged_into IS NULL AND opened_at IS NOT NULL AND status <> 'retracted' ORDER BY number
            """, on: store.connection)
        while try statement.step() {
            try body(
                JudgedCase(
                    number: CaseNumber(statement.int64(0)), person: PersonNumber(statement.int64(1)),
                    openedAt: Timestamp(microseconds: statement.int64(2)), isLive: statement.int64(3) != 0,
                    replies: Int(statement.int64(4)),
                    isComplaint: statement.textBytes(5).elementsEqual(Polarity.complaint.rawValue.utf8),
                    facets: Facets(
                        channel: Channel(statement.string(6)), brand: statement.optionalString(7).map(Brand.init),
                        targets: TargetSet(named: statement.string(8)), topic: Self.firstTopic(statement.string(9)))))
        }
    }

    /// The cases that go on in others, by those.
    private func absorbedCases() throws -> [CaseNumber: [CaseNumber]] {
        let statement = try Statement.preparing(
            "SELECT merged_into, number FROM case_row WHERE merged_into IS NOT NULL ORDER BY number",
            on: store.connection)
        var absorbed: [CaseNumber: [CaseNumber]] = [:]
        while try statement.step() {
            absorbed[CaseNumber(statement.int64(0)), default: []].append(CaseNumber(statement.int64(1)))
        }
        return absorbed
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
    fileprivate mutating func addHistory(of row: CaseDesk.JudgedCase) {
        addHistory(replies: row.replies, isComplaint: row.isComplaint)
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
