import Basics
import CaseModel
import ServiceLevels
import Testing

@Suite("What always holds of working time")
struct WorkingTimePropertyTests {
    private static let seeds: ClosedRange<UInt64> = 1...40

    @Test("adding and then measuring gives the amount, and a moment earlier gives less", arguments: seeds)
    func addingThenMeasuring(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let time = RandomCalendar.workingTime(&random)
        for _ in 0..<20 {
            let start = RandomCalendar.moment(&random)
            let amount = Int64.random(in: 1...hours(300), using: &random)
            guard let end = time.adding(amount, to: start) else {
                Issue.record("seed \(seed): no end")
                return
            }
            #expect(time.working(from: start, to: end) == amount, "seed \(seed)")
            let earlier = Timestamp(microseconds: end.microseconds - 1)
            #expect(time.working(from: start, to: earlier) == amount - 1, "seed \(seed)")
        }
    }

    @Test("a calendar without a break counts as one whose only free day lies far away", arguments: seeds)
    func unbroken(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let unbroken = WorkingTime(.always)
        var calendar = WorkingCalendar.always
        calendar.specialDays[CalendarDay(number: 2_000_000)] = WorkingCalendar.SpecialDay(hours: [])
        let looked = WorkingTime(calendar)
        let ends: [Int64] = [.min, -62_167_219_200_000_001, -62_167_219_200_000_000, 253_402_300_799_999_999, .max]
        for _ in 0..<3 {
            let start = RandomCalendar.moment(&random)
            let other: Timestamp =
                Bool.random(using: &random)
                ? RandomCalendar.moment(&random) : Timestamp(microseconds: ends.randomElement(using: &random) ?? 0)
            let amount = Int64.random(in: 0...hours(30_000), using: &random)
            #expect(unbroken.adding(amount, to: start) == looked.adding(amount, to: start), "seed \(seed)")
            #expect(unbroken.adding(hours(1), to: other) == looked.adding(hours(1), to: other), "seed \(seed)")
            let (first, last) = (min(start, other), max(start, other))
            guard Double(last.microseconds) - Double(first.microseconds) < 3e14 else { continue }
            #expect(unbroken.working(from: first, to: last) == looked.working(from: first, to: last), "seed \(seed)")
        }
    }

    @Test(
        "round the clock but for one day, a holiday or a special day: that day is skipped, or its hours alone count",
        arguments: [
            ("holidays: [2026-03-04]", "2026-03-05T12:00:00Z", 24),
            ("specialDays: [{date: 2026-03-04, hours: 09:00-10:00}]", "2026-03-05T11:00:00Z", 25),
        ])
    func oneDayOff(more: String, due: String, worked: Int64) throws {
        let time = try WorkingTime(week: "monday-sunday: 00:00-24:00", more)
        let start = try at("2026-03-03T12:00:00Z")
        #expect(text(time.adding(hours(24), to: start)) == due)
        #expect(time.working(from: start, to: try at("2026-03-05T12:00:00Z")) == hours(worked))
    }

    @Test("adding one amount and then another is adding both", arguments: seeds)
    func associativity(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let time = RandomCalendar.workingTime(&random)
        for _ in 0..<20 {
            let start = RandomCalendar.moment(&random)
            let a = Int64.random(in: 0...hours(200), using: &random)
            let b = Int64.random(in: 0...hours(200), using: &random)
            let first = try #require(time.adding(a, to: start))
            #expect(time.adding(b, to: first) == time.adding(a + b, to: start), "seed \(seed)")
        }
    }

