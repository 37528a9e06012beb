internal import CaseModel

/// The stretch of a case from its opening, or reopening, to its end, with what conformance asks of it.
struct CaseEpisode {
    /// Its events in the order of the world; that which reopened it is the first.
    var steps: [CaseStep]
    /// What it began with: the first mention, or the reopening.
    var start: CaseStep?
    /// What ended it: its last resolution or dismissal.
    var end: CaseStep?
    /// What is asked of its acknowledgement; nil where it is no complaint.
    var complaint: AcknowledgementQuestion?

    /// Cuts a case into its episodes. O(n) for n events in the order of the world.
    static func episodes(of steps: [CaseStep]) -> [CaseEpisode] {
        var episodes: [CaseEpisode] = []
        var current: [CaseStep] = []
        var standing = Standing()
        func finish() {
            if !current.isEmpty { episodes.append(CaseEpisode(current, isFirst: episodes.isEmpty, standing)) }
            current = []
        }
        for step in steps {
            if case .caseReopened = step.event { finish() }
            standing.take(step.event)
            current.append(step)
        }
        finish()
        return episodes
    }

    private init(_ steps: [CaseStep], isFirst: Bool, _ standing: Standing) {
        self.steps = steps
        start = steps.first { step in
            switch step.event {
            case .mentionCaptured: isFirst
            case .caseReopened: true
            default: false
            }
        }
        end = steps.last { step in
            switch step.event {
            case .caseResolved, .caseDismissed: true
            default: false
            }
        }
        guard let start, let channel = standing.channel, standing.isComplaint else { return }
        complaint = AcknowledgementQuestion(
            startedAt: start.occurredAt, channel: channel, priority: standing.priority, severity: standing.severity)
    }

    /// Its forecasts, where it was resolved.
    var judgedForecasts: [JudgedForecast] {
        let outcomes: [Outcome] = steps.compactMap { step in
            if case .caseResolved(let resolved) = step.event { resolved.outcome } else { nil }
        }
        guard !outcomes.isEmpty else { return [] }
        let outcome: Outcome = outcomes.contains(.unfavourable) ? .unfavourable : .favourable
        return steps.compactMap { step in
            guard case .outcomeForecast(let event) = step.event else { return nil }
            switch event.forecast {
            case .favourable: return JudgedForecast(position: step.position, forecast: .favourable, outcome: outcome)
            case .unfavourable:
                return JudgedForecast(position: step.position, forecast: .unfavourable, outcome: outcome)
            case .unknown: return nil
            }
        }
    }
}

/// What is known of a case up to a moment.
private struct Standing {
    var channel: Channel?
    var priority = Priority.normal
    private var labels: [SourceKey: Label] = [:]

    mutating func take(_ event: Event) {
        switch event {
        case .caseOpened(let opened): if channel == nil { channel = opened.channel }
        case .prioritySet(let event): priority = event.priority
        case .mentionClassified(let event): labels[event.mention] = event.label
        default: break
        }
    }

    var isComplaint: Bool { labels.values.contains { $0.polarity == .complaint } }

    var severity: Severity? {
        let order = Severity.allCases
        return labels.values.compactMap(\.severity).max {
            (order.firstIndex(of: $0) ?? 0) < (order.firstIndex(of: $1) ?? 0)
        }
    }
}
