import Basics
import CaseModel
import ServiceLevels
import Testing

/// 2026-03-02 is a Monday.
@Suite("The clocks of a case")
struct ServiceClockTests {
    private let office = WorkingTime(
        WorkingCalendar(
            name: "office", version: "1", zone: .utc,
            week: Dictionary(
                uniqueKeysWithValues: Weekday.allCases.prefix(5).map {
                    ($0, [DayInterval(from: 480, to: 1080)].compactMap(\.self))
                })))

    private let policy: ServiceLevelPolicy

    init() throws {
        policy = try ServiceLevelPolicy(
            yaml: """
                name: test
                version: "1"
                calendar: office
                targets:
                  acknowledgement: {when: {polarity: complaint}, within: 2h}
                  first-response: {within: 4h, warn: 1h}
                  next-response: {within: 3h}
                  resolution: {within: 20h, warn: 5h}
                pauses: [awaiting-customer]
                """)
    }

    private func facts(_ start: String, _ change: (inout ClockFacts) throws -> Void = { _ in }) throws -> ClockFacts {
        var facts = ClockFacts(
            liveSince: try at(start), startedAt: try at(start), channel: Channel("twitter"), polarity: .complaint)
        try change(&facts)
        return facts
    }

    private func reading(
        _ clock: ServiceClock, _ facts: ClockFacts, now: String, policy: ServiceLevelPolicy? = nil
    ) throws -> ClockReading? {
        ServiceClocks(of: facts, policy ?? self.policy, office, now: try at(now)).readings.first { $0.clock == clock }
    }

    @Test("Mon–Fri 08–18: a mention of Monday 17:00 is due Tuesday 11:00 with a warning at 10:00")
    func firstResponse() throws {
        let facts = try facts("2026-03-02T17:00")
        let reading = try #require(try reading(.firstResponse, facts, now: "2026-03-03T09:00"))
        #expect(reading.state == .running)
        #expect(text(reading.due) == "2026-03-03T11:00:00Z")
        #expect(text(reading.warnAt) == "2026-03-03T10:00:00Z")
        #expect(reading.used == hours(2))
        #expect(reading.left == hours(2))
        #expect(!reading.isWarning(at: try at("2026-03-03T09:59")))
        #expect(reading.isWarning(at: try at("2026-03-03T10:00")))
    }

    @Test("what is done at the deadline is in time, what is done after it is late")
    func deadline() throws {
        var facts = try facts("2026-03-02T17:00")
        #expect(try reading(.firstResponse, facts, now: "2026-03-03T11:00")?.state == .running)
        #expect(try reading(.firstResponse, facts, now: "2026-03-03T11:01")?.state == .breached)
        facts.firstReplyAt = try at("2026-03-03T11:00")
        #expect(try reading(.firstResponse, facts, now: "2026-03-05T00:00")?.state == .met)
        facts.firstReplyAt = try at("2026-03-03T11:01")
        let late = try #require(try reading(.firstResponse, facts, now: "2026-03-05T00:00"))
        #expect(late.state == .metLate)
        #expect(late.used == hours(4) + minutes(1))
        #expect(late.left == -minutes(1))
    }

    @Test("resolved, reopened five days later, answered ten minutes after: the first response took ten minutes")
    func secondEpisode() throws {
        let facts = try facts("2026-03-09T10:00") { $0.firstReplyAt = try at("2026-03-09T10:10") }
        let reading = try #require(try reading(.firstResponse, facts, now: "2026-03-09T12:00"))
        #expect(reading.state == .met)
        #expect(reading.used == minutes(10))
    }

    @Test("a complaint is acknowledged by saying so or by answering; what is no complaint is promised none")
    func acknowledgement() throws {
        var facts = try facts("2026-03-02T09:00") { $0.firstReplyAt = try at("2026-03-02T13:00") }
        #expect(try reading(.acknowledgement, facts, now: "2026-03-02T14:00")?.state == .metLate)
        facts.acknowledgedAt = try at("2026-03-02T10:30")
        let reading = try #require(try reading(.acknowledgement, facts, now: "2026-03-02T14:00"))
        #expect(reading.state == .met)
        #expect(text(reading.stoppedAt) == "2026-03-02T10:30:00Z")
        facts.polarity = .question
        #expect(try self.reading(.acknowledgement, facts, now: "2026-03-02T14:00") == nil)
    }

