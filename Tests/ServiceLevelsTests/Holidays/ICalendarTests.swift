import Basics
import CaseModel
import ServiceLevels
import Testing

@Suite("Holidays from an iCalendar")
struct ICalendarTests {
    /// The days that are free from 2026 through 2030.
    private func days(_ text: String) throws -> [String] {
        var calendar = WorkingCalendar.always
        calendar.holidays = try ICalendarHolidays.read(text)
        let time = WorkingTime(calendar)
        var day = try #require(CalendarDay("2026-01-01"))
        let end = try #require(CalendarDay("2031-01-01"))
        var free: [String] = []
        while day < end {
            if time.day(day).intervals.isEmpty { free.append(day.description) }
            day.number += 1
        }
        return free
    }

    @Test("a day without an end, DTEND as the first day after, and lengths in days and weeks")
    func lengths() throws {
        #expect(try days(iCalendar(event: "DTSTART;VALUE=DATE:20261225")) == ["2026-12-25"])
        #expect(
            try days(iCalendar(event: "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270103"))
                == ["2026-12-31", "2027-01-01", "2027-01-02"])
        #expect(try days(iCalendar(event: "DTSTART:20260228", "DURATION:P2D")) == ["2026-02-28", "2026-03-01"])
        #expect(try days(iCalendar(event: "DTSTART:20260801", "DURATION:P2W")).count == 14)
    }

    @Test("every year, every other year, up to a day, and so many times")
    func yearly() throws {
        #expect(
            try days(iCalendar(event: "DTSTART;VALUE=DATE:20241225", "RRULE:FREQ=YEARLY")) == [
                "2026-12-25", "2027-12-25", "2028-12-25", "2029-12-25", "2030-12-25",
            ])
        #expect(
            try days(iCalendar(event: "DTSTART:20251225", "RRULE:FREQ=YEARLY;INTERVAL=2"))
                == ["2027-12-25", "2029-12-25"])
        #expect(
            try days(iCalendar(event: "DTSTART:20241225", "RRULE:FREQ=YEARLY;UNTIL=20271225"))
                == ["2026-12-25", "2027-12-25"])
        #expect(
            try days(iCalendar(event: "DTSTART:20241225", "RRULE:FREQ=YEARLY;COUNT=3")) == ["2026-12-25"])
        #expect(
            try days(iCalendar(event: "DTSTART:20241225", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20271225,20291225"))
                == ["2026-12-25", "2028-12-25", "2030-12-25"])
    }

    @Test("29 February comes in leap years alone")
    func leapDay() throws {
        #expect(try days(iCalendar(event: "DTSTART:20240229", "RRULE:FREQ=YEARLY")) == ["2028-02-29"])
    }

    @Test("the fourth Thursday of November, and the last Monday of May")
    func weekdays() throws {
        #expect(
            try days(iCalendar(event: "DTSTART:20261126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")) == [
                "2026-11-26", "2027-11-25", "2028-11-23", "2029-11-22", "2030-11-28",
            ])
        #expect(
            try days(iCalendar(event: "DTSTART:20260525", "RRULE:FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5;COUNT=2"))
                == ["2026-05-25", "2027-05-31"])
    }

    @Test("names are unfolded and unescaped, and what an event has besides is passed over")
    func names() throws {
        let holidays = try ICalendarHolidays.read(
            iCalendar(
                event: "DTSTART;VALUE=DATE;X-A=\"a:b;c\":20260106", "summary;LANGUAGE=es:D\\, con co", "\tma y ",
                " l\\\\nea\\nnueva", "BEGIN:VALARM", "TRIGGER:-P1D", "DTSTART:20250101", "END:VALARM"))
        #expect(holidays.map(\.name) == ["D, con coma y l\\nea nueva"])
        #expect(holidays.map(\.first.description) == ["2026-01-06"])
    }

    @Test("cancelled events are left out")
    func cancelled() throws {
        #expect(try ICalendarHolidays.read(iCalendar(event: "STATUS:CANCELLED", "DTSTART:20260106")).isEmpty)
    }

    @Test(
        "what is wrong, or beyond what is read, is said with its line",
        arguments: [
            (iCalendar(event: "SUMMARY:x"), "iCalendar, line 3: the event has no DTSTART"),
            (iCalendar(event: "DTSTART:20260106T100000Z"), "iCalendar, line 4: the event has a time of day"),
            (iCalendar(event: "DTSTART:20260230"), "iCalendar, line 4: DTSTART is a day"),
            (iCalendar(event: "DTSTART:20260106", "DTSTART:20260107"), "iCalendar, line 5: DTSTART stands twice"),
            (iCalendar(event: "DTSTART:20260106", "DTEND:20260105"), "iCalendar, line 5: the event ends before"),
            (iCalendar(event: "DTSTART:20260106", "DURATION:P400D"), "iCalendar, line 5: the event ends before"),
            (iCalendar(event: "DTSTART:20260106", "DURATION:PT1H"), "iCalendar, line 5: the event ends before"),
            (iCalendar(event: "DTSTART:20260106", "RDATE:20260107"), "iCalendar, line 5: RDATE is beyond"),
            (iCalendar(event: "DTSTART:20260106", "RRULE:FREQ=WEEKLY"), "iCalendar, line 5: FREQ is beyond"),
            (iCalendar(event: "DTSTART:20260106", "RRULE:FREQ=YEARLY;BYEASTER=1"), "line 5: a part of this RRULE"),
            (iCalendar(event: "DTSTART:20260106", "RRULE:FREQ=YEARLY;BYMONTH=2"), "line 5: a start that the rule"),
            (iCalendar(event: "DTSTART:20260106", "RRULE:FREQ=YEARLY;BYDAY=TU"), "line 5: BYDAY is beyond"),
            (iCalendar(event: "DTSTART:20260106", "RRULE:FREQ=YEARLY;INTERVAL=0"), "line 5: INTERVAL is beyond"),
            ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260106\n", "iCalendar, line 3: the text ends before"),
            ("BEGIN:VCALENDAR\nEND:VEVENT\n", "iCalendar, line 2: BEGIN and END don't match"),
            ("BEGIN:VCALENDAR\nno colon\nEND:VCALENDAR", "iCalendar, line 2: this is no line"),
            (" folded\nBEGIN:VCALENDAR", "iCalendar, line 1: this is no line"),
            ("name: oficina", "iCalendar, line 1: an iCalendar begins with BEGIN:VCALENDAR"),
            ("", "iCalendar, line 1: an iCalendar begins with BEGIN:VCALENDAR"),
        ])
    func refusals(text: String, sentence: String) throws {
        let error = try #require(throws: ICalendarError.self) { try ICalendarHolidays.read(text) }
        #expect(error.description.contains(sentence), "\(error.description)")
    }

    @Test("hostile texts are refused: too long, a line without end, too many events, nested without end")
    func hostile() throws {
        func refusal(_ text: String) -> ICalendarError.Problem? {
            do {
                _ = try ICalendarHolidays.read(text)
                return nil
            } catch { return error.problem }
        }
        #expect(refusal(String(repeating: "A", count: 1 << 21)) == .tooLong(limit: 1 << 20))
        let folded = "BEGIN:VCALENDAR\nX:" + String(repeating: "\n a", count: 10_000)
        #expect(refusal(folded) == .lineTooLong(limit: 8192))
        let events =
            "BEGIN:VCALENDAR\n"
            + String(repeating: "BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n", count: 5001) + "END:VCALENDAR"
        #expect(refusal(events) == .tooMany(limit: 5000))
        #expect(refusal("BEGIN:VCALENDAR\n" + String(repeating: "BEGIN:X\n", count: 1000)) == .wrongNesting)
    }

    @Test("bytes by chance never bring it down", arguments: 1...50 as ClosedRange<UInt64>)
    func chance(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\r\n", "END:VEVENT\n", "END:VCALENDAR", "DTSTART", ";VALUE=DATE", ":",
            "20260106", "\"", "\n", " ", "RRULE:FREQ=YEARLY", ";BYDAY=5MO", ";COUNT=1000", "99991231", "\\", "\u{0}",
            "é",
        ]
        let text = "BEGIN:VCALENDAR\n" + (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        do { _ = try ICalendarHolidays.read(text) } catch { #expect(error.line >= 1, "seed \(seed)") }
    }
}
