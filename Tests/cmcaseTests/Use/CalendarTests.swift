import Foundation
import Testing

@Suite("Calendars and service levels on the command line")
struct CalendarTests {
    private static let office = """
        name: oficina
        version: "2026.1"
        zone: Europe/Madrid
        week:
          monday-thursday: [09:00-14:00, 15:00-18:00]
          friday: 09:00-15:00
        specialDays:
          - {date: 2026-12-24, name: Nochebuena, hours: 09:00-13:00}

        """
    private static let feed =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20241225\r\nSUMMARY:Navi\r\n dad\r\n"
        + "RRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

    @Test("a deadline is reckoned, and told day by day with the reasons")
    func add() throws {
        let place = try Workplace()
        try place.write(Self.office, to: "office.yaml")
        try place.write(Self.feed, to: "feast.ics")
        let output = try place.done(
            "calendar", "add", "2026-12-23T16:30", "8h", "--calendar", "office.yaml", "--holidays", "feast.ics",
            "--explain", "--tz", "Europe/Madrid")
        #expect(
            output == """
                2026-12-28 11:30:00 +01:00
                day             counted (Europe/Madrid)     working        left  why
                Wed 2026-12-23  16:30–18:00              1 h 30 min  6 h 30 min
                Thu 2026-12-24  09:00–13:00                     4 h  2 h 30 min  Nochebuena
                Fri 2026-12-25                                    -  2 h 30 min  Navidad
                Sat 2026-12-26                                    -  2 h 30 min  closed
                Sun 2026-12-27                                    -  2 h 30 min  closed
                Mon 2026-12-28  09:00–11:30              2 h 30 min         0 h

                """)
        let json = try place.question("calendar", "add", "2026-12-23T16:30Z", "30m")
        #expect(json["due"] as? String == "2026-12-23T17:00:00Z")
        #expect(json["workingSeconds"] as? Int == 1800)
    }

    @Test("a calendar is shown with its days of a year")
    func show() throws {
        let place = try Workplace()
        try place.write(Self.office, to: "office.yaml")
        try place.write(Self.feed, to: "feast.ics")
        let output = try place.done(
            "calendar", "show", "office.yaml", "--holidays", "feast.ics", "--year", "2026")
        #expect(
            output == """
                Calendar oficina  version 2026.1, hours of Europe/Madrid
                  monday     09:00-14:00, 15:00-18:00
                  tuesday    09:00-14:00, 15:00-18:00
                  wednesday  09:00-14:00, 15:00-18:00
                  thursday   09:00-14:00, 15:00-18:00
                  friday     09:00-15:00
                  saturday   closed
                  sunday     closed

                2 holidays and special days in 2026
                  2026-12-24 Thu  09:00-13:00  Nochebuena
                  2026-12-25 Fri  closed  Navidad

                """)
    }

    @Test("what falls due at midnight is told of the day that ends with it")
    func midnight() throws {
        let output: String = try Workplace().done(
            "calendar", "add", "2026-11-21T23:59Z", "1m", "--calendar", "always", "--explain")
        #expect(
            output == """
                2026-11-22 00:00:00 +00:00
                day             counted (UTC)  working  left  why
                Sat 2026-11-21  23:59–00:00      1 min   0 h

                """)
    }

    @Test("days and hours of an explanation are those of the calendar's zone, which is named, wherever the reader is")
    func zones() throws {
        let place = try Workplace()
        let output: String = try place.done(
            "calendar", "add", "2026-11-21T23:30Z", "1h", "--calendar", "always", "--explain", "--tz",
            "Europe/Madrid", "--lang", "es")
        #expect(
            output == """
                2026-11-22 01:30:00 +01:00
                día             cuenta (UTC)  trabajo   queda  por qué
                sáb 2026-11-21  23:30–00:00    30 min  30 min
                dom 2026-11-22  00:00–00:30    30 min     0 h

                """)
        let json = try place.question("calendar", "add", "2026-11-21T23:30Z", "1h", "--calendar", "always")
        #expect(json["zone"] as? String == "UTC")
        try place.done("init")
        try place.done(
            "case", "capture", "Hello?", "--channel", "twitter", "--id", "1", "--author", "eva", "--at",
            "2026-11-21T23:30:00Z")
        #expect(
            try place.done("case", "next", "1", "--explain", "--tz", "Europe/Madrid").contains(
                "      day             counted (UTC)"))
    }

    @Test("the calendar that the README and the help show can be read, and says when no deadline runs by it")
    func documented() throws {
        let place = try Workplace()
        let readme = try String(contentsOfFile: Workplace.sample + "/../../README.md", encoding: .utf8)
        let start = try #require(readme.firstRange(of: "```yaml\nname: office\n"))
        let text = readme[start.lowerBound...].dropFirst(8)
        let calendar = String(text[..<(try #require(text.firstRange(of: "```"))).lowerBound])
        try place.write(calendar, to: "office.yaml")
        try place.done("calendar", "check", "office.yaml")
        let help: String = try place.done("calendar", "check", "--help")
        for line in calendar.split(separator: "\n") { #expect(help.contains(line), "\(line)") }
        try place.done("init")
        #expect(
            try place.done("calendar", "adopt", "office.yaml").contains(
                "no deadline runs by it yet: service level standard 1 tells its times in calendar always"))
        #expect(
            try place.done("calendar", "show").hasSuffix("\nadopted, but named by no service level in force: office\n"))
        let level: String = try place.done("service-level", "show", "--yaml")
        try place.write(level.replacing("calendar: always", with: "calendar: office"), to: "level.yaml")
        try place.write(calendar.replacing("2026.1", with: "2026.2"), to: "office.yaml")
        try place.done("service-level", "adopt", "level.yaml")
        #expect(!(try place.done("calendar", "adopt", "office.yaml")).contains("no deadline"))
        #expect(!(try place.done("calendar", "show")).contains("adopted, but"))
    }

    @Test("a check says what is wrong and where, and ends with 1")
    func check() throws {
        let place = try Workplace()
        try place.write(Self.office.replacing("friday: 09:00", with: "friday: 9:00"), to: "office.yaml")
        let wrong = try place.run("calendar", "check", "office.yaml")
        #expect(wrong.code == 1)
        #expect(
            wrong.output
                == "calendar, line 6, key week.friday: the value must be hours from 00:00 to 24:00, as in 09:00-14:00, "
                + "or several in brackets, as in [09:00-14:00, 15:00-18:00]\n"
        )
        try place.write(Self.office, to: "office.yaml")
        try place.write("BEGIN:VCALENDAR\n", to: "feast.ics")
        let cut = try place.run("calendar", "check", "office.yaml", "--holidays", "feast.ics")
        #expect(cut.code == 1)
        #expect(
            cut.output
                == "calendar, key icalendar: iCalendar, line 1: the text ends before END:VCALENDAR; is the file whole?\n"
        )
        try place.write("name: a\nversion: 1\ncalendar: always\ntargets: {resolution: {within: 2d}}", to: "level.yaml")
        let level = try place.question("service-level", "check", "level.yaml")
        #expect(level["valid"] as? Bool == false)
        #expect(level["line"] as? Int == 4)
        #expect(level["key"] as? String == "targets.resolution.within")
    }

    @Test("the built-in calendar and service level can be taken to begin one's own from")
    func builtIn() throws {
        let place = try Workplace()
        try place.write(try place.done("calendar", "show", "always", "--yaml"), to: "mine.yaml")
        #expect(try place.done("calendar", "check", "mine.yaml") == "always 1: nothing is wrong with it\n")
        try place.write(try place.done("service-level", "show", "--yaml"), to: "level.yaml")
        #expect(try place.done("service-level", "check", "level.yaml") == "standard 1: nothing is wrong with it\n")
        let lines = try place.done("service-level", "show").split(separator: "\n").map(String.init)
        #expect(
            lines.contains("first-response   all (others)                                       24 h     4 h before"))
        #expect(lines.last == "The resolution clock pauses while awaiting-customer, snoozed.")
    }

    @Test("a wrong time, length or file is refused with what is wanted")
    func refused() throws {
        let place = try Workplace()
        for (arguments, sentence) in [
            (["add", "soon", "4h"], "TIME is a time, as in"),
            (["add", "2026-03-02", "2d"], "DURATION is hours and minutes"),
            (["add", "2026-03-02", "2h", "--calendar", "none.yaml"], "none.yaml can't be read"),
            (["add", "2026-03-02", "2h", "--holidays", "x.ics"], "x.ics can't be read"),
        ] {
            let ending = try place.shell("cmcase calendar " + arguments.joined(separator: " "))
            #expect(ending.code == 2, "\(arguments)")
            #expect(ending.errors.contains(sentence), "\(ending.errors)")
        }
    }
}
