package import CaseModel
internal import EventStore
internal import Playbook
internal import Projections
internal import ServiceLevels

extension CaseDesk {
    /// Replays what was decided under other policies: which advice, deadlines and violations would have been different.
    /// One case at a time, O(events of the cases on which something was decided); history alone has no decisions.
    ///
    /// - Throws: `DeskError.input` where the service level names a calendar that is not there.
    package func whatIf(
        _ question: WhatIfQuestion, now: Timestamp, _ horizon: Horizon = .now,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> WhatIf {
        try ask(horizon) { position in
            let present = try PolicyShelf(policyHistory())
            let comparison = Comparison(
                present: present, other: try present.replacing(question), book: try StandingBook(store), now: now)
            let numbers: [CaseNumber] = try CaseRows(store).liveNumbers()
            let reader = StreamReader(store: store)
            var result = WhatIf()
            result.position = Position(position)
            result.now = now
            for (index, number) in numbers.enumerated() {
                let walk = try reader.fold(.case(number), through: position, into: Walk()) { walk, event, moment in
                    comparison.step(&walk, event, moment, of: number)
                }.state
                guard let state = walk.state else { continue }
                var difference = walk.difference(number)
                comparison.compareEnds(state, &difference, &result.sums)
                if state.mergedInto == nil {
                    let steps: [CaseStep] = try caseSteps(of: [number], reader, through: position)
                    comparison.compareViolations(steps, opening: state.mentions.first?.at, &difference, &result.sums)
                }
                result.sums.add(walk)
                if !difference.isEmpty {
                    result.sums.differentCases += 1
                    result.differences.append(difference)
                }
                progress(index + 1, numbers.count)
            }
            return result
        }
    }
}

/// One case on its way through its events.
private struct Walk {
    var state: CaseState?
    var steps: [WhatIf.Step] = []
    var decisions = 0
    var followedPresent = 0
    var followedOther = 0

    func difference(_ number: CaseNumber) -> WhatIf.Difference { WhatIf.Difference(number: number, steps: steps) }
}

extension WhatIf.Sums {
    fileprivate mutating func add(_ walk: Walk) {
        cases += 1
        decisions += walk.decisions
        differentAdvice += walk.steps.count
        followedPresent += walk.followedPresent
        followedOther += walk.followedOther
    }
}

/// The policies as they were, and the others.
private struct Comparison {
    let present: PolicyShelf
    let other: PolicyShelf
    let book: StandingBook
    let now: Timestamp

    /// Asks both what was to be done before a decision, then lets it happen.
    func step(_ walk: inout Walk, _ event: Event, _ moment: EventMoment, of number: CaseNumber) {
        if let state = walk.state, Action.isAdvisable(event.type), isDecision(event) {
            let summary = CaseSummary(of: state)
            let standing = book.standing(of: state.person, in: number, now: moment.occurredAt)
            let before = choices(summary, state.channel, standing, moment.occurredAt, present)
            let instead = choices(summary, state.channel, standing, moment.occurredAt, other)
            walk.decisions += 1
            if before.contains(where: { $0.action.events.contains(event.type) }) { walk.followedPresent += 1 }
            if instead.contains(where: { $0.action.events.contains(event.type) }) { walk.followedOther += 1 }
            if !isSame(before.first, instead.first) {
                walk.steps.append(
                    WhatIf.Step(
                        position: moment.position, type: event.type, at: moment.occurredAt, present: before.first,
                        other: instead.first))
            }
        }
        CaseState.evolve(&walk.state, event, moment)
    }

    /// History says no purpose, and was judged by whoever made the file.
    private func isDecision(_ event: Event) -> Bool {
        switch event {
        case .replySent(let reply): reply.purpose != nil
        case .mentionClassified(let classified): classified.label.method != .imported
        default: true
        }
    }

    /// What a shelf's playbook advises, waiting left out.
    private func choices(
        _ summary: CaseSummary, _ channel: Channel, _ standing: Situation.Standing, _ now: Timestamp,
        _ shelf: PolicyShelf
    ) -> [WhatIf.Choice] {
        let playbook: Playbook = shelf.playbooks[shelf.playbookIndex(at: summary.openedAt ?? now)].playbook
        let situation = Situation(of: summary, standing, playbook.parameters, now: now)
        return playbook.advise(situation).filter { $0.action != .wait }.map { advice in
            let rule: Rule = playbook.rules[advice.rule]
            return WhatIf.Choice(
                action: advice.action, visibility: advice.visibility, issue: advice.issue, rule: rule.id,
                themes: rule.themes)
        }
    }

    /// Whether both say the same, whichever rules say it. A table that doesn't tell issues apart means the whole case.
    private func isSame(_ a: WhatIf.Choice?, _ b: WhatIf.Choice?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return a.action == b.action && a.visibility == b.visibility && (a.issue ?? b.issue) == (b.issue ?? a.issue)
    }

    /// What each promises and advises as things stand.
    func compareEnds(_ state: CaseState, _ difference: inout WhatIf.Difference, _ sums: inout WhatIf.Sums) {
        let summary = CaseSummary(of: state)
        let standing = book.standing(of: state.person, in: state.number, now: now)
        if summary.status != .merged {
            let a = choices(summary, state.channel, standing, now, present).first
            let b = choices(summary, state.channel, standing, now, other).first
            if !isSame(a, b) { difference.now = (a, b) }
        }
        let a = CaseAdvice(summary, on: state.channel, standing, present, now: now).clocks
        let b = CaseAdvice(summary, on: state.channel, standing, other, now: now).clocks
        func isBreach(_ reading: ClockReading) -> Bool { reading.state == .breached || reading.state == .metLate }
        sums.breachesPresent += a.readings.count(where: isBreach)
        sums.breachesOther += b.readings.count(where: isBreach)
        for clock in ServiceClock.allCases {
            let before: ClockReading? = a.readings.first { $0.clock == clock }
            let instead: ClockReading? = b.readings.first { $0.clock == clock }
            guard before?.due != instead?.due || before?.state != instead?.state else { continue }
            difference.deadlines.append(WhatIf.Deadline(clock: clock, present: before, other: instead))
        }
        sums.differentDeadlines += difference.deadlines.count
    }

    /// What is broken under one and not under the other: of the constraints, one depends on the policies.
    func compareViolations(
        _ steps: [CaseStep], opening: Timestamp?, _ difference: inout WhatIf.Difference, _ sums: inout WhatIf.Sums
    ) {
        func violations(_ shelf: PolicyShelf) -> [ConstraintViolation] {
            ConformanceCheck(now: now) { shelf.acknowledgementDue($0, opening: opening ?? $0.startedAt) }
                .judge(steps).violations
        }
        let before: [ConstraintViolation] = violations(present)
        let instead: [ConstraintViolation] = violations(other)
        sums.violationsPresent += before.count
        sums.violationsOther += instead.count
        func key(_ violation: ConstraintViolation) -> String { "\(violation.constraint.id) \(violation.activation)" }
        let had: Set<String> = Set(before.map(key))
        let has: Set<String> = Set(instead.map(key))
        difference.violations =
            before.filter { !has.contains(key($0)) }.map { WhatIf.Violation(violation: $0, isNew: false) }
            + instead.filter { !had.contains(key($0)) }.map { WhatIf.Violation(violation: $0, isNew: true) }
    }
}
