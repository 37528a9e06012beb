import CaseModel
import Testing

/// An event, and what the log holds of it: names and payloads are for ever once a release has written them.
struct PinnedPayload: Sendable, CustomTestStringConvertible {
    let name: String
    let event: Event
    let json: String

    init(_ name: String, _ event: Event, _ json: String) {
        self.name = name
        self.event = event
        self.json = json
    }

    var testDescription: String { "\(name) \(json)" }

    static let all: [PinnedPayload] = messages + work + ends + persons + erasures + book

    static let key = SourceKey(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210)
    static let otherKey = SourceKey(high: 0, low: 0xa1)
    static let time = Timestamp(microseconds: 1_700_000_000_123_456)
    static let sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
}
