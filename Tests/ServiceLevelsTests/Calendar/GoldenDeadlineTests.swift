import Basics
import CaseModel
import ServiceLevels
import Testing

/// Cases that other systems got wrong (DOMAIN, section 7). 2026-03-02 is a Monday.
@Suite("Deadlines that other systems got wrong")
struct GoldenDeadlineTests {
    @Test("Mon–Fri 09–17: Friday 16:30 + 1 h = Monday 09:30")
    func overTheWeekend() throws {
        let time = try WorkingTime(week: "monday-friday: 09:00-17:00")
        #expect(text(time.adding(hours(1), to: try at("2026-03-06T16:30"))) == "2026-03-09T09:30:00Z")
    }

    @Test("Mon–Fri 09–17: created Wednesday 07:00 + 2 h = Wednesday 11:00")
    func beforeOpening() throws {
        let time = try WorkingTime(week: "monday-friday: 09:00-17:00")
        #expect(text(time.adding(hours(2), to: try at("2026-03-04T07:00"))) == "2026-03-04T11:00:00Z")
    }

    @Test("Mon–Fri 08–18: Monday 17:00 + 4 h = Tuesday 11:00, and a warning 1 h before it = Tuesday 10:00")
    func warning() throws {
        let time = try WorkingTime(week: "monday-friday: 08:00-18:00")
        let start = try at("2026-03-02T17:00")
        #expect(text(time.adding(hours(4), to: start)) == "2026-03-03T11:00:00Z")
        #expect(text(time.adding(hours(3), to: start)) == "2026-03-03T10:00:00Z")
    }

    @Test("12 h a day, 48 h, two holidays between = six days on")
    func twoHolidays() throws {
        let time = try WorkingTime(
            week: "monday-sunday: 08:00-20:00", "holidays: [2026-03-04, {date: 2026-03-06, name: Feast}]")
        #expect(text(time.adding(hours(48), to: try at("2026-03-02T10:00"))) == "2026-03-08T10:00:00Z")
    }

    @Test("a day of 00:00–24:00 loses no minute at midnight")
    func wholeDays() throws {
        let time = try WorkingTime(week: "monday-sunday: 00:00-24:00")
        #expect(text(time.adding(hours(48), to: try at("2026-03-02T23:59"))) == "2026-03-04T23:59:00Z")
        #expect(time.working(from: try at("2026-03-02T23:59"), to: try at("2026-03-03T00:01")) == minutes(2))
        let weekdays = try WorkingTime(week: "monday-friday: 00:00-24:00")
        #expect(text(weekdays.adding(hours(25), to: try at("2026-03-06T00:00"))) == "2026-03-09T01:00:00Z")
    }

    @Test("a lunch break: two intervals a day")
    func lunchBreak() throws {
        let time = try WorkingTime(week: "monday-friday: [09:00-14:00, 15:00-18:00]")
        #expect(text(time.adding(hours(2), to: try at("2026-03-02T13:00"))) == "2026-03-02T16:00:00Z")
        #expect(text(time.adding(hours(1), to: try at("2026-03-02T14:20"))) == "2026-03-02T16:00:00Z")
        #expect(text(time.adding(hours(8), to: try at("2026-03-02T15:30"))) == "2026-03-03T15:30:00Z")
    }

    @Test("a week in which only Monday and Thursday are worked")
    func mondayAndThursday() throws {
        let time = try WorkingTime(week: "monday: 09:00-17:00\nthursday: 09:00-17:00")
        #expect(text(time.adding(hours(4), to: try at("2026-03-02T15:00"))) == "2026-03-05T11:00:00Z")
        #expect(text(time.adding(hours(17), to: try at("2026-03-03T12:00"))) == "2026-03-12T10:00:00Z")
    }

    @Test("what fills a day to its end is due then, not the morning after")
    func endOfTheDay() throws {
        let time = try WorkingTime(week: "monday-friday: 09:00-17:00")
        #expect(text(time.adding(hours(8), to: try at("2026-03-06T09:00"))) == "2026-03-06T17:00:00Z")
        #expect(text(time.adding(0, to: try at("2026-03-07T12:00"))) == "2026-03-07T12:00:00Z")
    }

    @Test("a year passes from one stretch of days kept to the next")
    func overAYear() throws {
        let time = try WorkingTime(week: "monday-friday: 09:00-17:00")
        // 2026 has 261 weekdays, 2027 too: 522 days of 8 hours from Thursday 2026-01-01.
        #expect(time.working(from: try at("2026-01-01"), to: try at("2028-01-01")) == hours(522 * 8))
        #expect(text(time.adding(hours(522 * 8), to: try at("2026-01-01"))) == "2027-12-31T17:00:00Z")
    }

    @Test("special hours go before a holiday, and a holiday before the week")
    func specialDay() throws {
        let time = try WorkingTime(
            week: "monday-friday: 09:00-17:00",
            """
            holidays: [2026-12-24, 2026-12-25]
            specialDays:
              - {date: 2026-12-24, name: Nochebuena, hours: 09:00-13:00}
              - {date: 2026-12-26, hours: 10:00-12:00}
            """)
        #expect(text(time.adding(hours(7), to: try at("2026-12-23T16:00"))) == "2026-12-26T12:00:00Z")
    }

    @Test("a calendar that is never open again gives no deadline")
    func neverAgain() throws {
        var calendar = WorkingCalendar.always
        calendar.week = [:]
        calendar.specialDays[try #require(CalendarDay("2026-03-02"))] = .init(hours: [.wholeDay])
        let time = WorkingTime(calendar)
        #expect(text(time.adding(hours(24), to: try at("2026-03-01"))) == "2026-03-03T00:00:00Z")
        #expect(time.adding(hours(24) + 1, to: try at("2026-03-01")) == nil)
    }

    @Test("times beyond the years 0 to 9999 are not worked, and overflow nothing")
    func absurdTimes() throws {
        var calendar: WorkingCalendar = .always
        calendar.holidays = [Holiday(name: "", first: try #require(CalendarDay("2026-01-01")))]
        for time in [WorkingTime(.always), WorkingTime(calendar)] {
            #expect(time.adding(1, to: .latest) == nil)
            #expect(time.adding(.max, to: .earliest) == nil)
            #expect(time.adding(1, to: .earliest) == Timestamp.earliest.later(by: 1))
            #expect(time.working(from: .latest, to: .earliest) == 0)
        }
        let time = WorkingTime(.always)
        #expect(
            time.working(from: try at("9999-12-31T23:00"), to: Timestamp(microseconds: .max)) == hours(1) - 1)
    }
}
