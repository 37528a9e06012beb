package import CaseModel

/// How soon what is to be done: targets in working time, and what stops their clocks. One without targets is disabled.
package struct ServiceLevelPolicy: Hashable, Sendable {
    /// What people call it, one lower-case word.
    package var name: String
    /// The version as the house says it.
    package var version: String
    /// The name of the calendar in which its times are told.
    package var calendar: String
    /// The targets of each clock; of those whose condition a case meets the first is its target.
    package let targets: [ServiceClock: [ServiceTarget]]
    /// The same in the order of the clocks.
    private let promises: [[ServicePromise]]
    /// What pauses the resolution clock. The others are about our own answers, which nothing pauses.
    package var pauses: Set<PauseReason>

    package init(
        name: String, version: String, calendar: String, targets: [ServiceClock: [ServiceTarget]],
        pauses: Set<PauseReason> = []
    ) {
        self.name = name
        self.version = version
        self.calendar = calendar
        self.targets = targets
        promises = Self.promises(targets)
        self.pauses = pauses
    }

    /// The target of a clock for a case; nil where the policy sets none. O(targets).
    package func promise(of clock: ServiceClock, for facts: ClockFacts) -> ServicePromise? {
        promises[clock.order].first { $0.holds(for: facts) }
    }

    private static func promises(_ targets: [ServiceClock: [ServiceTarget]]) -> [[ServicePromise]] {
        ServiceClock.allCases.map { (targets[$0] ?? []).map(ServicePromise.init) }
    }

    /// The same policy with nothing promised: no deadline, no breach.
    package var disabled: ServiceLevelPolicy {
        ServiceLevelPolicy(name: name, version: version, calendar: calendar, targets: [:], pauses: pauses)
    }
}

/// What is measured against a target.
package enum ServiceClock: String, CaseIterable, Comparable, Sendable {
    /// From the episode's first mention until the complaint is acknowledged, or else answered.
    case acknowledgement
    /// From the episode's first mention to our first visible reply in it.
    case firstResponse = "first-response"
    /// From the person's first message after our last reply to our next reply.
    case nextResponse = "next-response"
    /// From the episode's first mention to its end, without what pauses it.
    case resolution

    package static func < (a: ServiceClock, b: ServiceClock) -> Bool { a.order < b.order }

    /// Its place among all of them.
    fileprivate var order: Int {
        switch self {
        case .acknowledgement: 0
        case .firstResponse: 1
        case .nextResponse: 2
        case .resolution: 3
        }
    }
}

/// One promise: how soon, for which cases, and how long before it is due somebody is warned.
package struct ServiceTarget: Hashable, Sendable {
    package var condition: ServiceCondition
    /// Working time from the clock's start; nil where these cases are promised nothing.
    package var within: WorkingDuration?
    /// Working time before the deadline at which it is time to hurry; less than `within`, nil for no warning.
    package var warnBefore: WorkingDuration?

    package init(
        _ condition: ServiceCondition = ServiceCondition(), within: WorkingDuration?, warnBefore: WorkingDuration? = nil
    ) {
        self.condition = condition
        self.within = within
        self.warnBefore = warnBefore
    }
}

/// Which cases a target is for: those that have one of the values in each list that isn't empty.
package struct ServiceCondition: Hashable, Sendable {
    package var priorities: Set<Priority> = []
    package var severities: Set<Severity> = []
    package var channels: Set<Channel> = []
    package var polarities: Set<Polarity> = []

    package init() {}
}

/// What can stop a resolution clock for a while.
package enum PauseReason: String, CaseIterable, Sendable {
    /// We spoke last and it is the person's turn.
    case awaitingCustomer = "awaiting-customer"
    /// The case is out of sight until a time.
    case snoozed
}
