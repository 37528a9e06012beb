import Basics
import CaseModel
import Testing

@Suite("Versions of a mention")
struct MentionVersionTests {
    private func version(_ edit: String?, at: Int64 = 0) -> MentionVersion {
        MentionVersion(position: Position(1), edit: edit, at: minute(at))
    }

    @Test(
        "runs of digits compare as numbers, everything else by its bytes",
        arguments: [
            ("9", "10"), ("1.9", "1.10"), ("2026-01-09T10:00:00Z", "2026-01-10T09:00:00Z"), ("v2", "v10"), ("", "0"),
            ("1", "1a"), ("01", "1"), ("99999999999999999999", "100000000000000000000"), ("a", "b"), ("2", "b"),
        ] as [(String, String)])
    func marks(lower: String, higher: String) {
        #expect(MentionVersion.isLower(lower, than: higher))
        #expect(!MentionVersion.isLower(higher, than: lower))
        #expect(!MentionVersion.isLower(lower, than: lower))
    }

    @Test("marks are in one order, whichever are compared", arguments: 0..<200 as Range<UInt64>)
    func total(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func mark() -> String {
            String(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in "0019a.".randomElement(using: &random) ?? "0" })
        }
        let (a, b, c) = (mark(), mark(), mark())
        if a != b { #expect(MentionVersion.isLower(a, than: b) != MentionVersion.isLower(b, than: a), "\(a) \(b)") }
        if MentionVersion.isLower(a, than: b), MentionVersion.isLower(b, than: c) {
            #expect(MentionVersion.isLower(a, than: c), "\(a) \(b) \(c)")
        }
    }

    @Test("the higher version is current, then the later time, then the last recorded")
    func replaces() {
        #expect(version("10", at: 1).replaces(version("9", at: 5)))
        #expect(!version("9", at: 5).replaces(version("10", at: 1)))
        #expect(version("1").replaces(version(nil, at: 9)))
        #expect(!version(nil, at: 9).replaces(version("1")))
        #expect(version(nil, at: 2).replaces(version(nil, at: 1)))
        #expect(!version(nil, at: 1).replaces(version(nil, at: 2)))
        #expect(version(nil).replaces(version(nil)))
        #expect(version("1").replaces(version("1")))
    }
}
