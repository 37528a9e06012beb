internal import CaseModel
internal import EventStore
internal import Playbook
internal import Projections

extension CaseDesk {
    /// Holds one case against the constraints of the protocol, what was merged into it included. O(its events).
    ///
    /// - Throws: `DeskError.refused` where there is no such case within the horizon.
    package func conformance(of reference: CaseReference, _ horizon: Horizon = .now) throws -> ConformanceAnswer {
        let shelf = try PolicyShelf(policies(horizon))
        return try read {
            let asked: CaseNumber = try number(of: reference)
            let last: Int64 = try position(of: horizon)
            let loader = CaseLoader(store: store)
            var number: CaseNumber = asked
            while let next = try loader.state(of: number, through: last)?.mergedInto { number = next }
            guard let state = try loader.combined(number, through: last) else {
                throw Refusal(
                    .noSuchCase, asked, "case \(asked) was not there yet at that time; name a later one with --as-of")
            }
            let steps: [CaseStep] = try caseSteps(
                of: members(of: number, through: last), StreamReader(store: store), through: last)
            let now: Timestamp = try moment(of: horizon, last)
            let check = Self.check(shelf, opening: CaseSummary(of: state).openedAt, now: now)
            let conformance = check.judge(steps)
            let opening: Timestamp = CaseSummary(of: state).openedAt ?? now
            let remarks = RuleRemark.remarks(
                on: steps, shelf.playbooks[shelf.playbookIndex(at: opening)].playbook)
            let named = Set(
                conformance.violations.flatMap { $0.positions + $0.correctedBy } + conformance.overrides
                    + conformance.lateRecords.map(\.position) + remarks.map(\.position))
            return ConformanceAnswer(
                asked: asked, number: number, conformance: conformance, remarks: remarks,
                events: try named.reduce(into: [:]) { $0[$1] = try namedEvent(at: $1) }, position: Position(last),
                now: now)
        }
    }

    /// The check of a case that opened at a moment.
    static func check(_ shelf: PolicyShelf, opening: Timestamp?, now: Timestamp) -> ConformanceCheck {
        let playbook: Playbook = shelf.playbooks[shelf.playbookIndex(at: opening ?? now)].playbook
        return ConformanceCheck(now: now, lateRecord: playbook.parameters[.lateRecord]) { question in
            shelf.acknowledgementDue(question, opening: opening ?? question.startedAt)
        }
    }

    /// The moment that a horizon looks from: our clock for the present, else the last moment that it takes in.
    func moment(of horizon: Horizon, _ last: Int64) throws -> Timestamp {
        switch horizon {
        case .now: return clock()
        case .asOf(let moment): return moment
        case .until:
            var moment = Timestamp(microseconds: 0)
            let what = ReadSpecification(at: last)
            try store.forEachEvent(what) { row in
                moment = Timestamp(microseconds: row.recordedAt)
                return false
            }
            return moment
        }
    }

    /// What conformance looks at in the streams of some cases, in no particular order: events as they hold, so corrected
    /// where they were, and without what was taken back. O(their events).
    func caseSteps(of members: [CaseNumber], _ reader: StreamReader, through last: Int64) throws -> [CaseStep] {
        var steps: [CaseStep] = []
        for member in members {
            let stream = StreamName.case(member)
            let held: [Position: (event: Event, at: Timestamp)] = try reader.fold(stream, through: last, into: [:]) {
                $0[$2.position] = ($1, $2.occurredAt)
            }.state
            let former: [Position: [CaseStep.Former]] = try reader.former(in: stream, through: last).mapValues {
                $0.map { CaseStep.Former($0.event, until: $0.until, $0.untilTime) }
            }
            var what = ReadSpecification()
            what.stream = stream.description
            what.through = last
            try store.forEachEvent(what) { row in
                guard let (event, occurredAt) = held[Position(row.position)] else { return true }
                let actor: Actor.Kind = Actor(row.actor)?.kind ?? .human
                let concerns: Bool = CaseStep.concerns(event.type)
                // What nobody checks is a step all the same where it goes against a rule: that is counted. An import does not.
                guard concerns || actor != .imported else { return true }
                let isOverride: Bool = try EventCodec.isOverride(in: row.payloadBytes)
                let rule: String? = try EventCodec.rule(in: row.payloadBytes)
                let isAdvised: Bool = rule != nil && RuleRemark.isDecision(event.type)
                guard concerns || isOverride || isAdvised else { return true }
                steps.append(
                    CaseStep(
                        event, at: Position(row.position), occurredAt: occurredAt,
                        recordedAt: Timestamp(microseconds: row.recordedAt), actor: actor, rule: rule,
                        isOverride: isOverride, former: former[Position(row.position)] ?? []))
                return true
            }
            try leaveOutThanks(of: member, from: &steps, reader, through: last)
        }
        return steps
    }

    /// A reopening for what turned out to be thanks begins no episode. O(events of the case), where a message reopened it.
    private func leaveOutThanks(
        of member: CaseNumber, from steps: inout [CaseStep], _ reader: StreamReader, through last: Int64
    ) throws {
        let isTakenUp: Bool = steps.contains {
            if case .caseReopened(let reopened) = $0.event { reopened.trigger == .mention } else { false }
        }
        guard isTakenUp else { return }
        let state = try reader.fold(.case(member), through: last, into: CaseState?.none) {
            CaseState.evolve(&$0, $1, $2)
        }.state
        guard let takenBack = state?.takenUp.takenBack, !takenBack.isEmpty else { return }
        steps.removeAll { takenBack.contains($0.position) }
    }

    /// An event as a report names it. O(log n).
    func namedEvent(at position: Position) throws -> NamedEvent? {
        var named: NamedEvent?
        let what = ReadSpecification(at: position.rawValue)
        try store.forEachEvent(what) { row in
            guard let type = EventType(bytes: row.typeBytes) else { return false }
            named = NamedEvent(
                position: position, type: type, occurredAt: Timestamp(microseconds: row.occurredAt), actor: row.actor,
                rule: try EventCodec.rule(in: row.payloadBytes), reason: nil)
            return false
        }
        named?.reason = try content(at: position)?.override
        return named
    }
}
