internal import CaseModel

/// What was known about a case when an event was recorded, as far as the deadline for acknowledging depends on it.
struct KnownFacts {
    private(set) var channel: Channel?
    private(set) var priority = Priority.normal
    /// The label of each mention, and when it was set.
    private var labels: [SourceKey: (label: Label, at: Timestamp, position: Position)] = [:]
    private var complaints = 0
    /// The number of labels with each severity.
    private var severities: [Severity: Int] = [:]
    private var priorityAt: (Timestamp, Position)?
    /// The last classification that left no complaint, and what the deadline depended on before it.
    private(set) var ceased: (position: Position, at: Timestamp, former: Question)?

    /// What the deadline depends on.
    struct Question {
        var priority: Priority
        var severity: Severity?
    }

    var isComplaint: Bool { complaints > 0 }

    /// Nil without a complaint.
    var question: Question? { isComplaint ? Question(priority: priority, severity: severity) : nil }

    private var severity: Severity? { Severity.allCases.last { severities[$0, default: 0] > 0 } }

    /// What was known when each of some events was recorded, and what is known now. O(n log n) for n events.
    static func known(_ steps: [CaseStep], at positions: [Position]) -> (
        at: [Position: KnownFacts], now: KnownFacts
    ) {
        var changes: [Change] = []
        for step in steps {
            switch step.event {
            case .caseOpened, .prioritySet, .mentionClassified: break
            default: continue
            }
            var recorded: (Position, Timestamp) = (step.position, step.recordedAt)
            for former in step.former {
                changes.append(Change(event: former.event, of: step, recorded: recorded))
                recorded = (former.until, former.untilTime)
            }
            changes.append(Change(event: step.event, of: step, recorded: recorded))
        }
        changes.sort { $0.recorded.0 < $1.recorded.0 }
        var known: [Position: KnownFacts] = [:]
        var facts = KnownFacts()
        var next = 0
        for position in positions.sorted() {
            while next < changes.count, changes[next].recorded.0 <= position {
                facts.apply(changes[next])
                next += 1
            }
            known[position] = facts
        }
        for change in changes[next...] { facts.apply(change) }
        return (known, facts)
    }

    /// An event, or what it says from a correction on.
    private struct Change {
        var event: Event
        var of: CaseStep
        var recorded: (Position, Timestamp)
    }

    /// Ignores an event that occurred before the current one, though recorded later.
    private mutating func apply(_ change: Change) {
        let step = change.of
        switch change.event {
        case .caseOpened(let opened): if channel == nil { channel = opened.channel }
        case .prioritySet(let set):
            if let priorityAt, priorityAt > (step.occurredAt, step.position) { return }
            priority = set.priority
            priorityAt = (step.occurredAt, step.position)
        case .mentionClassified(let judged):
            let before = labels[judged.mention]
            if let before, (before.at, before.position) > (step.occurredAt, step.position) { return }
            let question: Question? = question
            if let label = before?.label { count(label, by: -1) }
            labels[judged.mention] = (judged.label, step.occurredAt, step.position)
            count(judged.label, by: 1)
            if let question, !isComplaint { ceased = (change.recorded.0, change.recorded.1, question) }
        default: break
        }
    }

    private mutating func count(_ label: Label, by difference: Int) {
        if label.polarity == .complaint { complaints += difference }
        if let severity = label.severity { severities[severity, default: 0] += difference }
    }
}
