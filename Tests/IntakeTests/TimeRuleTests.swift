import Basics
import CaseModel
import Testing

@testable import Intake

@Suite("Times as sources write them")
struct TimeRuleTests {
    @Test(
        "patterns",
        arguments: [
            ("%a %b %d %H:%M:%S %z %Y", "Tue Oct 31 22:10:47 +0000 2017", "2017-10-31T22:10:47Z"),
            ("%a %b %d %H:%M:%S %z %Y", "tuesday OCTOBER 31 22:10:47 -07:00 2017", "2017-11-01T05:10:47Z"),
            ("%Y-%m-%d %H:%M:%S %z", "2015-02-24 11:42:48 -0800", "2015-02-24T19:42:48Z"),
            ("%A, %e %B %Y %I:%M %p %Z", "Sun,  1 March 2026 12:05 am GMT", "2026-03-01T00:05:00Z"),
            ("%d/%m/%y %I:%M%p%z", "1/3/26 12:05PM+01", "2026-03-01T11:05:00Z"),
            ("%FT%T.%f%z", "2026-11-22T10:00:05.1234567Z", "2026-11-22T10:00:05.123456Z"),
            ("%m.%d.%Y %R UTC%Z", "9.30.1999 23:59 UTCUTC", "1999-09-30T23:59:00Z"),
            ("%b %d %y%z", "Sept 5 70+00", "1970-09-05T00:00:00Z"),
            ("%s", "1700000000", "2023-11-14T22:13:20Z"),
            ("%s.%f%%", "1700000000.5%", "2023-11-14T22:13:20.500000Z"),
            ("%Y%m%d%H%M%S%z", "20261122100060Z", "2026-11-22T10:00:59Z"),
        ])
    func patterns(pattern: String, text: String, moment: String) throws {
        let rule = TimeRule(form: .pattern(try TimePattern(pattern)))
        #expect(TimeText.format(try read(text, rule)) == moment)
    }

    @Test(
        "what the pattern or the calendar doesn't have",
        arguments: [
            ("%Y-%m-%d", "2026-02-29"), ("%Y-%m-%d", "2026-2"), ("%Y-%m-%d", "26-2-1"), ("%Y-%m-%d", "2026-02-01 "),
            ("%Y-%m-%d", ""), ("%a %d %b %Y", "Tuesd 1 Mar 2026"), ("%a %d %b %Y", "Tue 1 Mrz 2026"),
            ("%F %I %p", "2026-01-01 13 pm"), ("%F %I %p", "2026-01-01 0 am"), ("%F %H:%M", "2026-01-01 24:00"),
            ("%F %z", "2026-01-01 +1"), ("%F %z", "2026-01-01 +25:00"), ("%F %Z", "2026-01-01 CET"),
            ("%s", "1700000000000"), ("%F", "９９９９-01-01"),
        ])
    func refused(pattern: String, text: String) throws {
        let rule = TimeRule(form: .pattern(try TimePattern(pattern)), zone: Zone(offset: 0))
        #expect(throws: RejectionReason.badTime(expected: pattern)) { try read(text, rule) }
    }

    @Test(
        "patterns that are wrong",
        arguments: [
            ("%Y-%m-%d %", TimePattern.Flaw.unfinished), ("%Y-%m-%d %Q", .unknownPart("%Q")),
            ("%Y-%m-%d %F", .saidTwice), ("%H:%M", .incompleteDate), ("%Y-%m", .incompleteDate),
            ("%F %I", .halfDayHour), ("%F %H %p", .halfDayHour), ("%F %z %Z", .saidTwice),
        ])
    func wrongPatterns(pattern: String, flaw: TimePattern.Flaw) {
        #expect(throws: flaw) { try TimePattern(pattern) }
    }

    @Test("a zone is for times without an offset: fixed, or of the IANA database")
    func zones() throws {
        let madrid = TimeRule(form: .iso8601, zone: try? Zone(parsing: "Europe/Madrid"))
        #expect(TimeText.format(try read("2026-07-01 12:00", madrid)) == "2026-07-01T10:00:00Z")
        #expect(TimeText.format(try read("2026-01-01 12:00", madrid)) == "2026-01-01T11:00:00Z")
        #expect(TimeText.format(try read("2026-01-01 12:00Z", madrid)) == "2026-01-01T12:00:00Z")
        let fixed = TimeRule(form: .iso8601, zone: try? Zone(parsing: "-05:30"))
        #expect(TimeText.format(try read("2026-01-01", fixed)) == "2026-01-01T05:30:00Z")
        #expect(
            ["UTC", "-05:30", "Europe/Madrid"].map { (try? Zone(parsing: $0))?.name } == [
                "UTC", "-05:30", "Europe/Madrid",
            ])
        #expect(["Z", "Etc/UTC"].map { (try? Zone(parsing: $0))?.name } == ["UTC", "UTC"])
        #expect(["Madrid", "Europe/Nowhere", "", "+1", "CEST"].allSatisfy { (try? Zone(parsing: $0)) == nil })
    }

    @Test("an hour that the clock shows twice is the first, one that it skips is read as if it had not been")
    func changesOfTheClock() throws {
        let madrid = TimeRule(form: .iso8601, zone: try? Zone(parsing: "Europe/Madrid"))
        let moments = [
            ("2026-10-25 01:59:59", "2026-10-24T23:59:59Z"), ("2026-10-25 02:30:00", "2026-10-25T00:30:00Z"),
            ("2026-10-25 03:00:00", "2026-10-25T02:00:00Z"), ("2026-03-29 01:59:59", "2026-03-29T00:59:59Z"),
            ("2026-03-29 02:30:00", "2026-03-29T01:30:00Z"), ("2026-03-29 03:00:00", "2026-03-29T01:00:00Z"),
        ]
        for (shown, moment) in moments { #expect(TimeText.format(try read(shown, madrid)) == moment) }
    }

    @Test("seconds and milliseconds since 1970")
    func unix() throws {
        #expect(TimeText.format(try read("1700000000.25", TimeRule(form: .unix))) == "2023-11-14T22:13:20.250000Z")
        #expect(
            TimeText.format(try read("1700000000250", TimeRule(form: .unixMilliseconds)))
                == "2023-11-14T22:13:20.250000Z")
        #expect(
            TimeText.format(try read("1700000000250.0", TimeRule(form: .unixMilliseconds)))
                == "2023-11-14T22:13:20.250000Z")
        for wrong in ["", "x", "1700000000000", "1.", "1e9"] {
            #expect(throws: RejectionReason.badTime(expected: "1700000000")) { try read(wrong, TimeRule(form: .unix)) }
        }
        #expect(throws: RejectionReason.timeOutOfRange) { try read("-1", TimeRule(form: .unix)) }
        #expect(throws: RejectionReason.timeOutOfRange) { try read("999999999999", TimeRule(form: .unix)) }
    }

    @Test("the years 1970 to 9999, in UTC")
    func range() throws {
        let rule = TimeRule(form: .iso8601)
        #expect(try read("1970-01-01T00:00Z", rule) == Timestamp(seconds: 0))
        #expect(TimeText.format(try read("9999-12-31T23:59:59.999999Z", rule)) == "9999-12-31T23:59:59.999999Z")
        #expect(throws: RejectionReason.timeOutOfRange) { try read("1970-01-01T00:00+01:00", rule) }
        #expect(throws: RejectionReason.timeOutOfRange) { try read("9999-12-31T23:59:59-01:00", rule) }
    }

    private func read(_ text: String, _ rule: TimeRule) throws -> Timestamp {
        try Array(text.utf8).withUnsafeBytes { try rule.timestamp($0) }
    }
}
