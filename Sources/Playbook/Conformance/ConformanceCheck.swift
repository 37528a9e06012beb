package import CaseModel

/// Checks the events of a case, merged cases included, against constraints. Pure.
///
/// Events are ordered by occurrence time, then by position. Imported history contains no decisions: what it activates
/// is counted apart, and it violates nothing. But an imported classification satisfies constraints that require one.
///
/// Events are judged by what was known when they were recorded. A forecast that is corrected later, or a complaint that
/// is reclassified later, doesn't undo a violation.
package struct ConformanceCheck {
    package var constraints: [Constraint]
    /// The present, for deadlines.
    package var now: Timestamp
    /// The delay from which a record is late, in microseconds (`PlaybookParameter.lateRecord`).
    package var lateRecord: Int64
    /// The deadline for acknowledging a complaint; nil without a service level.
    package var acknowledgementDue: (AcknowledgementQuestion) -> Timestamp?

    package init(
        _ constraints: [Constraint] = Constraint.all, now: Timestamp, lateRecord: Int64 = .max,
        acknowledgementDue: @escaping (AcknowledgementQuestion) -> Timestamp? = { _ in nil }
    ) {
        self.constraints = constraints
        self.now = now
        self.lateRecord = lateRecord
        self.acknowledgementDue = acknowledgementDue
    }

    /// Checks a case. O(n log n) for n events in any order.
    package func judge(_ steps: [CaseStep]) -> CaseConformance {
        let steps = steps.sorted { ($0.occurredAt, $0.position) < ($1.occurredAt, $1.position) }
        let episodes = CaseEpisode.episodes(of: steps)
        return CaseConformance(
            findings: constraints.map { finding($0, steps, episodes) },
            overrides: steps.filter { $0.isOverride && !$0.isImported }.map(\.position),
            trollDismissals: steps.compactMap(\.trollDismissal), forecasts: episodes.flatMap(\.judgedForecasts),
            lateRecords: steps.compactMap { step in
                // The mention that opened the case is counted instead.
                if case .caseOpened = step.event { return nil }
                guard !step.isImported, step.delay >= lateRecord else { return nil }
                return LateRecord(position: step.position, delay: step.delay)
            })
    }

    private func finding(
        _ constraint: Constraint, _ steps: [CaseStep], _ episodes: [CaseEpisode]
    ) -> ConstraintFinding {
        var finding = ConstraintFinding(constraint: constraint, counts: ConformanceCounts(), violations: [])
        switch constraint.template {
        case .precedence: checkPrecedence(&finding, steps)
        case .response: checkResponse(&finding, steps)
        case .notSuccession, .absenceAfter: for episode in episodes { checkAbsence(&finding, episode.steps) }
        case .timelyResponse: checkTime(&finding, steps, episodes)
        }
        return finding
    }

    private func checkPrecedence(_ finding: inout ConstraintFinding, _ steps: [CaseStep]) {
        let constraint = finding.constraint
        var isPreceded = false
        for step in steps {
            if constraint.activation.matches(step.event) {
                if step.isImported {
                    finding.counts.imported += 1
                } else if isPreceded {
                    finding.counts.satisfied += 1
                } else {
                    finding.add(activation: step, brokenBy: [step])
                }
            }
            if constraint.target.matches(step.event) { isPreceded = true }
        }
    }

    private func checkResponse(_ finding: inout ConstraintFinding, _ steps: [CaseStep]) {
        let constraint = finding.constraint
        var waiting: [CaseStep] = []
        for step in steps {
            if constraint.target.matches(step.event), !step.isImported {
                finding.counts.satisfied += waiting.count
                waiting = []
            }
            if case .caseClosed = step.event {
                for activation in waiting { finding.add(activation: activation, brokenBy: [step]) }
                waiting = []
            }
            if let superseding = constraint.supersededBy, superseding.matches(step.event) { waiting = [] }
            guard constraint.activation.matches(step.event) else { continue }
            if step.isImported { finding.counts.imported += 1 } else { waiting.append(step) }
        }
        finding.counts.pending += waiting.count
    }

    /// An activation is satisfied if no target follows until its episode ends, or is superseded.
    private func checkAbsence(_ finding: inout ConstraintFinding, _ steps: [CaseStep]) {
        let constraint = finding.constraint
        var activations: [CaseStep] = []
        var broken: [CaseStep] = []
        var hasLedUp = false
        func end(_ finding: inout ConstraintFinding) {
            for activation in activations {
                let later = broken.filter {
                    ($0.occurredAt, $0.position) > (activation.occurredAt, activation.position)
                        && constraint.activation.matches(activation.event(knownAt: $0.position))
                }
                if !later.isEmpty {
                    // Corrections recorded before all of the violating events were known then, so they don't count as later ones.
                    let first: Position = later.map(\.position).min() ?? activation.position
                    let corrections = ([activation] + later).flatMap { $0.former.map(\.until) }.filter { $0 > first }
                    finding.add(activation: activation, brokenBy: later, correctedBy: corrections.sorted())
                } else if constraint.activation.matches(activation.event) {
                    finding.counts.satisfied += 1
                }
            }
            (activations, broken, hasLedUp) = ([], [], false)
        }
        for step in steps {
            if let superseding = constraint.supersededBy, superseding.matches(step.event) { end(&finding) }
            if step.everMatches(constraint.activation) {
                if !step.isImported {
                    activations.append(step)
                } else if constraint.activation.matches(step.event) {
                    finding.counts.imported += 1
                }
            } else if !activations.isEmpty, step.everMatches(constraint.target), !step.isImported {
                broken.append(step)
            } else if let end = constraint.ledUpTo, !activations.isEmpty, !hasLedUp, end.matches(step.event) {
                // The last public reply before moving to private was the invitation that the playbook advises (T5).
                _ = broken.popLast()
                hasLedUp = true
            }
        }
        end(&finding)
    }

    /// Judged by what was known at the acknowledgement: raising the priority later makes nothing late, and
    /// reclassifying a complaint later doesn't make it none before.
    private func checkTime(_ finding: inout ConstraintFinding, _ steps: [CaseStep], _ episodes: [CaseEpisode]) {
        let stops: [CaseStep?] = episodes.map { episode in
            guard let start = episode.start else { return nil }
            return episode.steps.first { step in
                step.occurredAt >= start.occurredAt
                    && (finding.constraint.target.matches(step.event) || DecisionKind.replySent.matches(step.event))
            }
        }
        let moments: [CaseStep] = zip(episodes, stops).compactMap { $1 ?? $0.end }
        let known = KnownFacts.known(steps, at: moments.map(\.position))
        guard let channel = known.now.channel else { return }
        for (episode, stop) in zip(episodes, stops) {
            guard let start = episode.start else { continue }
            let then: KnownFacts = (stop ?? episode.end).flatMap { known.at[$0.position] } ?? known.now
            // A mention that was classified as a complaint only after it was answered is one, too.
            let ceased = [then, known.now].compactMap(\.ceased).last { $0.position > start.position }
            guard let question = then.question ?? known.now.question ?? ceased?.former else { continue }
            if episode.isImported {
                finding.counts.imported += 1
                continue
            }
            let isFormer: Bool = then.question == nil && known.now.question == nil
            guard
                let due = acknowledgementDue(
                    AcknowledgementQuestion(
                        startedAt: start.occurredAt, channel: channel, priority: question.priority,
                        severity: question.severity))
            else { continue }
            let corrections: [Position] = known.now.isComplaint ? [] : [ceased?.position].compactMap(\.self)
            if let stop, stop.occurredAt <= due {
                finding.counts.satisfied += 1
            } else if isFormer, let ceased, ceased.at <= due {
                // It was reclassified as no complaint before the deadline.
            } else if let stop {
                finding.add(activation: start, brokenBy: [stop], correctedBy: corrections)
            } else if let end = episode.end, end.occurredAt <= due {
                // The episode ended before the deadline.
            } else if let end = episode.end {
                finding.add(activation: start, brokenBy: [end], correctedBy: corrections)
            } else if now > due {
                finding.add(activation: start, brokenBy: [], at: due, correctedBy: corrections)
            } else {
                finding.counts.pending += 1
            }
        }
    }
}

extension CaseStep {
    /// From occurrence to recording, in microseconds.
    fileprivate var delay: Int64 { recordedAt.microseconds - occurredAt.microseconds }

    /// The dismissal as a troll, if it is one or was before a correction.
    fileprivate var trollDismissal: TrollDismissal? {
        let kind = DecisionKind.caseDismissedAsTroll
        if kind.matches(event) { return TrollDismissal(position: position, at: occurredAt) }
        return former.last { kind.matches($0.event) }.map {
            TrollDismissal(position: position, at: occurredAt, until: $0.untilTime)
        }
    }
}

extension ConstraintFinding {
    /// Adds a violation.
    fileprivate mutating func add(
        activation: CaseStep, brokenBy steps: [CaseStep], at moment: Timestamp? = nil, correctedBy: [Position] = []
    ) {
        let isOverridden = !steps.isEmpty && steps.allSatisfy(\.isOverride)
        if isOverridden { counts.overridden += 1 } else { counts.violated += 1 }
        violations.append(
            ConstraintViolation(
                constraint: constraint, activation: activation.position, events: steps.map(\.position),
                at: moment ?? steps.first?.occurredAt ?? activation.occurredAt, isOverridden: isOverridden,
                correctedBy: correctedBy))
    }
}
