import Basics
import CaseModel
import CustomDump
import ServiceLevels
import Testing

@Suite("How a deadline comes about, day by day")
struct ExplanationTests {
    @Test("a weekend, a holiday with its name, half a day with its own hours, and a pause")
    func dayByDay() throws {
        let time = try WorkingTime(
            week: "monday-friday: [09:00-14:00, 15:00-18:00]", zone: "Europe/Madrid",
            """
            holidays: [{date: 2026-10-12, name: Fiesta Nacional, yearly: true}]
            specialDays: [{date: 2026-10-13, name: Puente, hours: 10:00-12:00}]
            """)
        let pause = try at("2026-10-14T07:00Z")..<at("2026-10-14T10:00Z")
        let days = time.explain(adding: hours(6), to: try at("2026-10-09T14:00Z"), pauses: [pause])
        #expect(
            days.map(\.sentence) == [
                "2026-10-09 14:00–16:00 | 120 left 240",
                "2026-10-10 | 0 left 240",
                "2026-10-11 | 0 left 240",
                "2026-10-12 Fiesta Nacional | 0 left 240",
                "2026-10-13 Puente 08:00–10:00 | 120 left 120",
                "2026-10-14 10:00–12:00 | 120 left 0 paused 180",
            ])
        #expect(
            text(time.adding(hours(6), to: try at("2026-10-09T14:00Z"), without: [pause])) == "2026-10-14T12:00:00Z")
    }

    @Test("a pause of months is one line, and the days after it are told to the deadline")
    func longPause() throws {
        let time = try WorkingTime(week: "monday-friday: 09:00-17:00", zone: "UTC", "")
        let pause = try at("2026-03-09T10:00Z")..<at("2026-08-05T10:00Z")
        let days = time.explain(adding: hours(4), to: try at("2026-03-06T16:00Z"), pauses: [pause])
        #expect(
            days.map(\.sentence) == [
                "2026-03-06 16:00–17:00 | 60 left 180",
                "2026-03-07 | 0 left 180",
                "2026-03-08 | 0 left 180",
                "2026-03-09 09:00–10:00 | 60 left 120 paused 420",
                "2026-03-10 to 2026-08-04 | 0 left 120 paused 50880",
                "2026-08-05 10:00–12:00 | 120 left 0 paused 60",
            ])
    }

    @Test("two paused days are told by themselves, and days off after a pause are no part of it")
    func shortPause() throws {
        let time = try WorkingTime(week: "monday-friday: 09:00-17:00", zone: "UTC", "")
        func told(_ from: String, _ to: String) throws -> [String] {
            let (start, pause) = (try at("2026-03-03T16:00Z"), try at(from)..<at(to))
            return time.explain(adding: hours(4), to: start, pauses: [pause]).map(\.sentence)
        }
        #expect(
            try told("2026-03-04T00:00Z", "2026-03-06T00:00Z") == [
                "2026-03-03 16:00–17:00 | 60 left 180", "2026-03-04 | 0 left 180 paused 480",
                "2026-03-05 | 0 left 180 paused 480", "2026-03-06 09:00–12:00 | 180 left 0",
            ])
        #expect(
            try told("2026-03-04T00:00Z", "2026-03-07T00:00Z") == [
                "2026-03-03 16:00–17:00 | 60 left 180", "2026-03-04 to 2026-03-06 | 0 left 180 paused 1440",
                "2026-03-07 | 0 left 180", "2026-03-08 | 0 left 180", "2026-03-09 09:00–12:00 | 180 left 0",
            ])
    }

    @Test("pauses that overlap count once, whatever their order")
    func overlappingPauses() throws {
        let time = WorkingTime(.always)
        let start = try at("2026-03-02T00:00")
        let pauses = [
            try at("2026-03-02T06:00")..<at("2026-03-02T08:00"), try at("2026-03-02T01:00")..<at("2026-03-02T07:00"),
            try at("2026-03-01T01:00")..<at("2026-03-02T00:30"),
        ]
        #expect(text(time.adding(hours(1), to: start, without: pauses)) == "2026-03-02T08:30:00Z")
        #expect(time.working(from: start, to: try at("2026-03-02T09:00"), without: pauses) == minutes(90))
    }
}

extension ExplainedDay {
    /// The day in a line: hours as UTC tells them, minutes that count and are left.
    fileprivate var sentence: String {
        func clock(_ moment: Timestamp) -> String { String(TimeText.format(moment).dropFirst(11).prefix(5)) }
        let parts =
            [day.description + (through.map { " to \($0)" } ?? "")] + [name].compactMap(\.self)
            + counted.map { "\(clock($0.lowerBound))–\(clock($0.upperBound))" }
        return parts.joined(separator: " ") + " | \(working / 60_000_000) left \(left / 60_000_000)"
            + (paused > 0 ? " paused \(paused / 60_000_000)" : "")
    }
}