    @Test("the next response is owed once we have spoken and the person writes again")
    func nextResponse() throws {
        var facts = try facts("2026-03-02T09:00") { $0.unansweredSince = try at("2026-03-02T09:00") }
        #expect(try reading(.nextResponse, facts, now: "2026-03-02T10:00") == nil)
        facts.firstReplyAt = try at("2026-03-02T09:30")
        facts.unansweredSince = nil
        #expect(try reading(.nextResponse, facts, now: "2026-03-02T10:00") == nil)
        facts.unansweredSince = try at("2026-03-02T17:00")
        let reading = try #require(try reading(.nextResponse, facts, now: "2026-03-02T18:00"))
        #expect(text(reading.startedAt) == "2026-03-02T17:00:00Z")
        #expect(text(reading.due) == "2026-03-03T10:00:00Z")
    }

    @Test("the resolution clock stands still while it is the person's turn, and its deadline moves along")
    func pauses() throws {
        var facts = try facts("2026-03-02T08:00") {
            $0.pauses = [.init(.awaitingCustomer, from: try at("2026-03-02T10:00"), to: nil)]
        }
        let waiting = try #require(try reading(.resolution, facts, now: "2026-03-03T12:00"))
        #expect(waiting.state == .paused)
        #expect(waiting.used == hours(2))
        #expect(waiting.paused == hours(12))
        // 18 of 20 hours left from Tuesday 12:00: 6, 10 and 2.
        #expect(text(waiting.due) == "2026-03-05T10:00:00Z")
        facts.pauses[0].end = try at("2026-03-03T12:00")
        let running = try #require(try reading(.resolution, facts, now: "2026-03-05T09:00"))
        #expect(running.state == .running)
        #expect(text(running.due) == "2026-03-05T10:00:00Z")
        #expect(text(running.warnAt) == "2026-03-04T15:00:00Z")
        #expect(try reading(.resolution, facts, now: "2026-03-05T10:01")?.state == .breached)
        #expect(try reading(.firstResponse, facts, now: "2026-03-02T10:00")?.state == .running)
    }

    @Test("paused time survives a change of policy, and each policy says which pauses count")
    func changeOfPolicy() throws {
        let facts = try facts("2026-03-02T08:00") {
            $0.pauses = [
                .init(.awaitingCustomer, from: try at("2026-03-02T10:00"), to: try at("2026-03-02T14:00")),
                .init(.snoozed, from: try at("2026-03-02T16:00"), to: try at("2026-03-02T17:00")),
            ]
        }
        let before = try #require(try reading(.resolution, facts, now: "2026-03-03T09:00"))
        var targets = policy.targets
        targets[.resolution] = [ServiceTarget(within: WorkingDuration(minutes: 600))]
        var tighter = ServiceLevelPolicy(
            name: policy.name, version: policy.version, calendar: policy.calendar, targets: targets,
            pauses: policy.pauses)
        let after = try #require(try reading(.resolution, facts, now: "2026-03-03T09:00", policy: tighter))
        #expect(before.paused == hours(4))
        #expect(after.paused == hours(4))
        #expect(after.used == before.used)
        #expect(before.used == hours(7))
        #expect(text(after.due) == "2026-03-03T12:00:00Z")
        tighter.pauses = [.snoozed]
        let snoozed = try #require(try reading(.resolution, facts, now: "2026-03-03T09:00", policy: tighter))
        #expect(snoozed.paused == hours(1))
        let always = ServiceClocks(of: facts, policy, WorkingTime(.always), now: try at("2026-03-03T09:00"))
        #expect(always.readings.last?.paused == hours(4))
    }

    @Test("disabling a policy clears what it had escalated")
    func disabled() throws {
        let facts = try facts("2026-03-02T08:00")
        let now = try at("2026-03-06T08:00")
        let breaches = ServiceClocks(of: facts, policy, office, now: now).breaches.map(\.clock)
        #expect(breaches == [.acknowledgement, .firstResponse, .resolution])
        let disabled = ServiceClocks(of: facts, policy.disabled, office, now: now)
        #expect(disabled.readings.isEmpty)
        #expect(disabled.next == nil)
    }

