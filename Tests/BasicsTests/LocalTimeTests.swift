import Testing

@testable import Basics

@Suite("The time that a zone's clocks show")
struct LocalTimeTests {
    @Test(
        "means the first of two where they are put back, and goes on where they are put forward",
        arguments: [
            // Madrid is at +02:00 from 29 March 2026, 01:00 UTC, to 25 October, 01:00 UTC, else at +01:00.
            (1_792_893_599, 7200), (1_792_893_600, 7200), (1_792_895_400, 7200), (1_792_897_199, 7200),
            (1_792_897_200, 3600), (1_774_749_599, 3600), (1_774_749_600, 3600), (1_774_751_400, 3600),
            (1_774_753_200, 7200), (1_782_864_000, 7200), (1_796_083_200, 3600),
        ])
    func offset(shown: Int64, expected: Int) throws {
        #expect(try Zone(named: "Europe/Madrid").offset(whenClockShows: shown) == expected)
    }

    @Test("is told as the first moment at which they show it, in every zone and near every change")
    func everyChange() throws {
        let seed = UInt64.random(in: 0...999_999)
        var random = SplitMix64(seed: seed)
        for name in ZoneAgreementTests.names.shuffled(using: &random).prefix(100) {
            let zone = try ZoneDatabase.zone(named: name)
            let stretches = zone.stretches(from: -2_208_988_800, to: 4_133_980_800)
            for (before, after) in zip(stretches, stretches.dropFirst()) {
                let shown = after.start + Int64(before.offset) + Int64.random(in: -7200...7200, using: &random)
                // Whoever shows it first, else whoever would show it had nothing changed.
                let offsets = [before.offset, after.offset].sorted(by: >)
                let first = offsets.first { zone.offset(at: shown - Int64($0)) == $0 }
                #expect(
                    zone.offset(whenClockShows: shown) == first ?? before.offset,
                    "\(name), shown \(shown), seed \(seed)")
            }
        }
    }

    @Test("is the same whether the stretches between the changes are asked for or each moment")
    func stretches() throws {
        let zone = try Zone(named: "America/New_York")
        // 2400: far behind the last year that the file names, where the rule repeats itself.
        for start in [-2_000_000_000, 0, 1_700_000_000, 13_569_465_600, 250_000_000_000] as [Int64] {
            let stretches = zone.stretches(from: start, to: start + 400 * 86_400)
            #expect(stretches.first?.start == start)
            #expect(stretches.last?.end == start + 400 * 86_400)
            #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.end == $1.start && $0.offset != $1.offset })
            for stretch in stretches {
                #expect(zone.offset(at: stretch.start) == stretch.offset)
                #expect(zone.offset(at: stretch.end - 1) == stretch.offset)
            }
        }
        #expect(zone.stretches(from: 5, to: 5).isEmpty)
        #expect(Zone.utc.stretches(from: 5, to: 6) == [Zone.Stretch(start: 5, end: 6, offset: 0)])
    }
}
