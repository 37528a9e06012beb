package import CaseModel

/// Holds the events of one case, those of cases merged into it included, against constraints. Pure.
///
/// Events count in the order of the world: by when they happened, then by their place in the log. Imported history carries
/// no decisions: what it calls for is counted apart and not judged, and it breaks nothing; but an imported judgement is a
/// judgement, and satisfies what asks for one.
package struct ConformanceCheck {
    /// What the case is held to.
    package var constraints: [Constraint]
    /// The moment up to which time has run, for what is due by then.
    package var now: Timestamp
    /// By when a complaint is to be acknowledged; nil where nothing was promised.
    package var acknowledgementDue: (AcknowledgementQuestion) -> Timestamp?

    package init(
        _ constraints: [Constraint] = Constraint.all, now: Timestamp,
        acknowledgementDue: @escaping (AcknowledgementQuestion) -> Timestamp? = { _ in nil }
    ) {
        self.constraints = constraints
        self.now = now
        self.acknowledgementDue = acknowledgementDue
    }

    /// Judges a case. O(n log n) for n events, in any order.
    package func judge(_ steps: [CaseStep]) -> CaseConformance {
        let steps = steps.sorted { ($0.occurredAt, $0.position) < ($1.occurredAt, $1.position) }
        let episodes = CaseEpisode.episodes(of: steps)
        return CaseConformance(
            findings: constraints.map { finding($0, steps, episodes) },
            overrides: steps.filter { $0.isOverride && !$0.isImported }.map(\.position),
            trollDismissals: steps.filter { DecisionKind.caseDismissedAsTroll.matches($0.event) }.map {
                TrollDismissal(position: $0.position, at: $0.occurredAt)
            }, forecasts: episodes.flatMap(\.judgedForecasts))
    }

    private func finding(
        _ constraint: Constraint, _ steps: [CaseStep], _ episodes: [CaseEpisode]
    ) -> ConstraintFinding {
        var finding = ConstraintFinding(constraint: constraint, counts: ConformanceCounts(), violations: [])
        switch constraint.template {
        case .precedence: checkPrecedence(&finding, steps)
        case .response: checkResponse(&finding, steps)
        case .notSuccession, .absenceAfter: for episode in episodes { checkAbsence(&finding, episode.steps) }
        case .timelyResponse: for episode in episodes { checkTime(&finding, episode) }
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

    /// Whether an activation is kept shows at the end of its episode; so far is so good.
    private func checkAbsence(_ finding: inout ConstraintFinding, _ steps: [CaseStep]) {
        let constraint = finding.constraint
        var standing: [CaseStep] = []
        var broken: [CaseStep] = []
        var hasLedUp = false
        func end(_ finding: inout ConstraintFinding) {
            for activation in standing {
                let later = broken.filter {
                    ($0.occurredAt, $0.position) > (activation.occurredAt, activation.position)
                }
                if later.isEmpty {
                    finding.counts.satisfied += 1
                } else {
                    finding.add(activation: activation, brokenBy: later)
                }
            }
            (standing, broken, hasLedUp) = ([], [], false)
        }
        for step in steps {
            if let superseding = constraint.supersededBy, superseding.matches(step.event) { end(&finding) }
            if constraint.activation.matches(step.event) {
                if step.isImported { finding.counts.imported += 1 } else { standing.append(step) }
            } else if !standing.isEmpty, constraint.target.matches(step.event), !step.isImported {
                broken.append(step)
            } else if let end = constraint.ledUpTo, !standing.isEmpty, !hasLedUp, end.matches(step.event) {
                // The last word before it was the invitation that the protocol advises (T5); what was said before wasn't.
                _ = broken.popLast()
                hasLedUp = true
            }
        }
        end(&finding)
    }

    private func checkTime(_ finding: inout ConstraintFinding, _ episode: CaseEpisode) {
        guard let start = episode.start, let question = episode.complaint else { return }
        if start.isImported {
            finding.counts.imported += 1
            return
        }
        guard let due = acknowledgementDue(question) else { return }
        let stop = episode.steps.first { step in
            step.occurredAt >= start.occurredAt
                && (finding.constraint.target.matches(step.event) || DecisionKind.replySent.matches(step.event))
        }
        if let stop {
            if stop.occurredAt <= due {
                finding.counts.satisfied += 1
            } else {
                finding.add(activation: start, brokenBy: [stop])
            }
        } else if let end = episode.end, end.occurredAt <= due {
            // It ended before anything was owed.
        } else if let end = episode.end {
            finding.add(activation: start, brokenBy: [end])
        } else if now > due {
            finding.add(activation: start, brokenBy: [], at: due)
        } else {
            finding.counts.pending += 1
        }
    }
}

extension ConstraintFinding {
    /// Notes that an activation was not kept.
    fileprivate mutating func add(activation: CaseStep, brokenBy steps: [CaseStep], at moment: Timestamp? = nil) {
        let isOverridden = !steps.isEmpty && steps.allSatisfy(\.isOverride)
        if isOverridden { counts.overridden += 1 } else { counts.violated += 1 }
        violations.append(
            ConstraintViolation(
                constraint: constraint, activation: activation.position, events: steps.map(\.position),
                at: moment ?? steps.first?.occurredAt ?? activation.occurredAt, isOverridden: isOverridden))
    }
}
