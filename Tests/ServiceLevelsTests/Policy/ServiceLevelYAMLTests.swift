import CaseModel
import ServiceLevels
import Testing
import YAML

@Suite("A service level as YAML")
struct ServiceLevelYAMLTests {
    @Test("all of it is read, and the first target whose condition holds is the case's")
    func whole() throws {
        let policy = try ServiceLevelPolicy(
            yaml: """
                name: social
                version: "3"
                calendar: oficina
                targets:
                  first-response:
                    - {when: {priority: [urgent, high], channel: twitter}, within: 1h30m, warn: 15m}
                    - {when: {severity: critical}, within: 2h}
                    - {when: {polarity: [spam]}, within: none}
                    - within: 8h
                  resolution: {within: 48h}
                pauses: snoozed
                """)
        #expect(policy.calendar == "oficina")
        #expect(policy.pauses == [.snoozed])
        func within(_ change: (inout ClockFacts) -> Void) throws -> String? {
            var facts = ClockFacts(liveSince: nil, startedAt: try at("2026-03-02"), channel: Channel("twitter"))
            change(&facts)
            return policy.promise(of: .firstResponse, for: facts)?.within?.description
        }
        #expect(try within { _ in } == "8h")
        #expect(try within { $0.priority = .urgent } == "1h30m")
        #expect(
            try within {
                $0.priority = .urgent
                $0.channel = Channel("email")
                $0.severity = .critical
            } == "2h")
        #expect(try within { $0.polarity = .spam } == nil)
        var facts = ClockFacts(liveSince: nil, startedAt: try at("2026-03-02"), channel: Channel("twitter"))
        #expect(policy.promise(of: .acknowledgement, for: facts) == nil)
        facts.priority = .high
        #expect(policy.promise(of: .firstResponse, for: facts)?.warnBefore?.description == "15m")
    }

    @Test(
        "what is wrong is said with its line and key, and the nearest name",
        arguments: [
            ("targets: {}\nbreaks: 1", "line 5, key breaks: unknown key"),
            (
                "targets: {first-respons: {within: 1h}}",
                "key targets.first-respons: unknown key, perhaps first-response;"
            ),
            (
                "targets: {resolution: [{within: 1h}, {within: 2d}]}",
                "key targets.resolution.2.within: the value must be hours and minutes"
            ),
            (
                "targets: {resolution: {within: 0h}}",
                "key targets.resolution.within: the value must be longer than nothing"
            ),
            ("targets: {resolution: {within: 100001h}}", "key targets.resolution.within: "),
            (
                "targets: {resolution: {within: 1h, warn: 1h}}",
                "key targets.resolution.warn: warn is working time before"
            ),
            ("targets: {resolution: {warn: 1h}}", "key targets.resolution.within: the key is missing"),
            (
                "targets: {resolution: {within: 1h, when: {priority: urgnt}}}",
                "key targets.resolution.when.priority: the value is not allowed, perhaps urgent;"
            ),
            ("targets: {resolution: {within: 1h, when: {priority: []}}}", "the value must be at least one value"),
            ("targets: {resolution: {within: 1h, when: {mood: bad}}}", "key targets.resolution.when.mood: unknown key"),
            ("targets: {resolution: {within: 1h, when: {channel: Twitter}}}", "key targets.resolution.when.channel: "),
            ("targets: {}\npauses: [lunch]", "key pauses.1: the value is not allowed"),
            ("", "key targets: the key is missing"),
        ])
    func refusals(yaml: String, sentence: String) throws {
        let error = try #require(throws: YAMLError.self) {
            try ServiceLevelPolicy(yaml: "name: a\nversion: \"1\"\ncalendar: always\n" + yaml)
        }
        #expect(error.description.contains(sentence), "\(error.description)")
    }

    @Test(
        "lengths are hours and minutes",
        arguments: [
            ("30m", 30), ("1h", 60), ("1h30m", 90), ("1h 30m", 90), ("0h", 0), ("100000h", 6_000_000),
            ("90m", 90), ("1d", nil), ("h", nil), ("", nil), ("30", nil), ("30m1h", nil), ("1h1h", nil), ("-1h", nil),
            ("99999999999999999999h", nil), ("1 h", nil), ("1h ", 60),
        ] as [(String, Int64?)])
    func lengths(text: String, length: Int64?) {
        #expect(WorkingDuration(text)?.microseconds == length.map { minutes($0) })
    }

    @Test("the built-in policy promises an hour for what is urgent, a day otherwise, and nothing for spam")
    func standard() throws {
        let policy = ServiceLevelPolicy.standard
        #expect(policy.calendar == WorkingCalendar.always.name)
        var facts = ClockFacts(
            liveSince: nil, startedAt: try at("2026-03-02"), channel: Channel("twitter"), polarity: .complaint)
        func within() -> [String?] {
            ServiceClock.allCases.map { policy.promise(of: $0, for: facts)?.within?.description }
        }
        #expect(within() == ["24h", "24h", "24h", "240h"])
        facts.priority = .urgent
        #expect(within() == ["1h", "1h", "2h", "24h"])
        facts.polarity = .spam
        #expect(within() == [nil, nil, nil, nil])
        facts.polarity = nil
        facts.priority = .normal
        #expect(within() == [nil, "24h", "24h", nil])
    }
}
