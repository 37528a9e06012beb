import Foundation
import Testing

/// Numbers that arithmetic would trap on: each is taken, or refused with a sentence.
@Suite("Absurd numbers")
struct AbsurdNumberTests {
    private static let absurd = ["9223372036854775807", "-9223372036854775808", "5000000000"]

    /// A store with a case that was ended, a person who was asked, an incident, and a follow-up.
    private func place() throws -> Workplace {
        let place = try Workplace()
        let line = #"{"channel":"twitter","id":"1","author":"ana","text":"broken","time":"2026-01-01T00:01:00Z","#
        try place.write(line + #""polarity":"complaint","targets":["product"]}"# + "\n", to: "in.ndjson")
        try place.done("import", "in.ndjson")
        try place.done("case", "resolve", "1", "favourable", "--solved", "yes", "--confirmed-by", "customer")
        try place.done("person", "offer-survey", "1", "NPS")
        try place.done("incident", "declare", "1", "--level", "2")
        return place
    }

    @Test("after an option or as an argument end no command by a signal")
    func arguments() throws {
        let place = try place()
        let commands: [[String]] = [
            ["inbox", "--limit=N"], ["cases", "--limit=N"], ["waiting", "--limit=N"],
            ["search", "broken", "--limit=N"], ["log", "--limit=N"],
            ["replay", "--playbook", "web-posting-assessment", "--limit=N"],
            ["inbox", "--every=N"], ["log", "--after=N"], ["cases", "--until-position=N"], ["replay", "--until=N"],
            ["audit", "1", "--until-position=N"], ["audit", "1", "--diff", "N", "N"],
            ["metrics", "conversion", "--horizon=N"],
            ["metrics", "service", "--target-minutes=N"], ["calendar", "show", "always", "--year=N"],
            ["calendar", "add", "2026-03-06T16:30", "Nh"], ["calendar", "add", "9999-12-31T23:59", "4h"],
            ["case", "show", "N"], ["case", "tag", "1", "x", "--expecting=N"],
            ["case", "escalate", "1", "--to", "ana", "--level=N"],
            ["case", "classify", "1", "positive", "--confidence=N"],
            ["case", "follow-up", "done", "1", "quiet", "--follow-up=N"],
            ["case", "correct", "N", "--set", "level=1", "--note", "x"], ["case", "snooze", "1", "--until=Nd"],
            ["person", "show", "N"], ["person", "answer-survey", "1", "N"],
            ["person", "answer-survey", "1", "9", "--offer=N"],
            ["person", "evidence", "1", "thanks", "--event=N"], ["incident", "close", "N"],
            ["incident", "widen", "N", "1"],
            ["incident", "widen", "1", "--level=N"], ["retract", "N"],
            ["case", "snooze", "1", "--until", "5000w", "--at", "9999-12-01"],
        ]
        for command in commands {
            for number in Self.absurd {
                let words: [String] = command.map { $0.replacing("N", with: number) }
                let ending = try place.run(words)
                #expect(ending.signal == nil, "\(words)")
                #expect([0, 1, 2].contains(ending.code), "\(words): \(ending.errors)")
            }
        }
        #expect(
            try place.run("inbox", "--limit", "9223372036854775807").errors
                == "cmcase: --limit is a number from 0 to 1000000000, where 0 means all\n")
        #expect(
            try place.run("inbox", "--watch", "--every", "5000000000").errors
                == "cmcase: --every is a number of seconds from 1 to 86400\n")
    }

    @Test("in a line of case apply end it by no signal")
    func lines() throws {
        let place = try place()
        let numbers = Self.absurd + ["9223372036854775808", "1e999", "0", "-1", "0.5", "null"]
        let templates = [
            #"{"do":"correct","event":N,"fields":["level"],"values":["1"],"note":"x"}"#,
            #"{"do":"classify","case":1,"polarity":"positive","confidence":N}"#,
            #"{"do":"escalate","case":1,"to":"ana","level":N}"#, #"{"do":"tag","case":N,"tag":"x"}"#,
            #"{"do":"tag","case":1,"tag":"x","expecting":N}"#, #"{"do":"answer-survey","person":1,"score":N}"#,
            #"{"do":"answer-survey","person":N,"score":9,"offer":N}"#,
            #"{"do":"record-evidence","person":1,"kind":"thanks","event":N}"#,
            #"{"do":"declare-incident","cases":[N],"level":N}"#, #"{"do":"widen-incident","incident":N,"cases":[1]}"#,
            #"{"do":"cancel-follow-up","case":1,"followUp":N}"#, #"{"do":"merge","case":1,"from":N}"#,
            #"{"do":"capture","channel":"twitter","id":"9","author":"bo","text":"hi","reach":N,"confidence":N}"#,
            #"{"do":"split","case":N,"mentions":["twitter:1"]}"#,
        ]
        let lines: [String] = templates.flatMap { template in numbers.map { template.replacing("N", with: $0) } }
        try place.write(lines.joined(separator: "\n") + "\n", to: "lines.ndjson")
        let ending = try place.run("case", "apply", "lines.ndjson")
        #expect(ending.signal == nil)
        #expect([0, 2].contains(ending.code), "\(ending.errors)")
    }

    @Test("of days in a playbook are refused, and the longest that are taken plan a follow-up")
    func playbooks() throws {
        let place = try place()
        let yaml: String = try place.done("playbook", "show", "community-manager", "--yaml")
        let days = try #require(yaml.firstMatch(of: /evolution: \d+ days/)).output
        for absurd in ["1000000000 days", "106751900 days", "36501 days"] {
            try place.write(yaml.replacing(days, with: "evolution: \(absurd)"), to: "absurd.yaml")
            let check = try place.run("playbook", "check", "absurd.yaml")
            #expect(check.code == 2)
            #expect(check.errors.contains("the value must be a time of at most 36500 days"))
            #expect(try place.run("playbook", "adopt", "absurd.yaml").code == 2)
        }
        let longest = yaml.replacing(days, with: "evolution: 36500 days").replacing(
            "version: \"1\"", with: "version: \"2\"")
        try place.write(longest, to: "longest.yaml")
        try place.done("playbook", "adopt", "longest.yaml", "--effective-from", "2000-01-01T00:00:00Z")
        try place.done("case", "reopen", "1")
        try place.done("case", "resolve", "1", "favourable", "--solved", "yes", "--confirmed-by", "customer")
        try place.done("case", "next", "1", "--explain")
    }
}
