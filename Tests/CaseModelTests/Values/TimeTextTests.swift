import CaseModel
import Testing

@Suite("Moments as text")
struct TimeTextTests {
    @Test(
        "RFC 3339 and what people write for it",
        arguments: [
            ("2026-11-22T10:00:05Z", 1_795_341_605_000_000), ("2026-11-22t10:00:05z", 1_795_341_605_000_000),
            ("2026-11-22 11:00:05+01:00", 1_795_341_605_000_000), ("2026-11-22T11:00:05+0100", 1_795_341_605_000_000),
            ("2026-11-22 05:00:05 -05", 1_795_341_605_000_000), ("2026-11-22T10:00Z", 1_795_341_600_000_000),
            ("2026-11-22T10:00:05.25Z", 1_795_341_605_250_000), ("2026-11-22T10:00:05,1234567Z", 1_795_341_605_123_456),
            ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999999Z", -1),
            ("2016-12-31T23:59:60Z", 1_483_228_799_000_000), ("2024-02-29T00:00:00Z", 1_709_164_800_000_000),
            ("9999-12-31T23:59:59Z", 253_402_300_799_000_000), ("0000-03-01T00:00:00Z", -62_162_035_200_000_000),
        ] as [(String, Int64)])
    func parses(text: String, microseconds: Int64) {
        #expect(TimeText.parse(rfc3339: text)?.microseconds == microseconds)
    }

    @Test("a time without an offset needs a default one")
    func defaultOffset() {
        #expect(TimeText.parse(rfc3339: "2026-11-22") == nil)
        #expect(TimeText.parse(rfc3339: "2026-11-22T10:00") == nil)
        #expect(TimeText.parse(rfc3339: "2026-11-22", defaultOffset: 3600) == Timestamp(seconds: 1_795_302_000))
        #expect(TimeText.parse(rfc3339: "2026-11-22 10:00", defaultOffset: -3600) == Timestamp(seconds: 1_795_345_200))
        #expect(TimeText.parse(rfc3339: "2026-11-22T10:00Z", defaultOffset: -3600) == Timestamp(seconds: 1_795_341_600))
    }

    @Test(
        "what no calendar or clock has is nil",
        arguments: [
            "", "2026", "2026-11", "2026-1-2", "2026-13-01", "2026-00-01", "2026-02-29", "2026-04-31", "1900-02-29",
            "2026-11-22T", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z", "2026-11-22T10:00:61Z",
            "2026-11-22T10:00:00.Z", "2026-11-22T10:00:00+19:00", "2026-11-22T10:00:00+01:60", "2026-11-22Z",
            "2026-11-22T10:00:00Zx", " 2026-11-22", "12026-11-22", "２０２６-11-22", "2026-11-22T10:00:00+",
            "9999-12-31T23:59:59-00:01", "0000-01-01T00:00+00:01",
        ])
    func refuses(text: String) {
        #expect(TimeText.parse(rfc3339: text, defaultOffset: 0) == nil)
    }

    @Test("written in UTC, with decimals only where there are any")
    func formats() {
        #expect(TimeText.format(Timestamp(seconds: 1_795_341_605)) == "2026-11-22T10:00:05Z")
        #expect(TimeText.format(Timestamp(microseconds: 1_000)) == "1970-01-01T00:00:00.001000Z")
        #expect(TimeText.format(Timestamp(microseconds: -1)) == "1969-12-31T23:59:59.999999Z")
        #expect(TimeText.format(.latest) == "9999-12-31T23:59:59.999999Z")
        #expect(TimeText.format(.earliest) == "0000-01-01T00:00:00Z")
    }

    @Test("what is written is read back, every day from 1969 to 2107 and at odd moments")
    func roundTrip() {
        for day in -365..<50_000 as Range<Int64> {
            let moment = Timestamp(microseconds: day * 86_400_000_000 + day * 7919 % 86_400_000_000)
            #expect(TimeText.parse(rfc3339: TimeText.format(moment)) == moment)
        }
    }
}
