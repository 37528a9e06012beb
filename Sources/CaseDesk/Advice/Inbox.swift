package import CaseModel
internal import Playbook

/// What is to be done now, the most urgent first.
package struct Inbox: Sendable {
    package var items: [InboxItem]
    /// How many there are without the limit, and how many of them are past their time.
    package var total: Int
    package var overdue: Int
    /// The moment it was asked for.
    package var now: Timestamp
    /// The last position of the log that it rests on.
    package var position: Position
    /// The playbooks that items name by their place.
    package var shelf: PolicyShelf
}

/// One case that asks for something.
package struct InboxItem: Sendable {
    package var number: CaseNumber
    package var person: PersonNumber
    package var channel: Channel
    package var summary: CaseSummary
    package var advice: CaseAdvice
    /// The incident of which it is part now.
    package var incident: Incident?
    /// How many cases, and complaints among them, the person has, those of linked persons included.
    package var personCases: Int64 = 0
    package var personComplaints: Int64 = 0
    /// Where the person stands towards the brand now.
    package var stance: Stance = .unknown
    package var account: String?
    package var handle: String?
    /// The words of the newest mention.
    package var text: String?
}

/// The place of an item in the inbox. What is overdue comes first, then what has a deadline, then the rest by weight;
/// the case's number decides where nothing else does, so that the same question gives the same order.
struct InboxOrder: Comparable, Sendable {
    private let group: Int
    private let due: Int64
    private let weight: Int
    private let reach: Int64
    private let since: Int64
    private let number: Int64

    init(_ number: CaseNumber, _ summary: CaseSummary, _ advice: CaseAdvice, incident: Incident?) {
        group = advice.isOverdue ? 0 : advice.due != nil ? 1 : 2
        due = advice.due?.microseconds ?? .max
        weight =
            -(Int(min(max(incident?.level ?? 0, 0), 1_000)) * 1_000 + Self.weight(summary.priority) * 100 + Self.weight(
                summary.severity)
            * 10 + Self.weight(summary.polarity))
        reach = -max(summary.reach ?? 0, 0)
        since = summary.unansweredSince?.microseconds ?? summary.lastMentionAt?.microseconds ?? .max
        self.number = number.rawValue
    }

    static func < (a: InboxOrder, b: InboxOrder) -> Bool {
        if a.group != b.group { return a.group < b.group }
        if a.due != b.due { return a.due < b.due }
        if a.weight != b.weight { return a.weight < b.weight }
        if a.reach != b.reach { return a.reach < b.reach }
        if a.since != b.since { return a.since < b.since }
        return a.number < b.number
    }

    private static func weight(_ priority: Priority) -> Int {
        switch priority {
        case .urgent: 4
        case .high: 3
        case .normal: 2
        case .low: 1
        }
    }

    private static func weight(_ severity: Severity?) -> Int {
        switch severity {
        case .critical: 4
        case .high: 3
        case .medium: 2
        case .low: 1
        case nil: 0
        }
    }

    private static func weight(_ polarity: Polarity?) -> Int {
        switch polarity {
        case .complaint: 5
        case nil: 4
        case .question: 3
        case .positive: 2
        case .neutral: 1
        case .spam: 0
        }
    }
}
