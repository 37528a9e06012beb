import Foundation
import TestSupport
import Testing

@testable import Basics

@Suite("The reader of the system's time zones and Foundation's")
struct ZoneAgreementTests {
    private static let start: Int64 = -2_208_988_800
    private static let end: Int64 = 4_133_980_800

    /// The names of the database's files.
    static let names: [String] = {
        let folder = "/usr/share/zoneinfo"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.filter {
            ZoneDatabase.isName($0) && ZoneDatabase.file(folder + "/" + $0)?.starts(with: "TZif".utf8) == true
        }
        .sorted()
    }()

    @Test("agree")
    func explore() throws {
        let seed = UInt64.random(in: 0...999_999)
        var random = SplitMix64(seed: seed)
        var count = 0
        let begun = Date()
        for name in Self.names {
            let zone = try ZoneDatabase.zone(named: name)
            guard let other = TimeZone(identifier: name) else { print("NOZONE", name); continue }
            var moments: [Int64] = []
            for s in zone.stretches(from: Self.start, to: Self.end) {
                moments += [s.start, s.start - 1, s.start + 3600, s.end - 3600, (s.start + s.end) / 2]
            }
            var t = Self.start + Int64.random(in: 0...40 * 86_400, using: &random)
            while t < Self.end { moments.append(t); t += 40 * 86_400 }
            var first: Int64?, last: Int64?, n = 0
            for moment in moments {
                count += 1
                let theirs = other.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment)))
                if theirs != zone.offset(at: moment) {
                    n += 1; first = min(first ?? moment, moment); last = max(last ?? moment, moment)
                }
            }
            if let first, let last {
                print("DIFF", name, n, "of", moments.count, CalendarDay(seconds: first), CalendarDay(seconds: last))
            }
        }
        print("SEED", seed, count, Date().timeIntervalSince(begun), Self.names.count)
    }
}