    @Test("later starts and larger amounts never end earlier", arguments: seeds)
    func monotone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let time = RandomCalendar.workingTime(&random)
        for _ in 0..<20 {
            let start = RandomCalendar.moment(&random)
            let later = Timestamp(microseconds: start.microseconds + .random(in: 0...hours(100), using: &random))
            let amount = Int64.random(in: 0...hours(200), using: &random)
            let end = try #require(time.adding(amount, to: start))
            #expect(try #require(time.adding(amount, to: later)) >= end, "seed \(seed)")
            #expect(try #require(time.adding(amount + minutes(1), to: start)) >= end, "seed \(seed)")
            #expect(end >= start, "seed \(seed)")
        }
    }

    @Test("what is worked over a moment is what is worked before it and after it", arguments: seeds)
    func additive(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let time = RandomCalendar.workingTime(&random)
        for _ in 0..<20 {
            let moments = (0..<3).map { _ in RandomCalendar.moment(&random) }.sorted()
            #expect(
                time.working(from: moments[0], to: moments[2])
                    == time.working(from: moments[0], to: moments[1])
                    + time.working(from: moments[1], to: moments[2]), "seed \(seed)")
        }
    }

    @Test("the days of an explanation add up to the amount and end at the deadline", arguments: seeds)
    func explanation(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let time = RandomCalendar.workingTime(&random)
        let start = RandomCalendar.moment(&random)
        let amount = Int64.random(in: 1...hours(60), using: &random)
        let pauses = (0..<3).map { _ in
            let from = Timestamp(microseconds: start.microseconds + .random(in: 0...hours(40), using: &random))
            return from..<Timestamp(microseconds: from.microseconds + .random(in: 0...hours(20), using: &random))
        }
        let days = time.explain(adding: amount, to: start, pauses: pauses)
        let due = try #require(time.adding(amount, to: start, without: pauses))
        #expect(days.reduce(0) { $0 + $1.working } == amount, "seed \(seed)")
        #expect(days.last?.left == 0, "seed \(seed)")
        #expect(days.last?.counted.last?.upperBound == due, "seed \(seed)")
        #expect(
            days.reduce(0) { $0 + $1.paused } == time.working(from: start, to: due) - amount, "seed \(seed)")
        #expect(time.working(from: start, to: due, without: pauses) == amount, "seed \(seed)")
    }
}

/// Calendars and moments by chance, the clocks' changes among them.
enum RandomCalendar {
    static func workingTime(_ random: inout SplitMix64) -> WorkingTime {
        var week: [Weekday: [DayInterval]] = [.wednesday: [.wholeDay]]
        for day in Weekday.allCases where Bool.random(using: &random) {
            let cuts = Set((0..<4).map { _ in Int.random(in: 0...48, using: &random) * 30 }).sorted()
            week[day] = stride(from: 0, to: cuts.count - 1, by: 2).compactMap {
                DayInterval(from: cuts[$0], to: cuts[$0 + 1])
            }
        }
        if week.values.allSatisfy(\.isEmpty) { week[.monday] = [.wholeDay] }
        let zones = ["UTC", "Europe/Madrid", "America/Santiago", "Asia/Kathmandu", "Pacific/Apia"]
        var calendar = WorkingCalendar(
            name: "random", version: "1",
            zone: (try? Zone(named: zones.randomElement(using: &random) ?? "UTC")) ?? .utc,
            week: week)
        for _ in 0..<10 {
            guard
                let day = CalendarDay(
                    year: .random(in: 2025...2028, using: &random), month: .random(in: 1...12, using: &random),
                    day: .random(in: 1...28, using: &random))
            else { continue }
            switch Int.random(in: 0..<3, using: &random) {
            case 0: calendar.specialDays[day] = .init(hours: [.wholeDay])
            case 1: calendar.holidays.append(Holiday(name: "", first: day, days: 3))
            default:
                let civil = day.date
                calendar.holidays.append(
                    Holiday(
                        name: "", first: day,
                        recurrence: YearlyRecurrence(.date(month: civil.month, day: civil.day))))
            }
        }
        return WorkingTime(calendar)
    }

    /// A moment of 2025 to 2028, every other one near a change of clocks.
    static func moment(_ random: inout SplitMix64) -> Timestamp {
        let changes: [Int64] = [1_774_746_000, 1_792_890_000, 1_788_667_200, 1_775_358_000]
        let near = (changes.randomElement(using: &random) ?? 0) + .random(in: -90_000...90_000, using: &random)
        let far = Int64.random(in: 1_735_689_600...1_861_920_000, using: &random)
        return Timestamp(microseconds: (Bool.random(using: &random) ? near : far) * 1_000_000 + 123_456)
    }
}
