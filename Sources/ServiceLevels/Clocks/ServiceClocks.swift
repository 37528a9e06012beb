package import CaseModel

/// How the clocks of a case stand at a moment. Derived, never recorded: another policy or calendar, and it is otherwise.
///
/// | clock | starts | stops | pauses |
/// |---|---|---|---|
/// | acknowledgement | the episode's first mention | the complaint is acknowledged, or answered, whichever is first | never |
/// | first response | the episode's first mention | our first visible reply in the episode | never |
/// | next response | the person's first message after our last reply | our next reply | never |
/// | resolution | the episode's first mention | the episode is resolved or dismissed | as the policy says |
///
/// - A deadline is a moment: what is done at it is in time, what is done after it is late, though no working time may have
///   gone by since.
/// - The next response's clock runs once we have spoken in the episode: before that it would repeat the first response's,
///   but for an episode that began as imported history, which has none: today's message in it is answered by this clock.
/// - An episode that ends stops all its clocks. What had been promised and was not yet due is owed no longer and is not
///   told; what was overdue by then stays breached.
/// - Each episode has its own clocks. What began as imported history starts none, and a case for which the policy sets no
///   target has none either.
package struct ServiceClocks: Hashable, Sendable {
    /// At most one a clock, in the order of `ServiceClock`.
    package let readings: [ClockReading]

    /// Reads the clocks.
    ///
    /// - Parameters:
    ///   - time: the working time of the policy's calendar.
    ///   - now: the moment; facts after it count as if they had not happened yet only where they are pauses.
    /// - Complexity: O(targets + pauses), with O(log days) for each look at the calendar.
    package init(of facts: ClockFacts, _ policy: ServiceLevelPolicy, _ time: WorkingTime, now: Timestamp) {
        var readings: [ClockReading] = []
        for clock in ServiceClock.allCases {
            guard let promise = policy.promise(of: clock, for: facts),
                let reading = Self.reading(of: clock, promise, facts, policy, time, now)
            else { continue }
            readings.append(reading)
        }
        self.readings = readings
    }

    /// The open clock whose deadline comes first; what is paused comes after all that runs. Nil where none is open.
    package var next: ClockReading? {
        readings.filter(\.isOpen).min { a, b in
            guard (a.state == .paused) == (b.state == .paused) else { return b.state == .paused }
            guard let first = a.due, let second = b.due else { return a.due != nil }
            return first < second
        }
    }

    /// The clocks whose deadline is past with nothing done.
    package var breaches: [ClockReading] { readings.filter { $0.state == .breached } }

    private static func reading(
        of clock: ServiceClock, _ promise: ServicePromise, _ facts: ClockFacts, _ policy: ServiceLevelPolicy,
        _ time: WorkingTime, _ now: Timestamp
    ) -> ClockReading? {
        guard let target = promise.within?.microseconds, let start = start(of: clock, facts),
            let liveSince = facts.liveSince, start >= liveSince
        else { return nil }
        let stop = stop(of: clock, facts)
        let pauses = clock == .resolution ? Self.pauses(of: facts, policy, until: stop ?? now) : []
        let due = time.adding(target, to: start, without: pauses)
        let end = stop ?? facts.endedAt ?? now
        let isLate = due.map { end > $0 } ?? false
        let state: ClockState
        if stop != nil {
            state = isLate ? .metLate : .met
        } else if isLate {
            state = .breached
        } else if facts.endedAt != nil {
            return nil
        } else {
            state = clock == .resolution && isPaused(facts, policy, at: now) ? .paused : .running
        }
        let used = time.working(from: start, to: end, without: pauses)
        let whole = pauses.isEmpty ? used : time.working(from: start, to: end)
        return ClockReading(
            clock: clock, state: state, startedAt: start, stoppedAt: stop, target: target, due: due,
            warnAt: promise.warnBefore.flatMap {
                time.adding(target - $0.microseconds, to: start, without: pauses)
            }, used: used, paused: whole - used, pauses: pauses)
    }

    private static func start(of clock: ServiceClock, _ facts: ClockFacts) -> Timestamp? {
        guard clock == .nextResponse else { return facts.startedAt }
        let beganAsHistory: Bool = facts.liveSince.map { facts.startedAt < $0 } ?? true
        guard facts.firstReplyAt != nil || beganAsHistory, let since = facts.unansweredSince else { return nil }
        // A thank-you after the end is no question that is left open.
        return facts.endedAt.map { since < $0 } ?? true ? since : nil
    }

    private static func stop(of clock: ServiceClock, _ facts: ClockFacts) -> Timestamp? {
        switch clock {
        case .acknowledgement:
            if let acknowledged = facts.acknowledgedAt, let replied = facts.firstReplyAt {
                min(acknowledged, replied)
            } else {
                facts.acknowledgedAt ?? facts.firstReplyAt
            }
        case .firstResponse: facts.firstReplyAt
        case .nextResponse: nil
        case .resolution: facts.endedAt
        }
    }

    /// What the policy does not count, from the start of the episode; a pause that goes on lasts until now.
    private static func pauses(
        of facts: ClockFacts, _ policy: ServiceLevelPolicy, until now: Timestamp
    ) -> [Range<Timestamp>] {
        facts.pauses.compactMap { pause in
            let end = min(pause.end ?? now, now)
            guard policy.pauses.contains(pause.reason), pause.start < end, end > facts.startedAt else { return nil }
            return max(pause.start, facts.startedAt)..<end
        }
    }

    private static func isPaused(_ facts: ClockFacts, _ policy: ServiceLevelPolicy, at now: Timestamp) -> Bool {
        facts.pauses.contains { pause in
            policy.pauses.contains(pause.reason) && pause.start <= now && pause.end.map { now < $0 } ?? true
        }
    }
}

extension ServiceClocks {
    /// No clock runs: nothing of the case was recorded as it happened.
    package static let none = ServiceClocks()

    private init() { readings = [] }
}