    @Test("an episode that ends stops its clocks: what was not due is owed no longer, what was overdue stays so")
    func ended() throws {
        let early = try facts("2026-03-02T08:00") { $0.endedAt = try at("2026-03-02T09:00") }
        let clocks = ServiceClocks(of: early, policy, office, now: try at("2026-03-06T08:00"))
        #expect(clocks.readings.map(\.clock) == [.resolution])
        #expect(clocks.readings.map(\.state) == [.met])
        let late = try facts("2026-03-02T08:00") { $0.endedAt = try at("2026-03-03T09:00") }
        #expect(try reading(.firstResponse, late, now: "2026-03-06T08:00")?.state == .breached)
        #expect(try reading(.firstResponse, late, now: "2026-03-06T08:00")?.used == hours(11))
        let thanked = try facts("2026-03-02T08:00") {
            $0.firstReplyAt = try at("2026-03-02T09:00")
            $0.endedAt = try at("2026-03-02T10:00")
            $0.unansweredSince = try at("2026-03-02T11:00")
        }
        #expect(try reading(.nextResponse, thanked, now: "2026-03-06T08:00") == nil)
    }

    @Test("the deadline that comes first is next; a paused clock comes after those that run")
    func next() throws {
        var facts = try facts("2026-03-02T08:00") {
            $0.pauses = [.init(.awaitingCustomer, from: try at("2026-03-02T08:30"), to: nil)]
        }
        let now = try at("2026-03-02T09:00")
        #expect(ServiceClocks(of: facts, policy, office, now: now).next?.clock == .acknowledgement)
        facts.acknowledgedAt = now
        #expect(ServiceClocks(of: facts, policy, office, now: now).next?.clock == .firstResponse)
        facts.firstReplyAt = now
        #expect(ServiceClocks(of: facts, policy, office, now: now).next?.clock == .resolution)
        facts.endedAt = now
        #expect(ServiceClocks(of: facts, policy, office, now: now).next == nil)
    }

    @Test("what began as imported history starts no clock; what comes after it does")
    func imported() throws {
        var facts = try facts("2026-03-02T08:00") {
            $0.liveSince = nil
            $0.firstReplyAt = try at("2026-03-02T09:00")
            $0.unansweredSince = try at("2026-03-05T08:00")
        }
        let now = try at("2026-03-06T08:00")
        #expect(ServiceClocks(of: facts, policy, office, now: now).readings.isEmpty)
        facts.liveSince = try at("2026-03-05T08:00")
        #expect(ServiceClocks(of: facts, policy, office, now: now).readings.map(\.clock) == [.nextResponse])
    }

    @Test("a summary's facts: the second episode begins where it was reopened, its first reply with the first waiting")
    func ofSummary() throws {
        var summary = CaseSummary()
        #expect(ClockFacts(of: summary, on: Channel("twitter")) == nil)
        summary.openedAt = try at("2026-03-02T08:00")
        summary.firstReplyAt = try at("2026-03-02T09:00")
        summary.liveSince = summary.openedAt
        summary.polarity = .complaint
        summary.priority = .high
        let first = try #require(ClockFacts(of: summary, on: Channel("twitter")))
        #expect(first.startedAt == summary.openedAt)
        #expect(first.firstReplyAt == summary.firstReplyAt)
        summary.reopenedAt = try at("2026-03-09T10:00")
        #expect(ClockFacts(of: summary, on: Channel("twitter"))?.firstReplyAt == nil)
        summary.pauses = [.init(from: try at("2026-03-09T10:10"), until: nil)]
        let second = try #require(ClockFacts(of: summary, on: Channel("twitter")))
        #expect(second.startedAt == summary.reopenedAt)
        #expect(text(second.firstReplyAt) == "2026-03-09T10:10:00Z")
        #expect(second.pauses == [.init(.awaitingCustomer, from: try at("2026-03-09T10:10"), to: nil)])
        summary.snoozes = [try at("2026-03-09T11:00")..<(try at("2026-03-09T12:00"))]
        #expect(
            ClockFacts(of: summary, on: Channel("twitter"))?.pauses.last
                == .init(.snoozed, from: try at("2026-03-09T11:00"), to: try at("2026-03-09T12:00")))
        #expect(second.priority == .high)
        #expect(second.polarity == .complaint)
        #expect(text(second.liveSince) == "2026-03-02T08:00:00Z")
    }
}
