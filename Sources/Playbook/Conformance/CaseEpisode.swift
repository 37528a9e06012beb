internal import CaseModel

/// An episode of a case, from its opening or a reopening to its end, for conformance.
struct CaseEpisode {
    /// By time; the reopening event comes first.
    var steps: [CaseStep]
    /// The first mention or the reopening.
    var start: CaseStep?
    /// Whether it began with imported history.
    var isImported: Bool
    /// Its last resolution or dismissal.
    var end: CaseStep?

    /// Divides a case into episodes. O(n) for n events by time.
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

    /// - Parameter mention: the newest mention before the episode.
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
        // A live mention of an import can reopen the case: then the episode is not history.
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

    /// Its forecasts as they were before its first resolution, if it was resolved: a later correction doesn't improve
    /// them.
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
