import Basics
import CaseModel
import ServiceLevels
import Testing
import YAML

@Suite("A calendar as YAML")
struct CalendarYAMLTests {
    @Test("all of it is read")
    func whole() throws {
        let calendar = try WorkingCalendar(
            yaml: """
                name: oficina
                version: "2026.1"
                zone: Europe/Madrid
                week:
                  monday-thursday: [15:00-18:00, 09:00-14:00]
                  friday: 09:00-15:00
                  saturday:
                holidays:
                  - 2026-10-12
                  - {date: 2026-12-25, name: Navidad, yearly: true}
                  - {date: 2026-08-10, until: 2026-08-14, name: Vacaciones}
                specialDays:
                  - {date: 2026-12-24, name: Nochebuena, hours: 09:00-13:00}
                  - {date: 2026-12-31}
                icalendar: |
                  BEGIN:VCALENDAR
                  BEGIN:VEVENT
                  DTSTART;VALUE=DATE:20260106
                  SUMMARY:Re
                   yes
                  END:VEVENT
                  END:VCALENDAR
                """)
        #expect(calendar.name == "oficina")
        #expect(calendar.version == "2026.1")
        #expect(calendar.zone.name == "Europe/Madrid")
        #expect(calendar.week[.tuesday]?.map(\.description) == ["09:00-14:00", "15:00-18:00"])
        #expect(calendar.week[.friday]?.map(\.description) == ["09:00-15:00"])
        #expect(calendar.week[.saturday] == [])
        #expect(calendar.week[.sunday] == nil)
        #expect(calendar.holidays.map(\.name) == ["", "Navidad", "Vacaciones", "Reyes"])
        #expect(calendar.holidays.map(\.days) == [1, 1, 5, 1])
        #expect(calendar.holidays[1].recurrence == YearlyRecurrence(.date(month: 12, day: 25)))
        #expect(
            calendar.specialDays[try #require(CalendarDay("2026-12-24"))]?.hours.map(\.description) == ["09:00-13:00"])
        #expect(calendar.specialDays[try #require(CalendarDay("2026-12-31"))]?.hours == [])
    }

    @Test(
        "what is wrong is said with its line and key, and the nearest name",
        arguments: [
            ("nam: a", "calendar, line 1, key nam: unknown key, perhaps name; allowed: "),
            ("name: Ana Gil", "calendar, line 1, key name: the value must be lower-case letters, digits and hyphens"),
            ("name: a\nversion: 1\nzone: CET\nweek: {monday: 09:00-17:00}", "calendar, line 3, key zone: "),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {mondy: 09:00-17:00}",
                "line 4, key week.mondy: unknown key, perhaps monday;"
            ),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {monday: 9-17}",
                "line 4, key week.monday: the value must be hours"
            ),
            ("name: a\nversion: 1\nzone: UTC\nweek: {monday: 17:00-09:00}", "key week.monday: the value must be hours"),
            ("name: a\nversion: 1\nzone: UTC\nweek: {monday: 09:00-24:01}", "key week.monday: the value must be hours"),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {monday: [09:00-12:00, 11:00-13:00]}",
                "09:00-12:00 and 11:00-13:00 overlap"
            ),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {monday-friday: 09:00-12:00, friday: 09:00-11:00}",
                "friday is named twice"
            ),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {monday: []}",
                "key week: the value must be hours on at least one day"
            ),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {friday-monday: 09:00-12:00}",
                "key week.friday-monday: unknown key"
            ),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {monday: 09:00-12:00}\nholidays: [2026-02-29]",
                "line 5, key holidays.1: the value must be a day"
            ),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {monday: 09:00-12:00}\nholidays: [{date: 2026-02-02, until: 2026-02-01}]",
                "key holidays.1.until: until is on or after date"
            ),
            (
                "name: a\nversion: 1\nzone: UTC\nweek: {monday: 09:00-12:00}\nicalendar: nonsense",
                "line 5, key icalendar: iCalendar, line 1: "
            ),
            ("- a", "calendar, line 1: the value must be keys and values"),
            ("name: [", "calendar, line 2: not YAML"),
            ("name: a\nname: b", "the key name stands twice"),
            ("", "calendar: the value must be keys and values"),
        ])
    func refusals(yaml: String, sentence: String) throws {
        let error = try #require(throws: YAMLError.self) { try WorkingCalendar(yaml: yaml) }
        #expect(error.description.contains(sentence), "\(error.description)")
    }

    @Test("what is too long or too deep is refused")
    func hostile() throws {
        let long = String(repeating: "a", count: WorkingCalendar.longest + 1)
        #expect(throws: YAMLError.self) { try WorkingCalendar(yaml: long) }
        let deep = "name: " + String(repeating: "[", count: 100_000)
        #expect(throws: YAMLError.self) { try WorkingCalendar(yaml: deep) }
        let many =
            "name: a\nversion: 1\nzone: UTC\nweek: {monday: 09:00-12:00}\nholidays:\n"
            + String(repeating: "- 2026-01-01\n", count: 2001)
        let error = try #require(throws: YAMLError.self) { try WorkingCalendar(yaml: many) }
        #expect(error.description == "calendar, line 6, key holidays: more than 2000 entries")
    }

    @Test("an iCalendar is put into the text of a calendar, folded lines and all")
    func joined() throws {
        let yaml = "name: a\nversion: \"1\"\nzone: UTC\nweek: {monday: 09:00-12:00}"
        let feed = iCalendar(event: "DTSTART;VALUE=DATE:20260106", "SUMMARY:Re", " yes")
        let text = try WorkingCalendar.text(yaml, withICalendar: feed)
        #expect(try WorkingCalendar(yaml: text).holidays.map(\.name) == ["Reyes"])
        let error = try #require(throws: YAMLError.self) { try WorkingCalendar.text(text, withICalendar: feed) }
        #expect(error.description.contains("leave one of the two out"))
    }
}

@Suite("The calendar that is built in")
struct BuiltInCalendarTests {
    @Test("its text says what it is")
    func always() throws {
        #expect(try WorkingCalendar(yaml: WorkingCalendar.alwaysText) == .always)
    }
}
