import CaseModel
import Testing

@Suite("Moments")
struct TimestampTests {
    @Test("lie in the years 0 to 9999, whatever number they are made of")
    func range() {
        #expect(TimeText.format(Timestamp(microseconds: .max)) == "9999-12-31T23:59:59.999999Z")
        #expect(TimeText.format(Timestamp(microseconds: .min)) == "0000-01-01T00:00:00Z")
        #expect(Timestamp(seconds: .max) == .latest)
        #expect(Timestamp(seconds: .min) == .earliest)
        #expect(Timestamp(exactly: .max) == nil)
        #expect(Timestamp(exactly: Timestamp.latest.microseconds) == .latest)
        #expect(Timestamp(exactly: Timestamp.latest.microseconds + 1) == nil)
        #expect(Timestamp(exactly: Timestamp.earliest.microseconds - 1) == nil)
    }

    @Test("are moved and compared without overflow")
    func arithmetic() {
        #expect(Timestamp.latest.later(by: .max) == .latest)
        #expect(Timestamp.earliest.later(by: .min) == .earliest)
        #expect(Timestamp.earliest.later(by: .max) == .latest)
        #expect(Timestamp(microseconds: 5).later(by: -7) == Timestamp(microseconds: -2))
        #expect(Timestamp.latest.microseconds(since: .earliest) == 315_569_519_999_999_999)
        #expect(Timestamp.earliest.microseconds(since: .latest) == -315_569_519_999_999_999)
    }
}
