import CaseModel
import Testing

@Suite("A clock on the wall")
struct LocalClockTests {
    /// Madrid in 2026: +02:00 from 29 March, 01:00 UTC, to 25 October, 01:00 UTC, else +01:00.
    private func madrid(_ seconds: Int64) -> Int {
        (1_774_746_000..<1_792_890_000).contains(seconds) ? 7200 : 3600
    }

    @Test(
        "means the first of two where it is put back, and goes on where it is put forward",
        arguments: [
            ("2026-10-25T01:59:59Z", 7200), ("2026-10-25T02:00:00Z", 7200), ("2026-10-25T02:30:00Z", 7200),
            ("2026-10-25T02:59:59Z", 7200), ("2026-10-25T03:00:00Z", 3600), ("2026-03-29T01:59:59Z", 3600),
            ("2026-03-29T02:00:00Z", 3600), ("2026-03-29T02:30:00Z", 3600), ("2026-03-29T03:00:00Z", 7200),
            ("2026-07-01T00:00:00Z", 7200), ("2026-12-01T00:00:00Z", 3600),
        ])
    func offset(shown: String, expected: Int) throws {
        let seconds: Int64 = try #require(TimeText.parse(rfc3339: shown)).microseconds / 1_000_000
        #expect(LocalClock.offset(whenClockShows: seconds, madrid) == expected)
    }
}
