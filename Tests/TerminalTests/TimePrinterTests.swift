import Basics
import Terminal
import Testing

@Suite("Times in a zone")
struct TimePrinterTests {
    private func printer(_ zone: String) throws -> TimePrinter {
        TimePrinter(zone: try Zone(parsing: zone))
    }

    @Test("a moment is printed with the zone's offset, and with microseconds only when asked")
    func moment() throws {
        let moment: Int64 = 1_772_442_930_000_250
        #expect(try printer("Europe/Madrid").time(moment) == "2026-03-02 10:15:30 +01:00")
        #expect(
            try printer("Europe/Madrid").time(moment, precision: .microseconds) == "2026-03-02 10:15:30.000250 +01:00")
        #expect(TimePrinter(zone: .utc).time(moment) == "2026-03-02 09:15:30 +00:00")
    }

    @Test("in Madrid the clocks go from 2 to 3 in March and from 3 to 2 in October")
    func daylightSaving() throws {
        let madrid = try printer("Europe/Madrid")
        let spring: Int64 = 1_774_746_000_000_000
        #expect(
            madrid.time(spring - 1, precision: .microseconds) == "2026-03-29 01:59:59.999999 +01:00")
        #expect(madrid.time(spring) == "2026-03-29 03:00:00 +02:00")
        let autumn: Int64 = 1_792_890_000_000_000
        #expect(madrid.time(autumn - 1) == "2026-10-25 02:59:59 +02:00")
        #expect(madrid.time(autumn) == "2026-10-25 02:00:00 +01:00")
    }

    @Test("zones of half and quarter hours, and of half an hour's daylight saving")
    func unevenZones() throws {
        let moment: Int64 = 1_772_442_930_000_000
        #expect(try printer("Asia/Kolkata").time(moment) == "2026-03-02 14:45:30 +05:30")
        #expect(try printer("Asia/Kathmandu").time(moment) == "2026-03-02 15:00:30 +05:45")
        #expect(try printer("America/St_Johns").time(moment) == "2026-03-02 05:45:30 -03:30")
        #expect(try printer("Australia/Lord_Howe").time(moment) == "2026-03-02 20:15:30 +11:00")
        #expect(try printer("Australia/Lord_Howe").time(1_782_864_000_000_000) == "2026-07-01 10:30:00 +10:30")
    }

    @Test("an offset is a zone too")
    func offsets() throws {
        let moment: Int64 = 1_772_442_930_000_000
        #expect(try printer("+05:45").time(moment) == "2026-03-02 15:00:30 +05:45")
        #expect(try printer("-03:30").time(moment) == "2026-03-02 05:45:30 -03:30")
        #expect(try printer("-00:30").time(0) == "1969-12-31 23:30:00 -00:30")
    }

    @Test("an offset with seconds, from before standard time, is printed with them")
    func localMeanTime() throws {
        #expect(try printer("Europe/Madrid").time(-2_500_000_000_000_000) == "1890-10-11 19:18:36 -00:14:44")
    }

    @Test("days, months and weeks are cut in the zone")
    func keys() throws {
        let lastHourOfYear: Int64 = 1_767_222_000_000_000
        #expect(TimePrinter(zone: .utc).day(lastHourOfYear) == "2025-12-31")
        #expect(TimePrinter(zone: .utc).month(lastHourOfYear) == "2025-12")
        #expect(try printer("Europe/Madrid").day(lastHourOfYear) == "2026-01-01")
        #expect(try printer("Europe/Madrid").month(lastHourOfYear) == "2026-01")
    }

    @Test(
        "a week belongs to the year of its Thursday",
        arguments: [
            (1_772_442_930, "2026-W10"), (1_735_516_800, "2025-W01"), (1_735_430_400, "2024-W52"),
            (1_609_459_200, "2020-W53"), (1_609_718_400, "2021-W01"), (1_451_606_400, "2015-W53"), (0, "1970-W01"),
            (-345_601, "1969-W52"), (1_483_228_800, "2016-W52"),
        ] as [(Int64, String)])
    func week(seconds: Int64, week: String) {
        #expect(TimePrinter(zone: .utc).week(seconds * 1_000_000) == week)
    }

    @Test("absurd moments are printed, not trapped on")
    func extremes() throws {
        let utc = TimePrinter(zone: .utc)
        #expect(utc.time(.max, precision: .microseconds) == "294247-01-10 04:00:54.775807 +00:00")
        #expect(utc.time(.min, precision: .microseconds) == "-290308-12-21 19:59:05.224192 +00:00")
        #expect(utc.day(-62_135_596_800_000_001) == "0000-12-31")
        #expect(utc.day(-62_167_219_200_000_001) == "-0001-12-31")
        #expect(utc.week(.min) == "-290308-W51")
        #expect(try printer("Europe/Madrid").day(.max) == "294247-01-10")
        #expect(try printer("Europe/Madrid").day(.min) == "-290308-12-21")
    }

    @Test(
        "a name that is no zone is refused with a sentence that doesn't repeat it",
        arguments: [
            "", "Madrid", "Europe/Nowhere", "europe/madrid", "IST", "+2", "+02", "+0200", "02:00", "+14:01", "+02:60",
            "+0a:00", "../../etc/passwd", "/", "UTC+2",
        ])
    func unknown(name: String) {
        let error = #expect(throws: ZoneError.self) { try Zone(parsing: name) }
        #expect(error == .unknown(name))
        #expect(
            error?.description
                == "The time zone is not known: give an IANA name such as Europe/Madrid, an offset such as +02:00, or UTC."
        )
    }

    @Test("a name that only begins like a zone's is refused")
    func nul() {
        #expect(throws: ZoneError.self) { try Zone(parsing: "Europe/Madrid\u{0}") }
    }

    @Test("the system's zone is the one that TZ names, with or without a colon")
    func system() throws {
        #expect(try Zone.system(TZ: "Europe/Madrid").name == "Europe/Madrid")
        #expect(try Zone.system(TZ: ":Asia/Kolkata").name == "Asia/Kolkata")
        #expect(try Zone.system(TZ: "UTC") == .utc)
        #expect(try Zone.system(TZ: "Nowhere") == Zone.system(TZ: nil))
    }

    @Test("every day of eight centuries follows the one before it")
    func calendar() {
        let utc = TimePrinter(zone: .utc)
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var (year, month, day) = (1600, 1, 1)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        for number in -135_140..<157_054 {
            let moment = Int64(number) * 86_400_000_000
            if utc.day(moment) != "\(year)-\(padded(month))-\(padded(day))" {
                Issue.record("day \(number) is printed as \(utc.day(moment))")
                return
            }
            let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
            day += 1
            if day > lengths[month - 1] + (leap && month == 2 ? 1 : 0) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day) == (2400, 1, 1))
    }
}

