internal import CaseModel

/// A target as it is asked for with every case: its condition in words of bits, since a list of what is to be done asks
/// some hundred thousand times.
package struct ServicePromise: Hashable, Sendable {
    /// Working time from the clock's start; nil where these cases are promised nothing.
    package let within: WorkingDuration?
    /// Working time before the deadline at which it is time to hurry; nil for no warning.
    package let warnBefore: WorkingDuration?
    /// A bit for each value that is allowed; 0 where any is.
    private let priorities: UInt8
    private let severities: UInt8
    private let polarities: UInt8
    /// Empty where any is allowed.
    private let channels: [Channel]

    init(_ target: ServiceTarget) {
        within = target.within
        warnBefore = target.warnBefore
        priorities = target.condition.priorities.reduce(0) { $0 | $1.bit }
        severities = target.condition.severities.reduce(0) { $0 | $1.bit }
        polarities = target.condition.polarities.reduce(0) { $0 | $1.bit }
        channels = target.condition.channels.sorted { $0.name < $1.name }
    }

    /// Whether it is for a case. What nobody has judged yet meets no condition about judgements.
    func holds(for facts: ClockFacts) -> Bool {
        (priorities == 0 || priorities & facts.priority.bit != 0)
            && (severities == 0 || severities & (facts.severity?.bit ?? 0) != 0)
            && (polarities == 0 || polarities & (facts.polarity?.bit ?? 0) != 0)
            && (channels.isEmpty || channels.contains(facts.channel))
    }
}

extension Priority {
    fileprivate var bit: UInt8 {
        switch self {
        case .low: 1
        case .normal: 2
        case .high: 4
        case .urgent: 8
        }
    }
}

extension Severity {
    fileprivate var bit: UInt8 {
        switch self {
        case .low: 1
        case .medium: 2
        case .high: 4
        case .critical: 8
        }
    }
}

extension Polarity {
    fileprivate var bit: UInt8 {
        switch self {
        case .positive: 1
        case .complaint: 2
        case .question: 4
        case .neutral: 8
        case .spam: 16
        }
    }
}
