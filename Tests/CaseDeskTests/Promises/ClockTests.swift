import CaseDesk
import CaseModel
import Testing

@Suite("A clock that is far ahead")
struct ClockTests {
    private static let year8364 = Timestamp(seconds: 201_780_000_000)

    private func refusal(_ body: () throws -> Void) -> String? {
        #expect(throws: DeskError.self) { try body() }?.description
    }

    @Test("is asked about before it stands in the log for good")
    func refused() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1", by: "ana", at: 1))
        let events: Int = try desk.log().count
        let right: Timestamp = desk.clock.now
        desk.clock.now = Self.year8364
        for attempt in [
            { try desk.take(.theirs("2", by: "leo", at: 2)) },
            { try desk.apply(#"{"do":"note","case":1,"note":"called"}"#) },
        ] as [() throws -> Any] {
            let sentence: String? = refusal { _ = try attempt() }
            #expect(sentence?.contains("the clock says 8364-") == true, "\(sentence ?? "nothing")")
            #expect(sentence?.contains("--trust-clock") == true)
        }
        #expect(try desk.log().count == events)
        desk.clock.now = right
        try desk.apply(#"{"do":"note","case":1,"note":"called"}"#)
        #expect(try desk.log().last?.recordedAt == right)
    }

    @Test("is asked about in an empty store too")
    func empty() throws {
        let desk = try TestDesk()
        desk.clock.now = Self.year8364
        #expect(
            refusal { try desk.take(.theirs("1", by: "ana", at: 1)) }?.contains("nothing was recorded")
                == true)
        #expect(try desk.log().isEmpty)
    }

    @Test("is believed when somebody says that it is right, and a pause of two years needs no word")
    func trusted() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1", by: "ana", at: 1))
        desk.clock.advance(hours: 2 * 365 * 24)
        try desk.take(.theirs("2", by: "leo", at: 2))
        desk.clock.advance(hours: 3 * 365 * 24)
        #expect(refusal { try desk.take(.theirs("3", by: "kim", at: 3)) } != nil)
        desk.desk.trustsClock = true
        try desk.take(.theirs("3", by: "kim", at: 3))
        // What was recorded once is not asked about again.
        desk.desk.trustsClock = false
        try desk.take(.theirs("4", by: "noa", at: 4))
    }

    @Test("that was ahead when something was recorded is told by doctor")
    func doctor() throws {
        let desk = try TestDesk()
        try desk.take(.theirs("1", by: "ana", at: 1))
        #expect(try desk.desk.diagnose().findings.first { $0.key == "clock" }?.isGood == true)
        desk.clock.advance(hours: -3)
        #expect(try desk.desk.diagnose().findings.first { $0.key == "clock" }?.isGood == true)
        desk.clock.advance(hours: -400 * 24)
        let behind = try #require(try desk.desk.diagnose().findings.first { $0.key == "clock" })
        #expect(!behind.isGood)
        #expect(behind.value.hasSuffix("behind the newest event"))
        desk.clock.now = Self.year8364
        let ahead = try #require(try desk.desk.diagnose().findings.first { $0.key == "clock" })
        #expect(!ahead.isGood)
    }
}
