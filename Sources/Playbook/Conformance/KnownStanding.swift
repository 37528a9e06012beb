internal import CaseModel

/// What was known of a case when one of its events was recorded, as far as the time to acknowledge it depends on it.
struct KnownStanding {
    private(set) var channel: Channel?
    private(set) var priority = Priority.normal
    /// The judgement of each mention that holds, and when it was made.
    private var labels: [SourceKey: (label: Label, at: Timestamp, position: Position)] = [:]
    private var complaints = 0
    /// How many labels have each severity.
    private var severities: [Severity: Int] = [:]
    private var priorityAt: (Timestamp, Position)?
    /// Where the last judgement was recorded by which no complaint was left, and what was asked until then.
    private(set) var ceased: (position: Position, at: Timestamp, former: Question)?

    /// What the deadline follows from.
    struct Question {
        var priority: Priority
        var severity: Severity?
    }

    var isComplaint: Bool { complaints > 0 }

    /// What the deadline follows from, where there is a complaint.
    var question: Question? { isComplaint ? Question(priority: priority, severity: severity) : nil }

    private var severity: Severity? { Severity.allCases.last { severities[$0, default: 0] > 0 } }

    /// What was known when each of some events was recorded, and what is known now, last. O(n log n) for n events.
    static func known(_ steps: [CaseStep], at positions: [Position]) -> (
        at: [Position: KnownStanding], now: KnownStanding
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
        var known: [Position: KnownStanding] = [:]
        var standing = KnownStanding()
        var next = 0
        for position in positions.sorted() {
            while next < changes.count, changes[next].recorded.0 <= position {
                standing.take(changes[next])
                next += 1
            }
            known[position] = standing
        }
        for change in changes[next...] { standing.take(change) }
        return (known, standing)
    }

    /// Something that became known: an event, or what it said from its correction on.
    private struct Change {
        var event: Event
        var of: CaseStep
        var recorded: (Position, Timestamp)
    }

    /// An event that happened before the one that holds, though it was recorded later, changes nothing.
    private mutating func take(_ change: Change) {
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
