import Basics
import CaseModel
import ServiceLevels
import Testing

/// Madrid: 2026-03-29 has no 02:00–03:00, 2026-10-25 has it twice. Santiago de Chile: 2026-09-06 has no 00:00–01:00,
/// 2026-04-04 has 23:00–24:00 twice.
@Suite("Working time where the clocks change")
struct DaylightSavingTests {
    @Test(
        "a day of 00:00–24:00 is as long as the day is",
        arguments: [
            ("Europe/Madrid", "2026-03-28", 24), ("Europe/Madrid", "2026-03-29", 23),
            ("Europe/Madrid", "2026-10-25", 25), ("America/Santiago", "2026-09-06", 23),
            ("America/Santiago", "2026-04-04", 25), ("America/Santiago", "2026-04-05", 24),
            ("Australia/Lord_Howe", "2026-04-05", 24),
        ])
    func wholeDays(zone: String, day: String, length: Int64) throws {
        let time = try WorkingTime(week: "monday-sunday: 00:00-24:00", zone: zone)
        let plan = time.day(try #require(CalendarDay(day)))
        let worked = plan.intervals.reduce(0) { $0 + $1.upperBound.microseconds - $1.lowerBound.microseconds }
        // Lord Howe's clocks change by half an hour.
        #expect(worked == hours(length) + (zone == "Australia/Lord_Howe" ? minutes(30) : 0))
    }

    @Test("an hour that the clock leaves out is not worked: 01:00–04:00 has two hours that night")
    func gap() throws {
        let time = try WorkingTime(week: "monday-sunday: 01:00-04:00", zone: "Europe/Madrid")
        #expect(time.working(from: try at("2026-03-28T20:00Z"), to: try at("2026-03-29T20:00Z")) == hours(2))
        #expect(text(time.adding(minutes(90), to: try at("2026-03-28T20:00Z"))) == "2026-03-29T01:30:00Z")
        let within = try WorkingTime(week: "monday-sunday: 02:15-02:45", zone: "Europe/Madrid")
        #expect(within.working(from: try at("2026-03-28T20:00Z"), to: try at("2026-03-29T20:00Z")) == 0)
        #expect(text(within.adding(minutes(10), to: try at("2026-03-28T20:00Z"))) == "2026-03-30T00:25:00Z")
    }

    @Test("an hour that the clock shows twice is worked twice: 01:00–04:00 has four hours that night")
    func overlap() throws {
        let time = try WorkingTime(week: "monday-sunday: 01:00-04:00", zone: "Europe/Madrid")
        #expect(time.working(from: try at("2026-10-24T20:00Z"), to: try at("2026-10-25T20:00Z")) == hours(4))
        let within = try WorkingTime(week: "monday-sunday: 02:15-02:45", zone: "Europe/Madrid")
        // 02:15 first at UTC+2, then at UTC+1.
        #expect(within.working(from: try at("2026-10-24T20:00Z"), to: try at("2026-10-25T20:00Z")) == hours(1))
        #expect(text(within.adding(minutes(40), to: try at("2026-10-24T20:00Z"))) == "2026-10-25T01:25:00Z")
    }

    @Test("hours by day are the clock's, in summer and in winter")
    func officeHours() throws {
        let time = try WorkingTime(week: "monday-friday: 09:00-17:00", zone: "Europe/Madrid")
        // Friday 16:30 at UTC+1, Monday 09:30 at UTC+2.
        #expect(text(time.adding(hours(1), to: try at("2026-03-27T15:30Z"))) == "2026-03-30T07:30:00Z")
        #expect(text(time.adding(hours(1), to: try at("2026-10-23T14:30Z"))) == "2026-10-26T08:30:00Z")
    }

    @Test("splitting an interval in two changes nothing on a day on which the clocks change")
    func splitting() throws {
        let one = try WorkingTime(week: "monday-sunday: 00:00-24:00", zone: "Europe/Madrid")
        let two = try WorkingTime(week: "monday-sunday: [00:00-02:30, 02:30-24:00]", zone: "Europe/Madrid")
        let start = try at("2026-10-01")
        for day in ["2026-10-25T00:40Z", "2026-10-25T01:10Z", "2026-11-01T00:00Z"] {
            #expect(two.working(from: start, to: try at(day)) == one.working(from: start, to: try at(day)), "\(day)")
        }
    }

    @Test("a date that a zone skipped has no working time")
    func skippedDate() throws {
        // Samoa went from the 29th to the 31st of December 2011.
        let time = try WorkingTime(week: "monday-sunday: 00:00-24:00", zone: "Pacific/Apia")
        #expect(time.day(try #require(CalendarDay("2011-12-30"))).intervals.isEmpty)
        let around = time.working(from: try at("2011-12-28T00:00Z"), to: try at("2012-01-02T00:00Z"))
        #expect(around == hours(120))
    }

    @Test("each of a year's days is told as long as it was counted", arguments: ["Europe/Madrid", "America/Santiago"])
    func daysAddUp(zone: String) throws {
        let time = try WorkingTime(week: "monday-friday: [00:00-02:20, 08:30-24:00]", zone: zone)
        var day = try #require(CalendarDay("2026-01-05"))
        let last = try #require(CalendarDay("2027-01-04"))
        var told: Int64 = 0
        while day < last {
            told += time.day(day).intervals.reduce(0) {
                $0 + $1.upperBound.microseconds - $1.lowerBound.microseconds
            }
            day.number += 1
        }
        // Both days are in the same season: a year's length apart whatever the zone.
        let midday = try at("2026-01-05T12:00Z")
        let later = try at("2027-01-04T12:00Z")
        #expect(time.working(from: midday, to: later) == told)
    }
}
