internal import CaseModel

/// The stretch of a case from its opening, or reopening, to its end, with what conformance asks of it.
struct CaseEpisode {
    /// Its events in the order of the world; that which reopened it is the first.
    var steps: [CaseStep]
    /// What it began with: the first mention, or the reopening.
    var start: CaseStep?
    /// Whether it began with history that was taken in.
    var isImported: Bool
    /// What ended it: its last resolution or dismissal.
    var end: CaseStep?

    /// Cuts a case into its episodes. O(n) for n events in the order of the world.
    static func episodes(of steps: [CaseStep]) -> [CaseEpisode] {
        var episodes: [CaseEpisode] = []
        var current: [CaseStep] = []
        var newest: CaseStep?
        func finish() {
            if !current.isEmpty { episodes.append(CaseEpisode(current, isFirst: episodes.isEmpty, after: newest)) }
            current = []
        }
        for step in steps {
            if case .caseReopened = step.event {
                finish()
                newest = episodes.last?.newestMention ?? newest
            }
            current.append(step)
        }
        finish()
        return episodes
    }

    /// - Parameter mention: the newest message before it.
    private init(_ steps: [CaseStep], isFirst: Bool, after mention: CaseStep?) {
        self.steps = steps
        start = steps.first { step in
            switch step.event {
            case .mentionCaptured: isFirst
            case .caseReopened: true
            default: false
            }
        }
        isImported = start?.isImported ?? false
        // An import that brings today's work reopens what that message belongs to.
        if case .caseReopened = start?.event, isImported, let mention { isImported = mention.isImported }
        end = steps.last { step in
            switch step.event {
            case .caseResolved, .caseDismissed: true
            default: false
            }
        }
    }

    private var newestMention: CaseStep? {
        steps.last { if case .mentionCaptured = $0.event { true } else { false } }
    }

    /// Its forecasts, where it was resolved, as they stood then: to correct one afterwards makes it no better.
    var judgedForecasts: [JudgedForecast] {
        let outcomes: [Outcome] = steps.compactMap { step in
            if case .caseResolved(let resolved) = step.event { resolved.outcome } else { nil }
        }
        guard !outcomes.isEmpty else { return [] }
        let resolution: Position? = steps.first { if case .caseResolved = $0.event { true } else { false } }?.position
        let outcome: Outcome = outcomes.contains(.unfavourable) ? .unfavourable : .favourable
        return steps.compactMap { step in
            guard case .outcomeForecast(let event) = step.event(knownAt: resolution ?? step.position) else {
                return nil
            }
            switch event.forecast {
            case .favourable: return JudgedForecast(position: step.position, forecast: .favourable, outcome: outcome)
            case .unfavourable:
                return JudgedForecast(position: step.position, forecast: .unfavourable, outcome: outcome)
            case .unknown: return nil
            }
        }
    }
}
