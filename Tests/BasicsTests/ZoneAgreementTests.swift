import Foundation
import TestSupport
import Testing

@testable import Basics

@Suite("The reader of the system's time zones and Foundation's")
struct ZoneAgreementTests {
    /// 2101-01-01.
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

    /// 2000-01-01: the two may be made from other releases of the database, which differ about the past.
    private static let recent: Int64 = 946_684_800

    @Test("give every zone the same offset since 2000, around each change and at random moments")
    func agree() throws {
        let seed = UInt64.random(in: 0...999_999)
        var random = SplitMix64(seed: seed)
        var compared = 0
        for name in Self.names {
            let zone = try ZoneDatabase.zone(named: name)
            guard let other = TimeZone(identifier: name) else { continue }
            compared += 1
            var moments: [Int64] = zone.stretches(from: Self.recent, to: Self.end).flatMap { stretch in
                [stretch.start, stretch.start - 1, stretch.start + 3600, stretch.end - 3600]
            }
            moments += (0..<200).map { _ in Int64.random(in: Self.recent..<Self.end, using: &random) }
            let differing: Int64? = moments.first { moment in
                let theirs = other.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(moment)))
                return moment >= Self.recent && moment < Self.end && theirs != zone.offset(at: moment)
            }
            #expect(differing == nil, "\(name), seed \(seed)")
        }
        #expect(compared > 300)
    }
}