@Suite("Lengths of time")
struct DurationTextTests {
    @Test(
        "a length is printed in its two largest units, cut off below",
        arguments: [
            (0, "0 s"), (1, "1 s"), (59, "59 s"), (60, "1 min"), (778, "12 min 58 s"), (3_600, "1 h"),
            (3_659, "1 h"), (3_660, "1 h 1 min"), (86_399, "23 h 59 min"), (86_400, "1 d"), (183_600, "2 d 3 h"),
            (86_401, "1 d"), (31_536_000, "365 d"), (-778, "-12 min 58 s"),
        ] as [(Int64, String)])
    func seconds(seconds: Int64, shown: String) {
        #expect(DurationText.compact(seconds: seconds) == shown)
        #expect(DurationText.compact(microseconds: seconds * 1_000_000) == shown)
    }

    @Test("below a second there are milliseconds, and below these nothing")
    func short() {
        #expect(DurationText.compact(microseconds: 999) == "0 s")
        #expect(DurationText.compact(microseconds: 850_999) == "850 ms")
        #expect(DurationText.compact(microseconds: -1_000) == "-1 ms")
        #expect(DurationText.compact(microseconds: 1_999_999) == "1 s")
        #expect(DurationText.compact(microseconds: .min) == "-106751991 d 4 h")
    }
}
