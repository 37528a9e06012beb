import CaseModel
import Testing

@testable import workbench

@Suite struct ThreadTimeTests {
    @Test(
        "a moment reads as calendars show it",
        arguments: [
            (0, "1970-01-01T00:00:00Z", "Thu Jan 01 00:00:00 +0000 1970"),
            (-1, "1969-12-31T23:59:59Z", "Wed Dec 31 23:59:59 +0000 1969"),
            (1_456_704_000, "2016-02-29T00:00:00Z", "Mon Feb 29 00:00:00 +0000 2016"),
            (1_509_487_847, "2017-10-31T22:10:47Z", "Tue Oct 31 22:10:47 +0000 2017"),
        ])
    func text(seconds: Int, rfc3339: String, thread: String) {
        #expect(TimeText.format(Timestamp(seconds: Int64(seconds))) == rfc3339)
        #expect(ThreadTime.text(seconds) == thread)
        #expect(ThreadTime.seconds(thread) == seconds)
    }
}
