import CaseModel
import Intake
import TestSupport
import Testing

@Suite("Real sources")
struct RealSourcesTests {
    @Test(
        "customer support: 5,000 rows, none rejected, both sides, a lone carriage return is data",
        .enabled(if: SharedData.has("support-threads-5000.csv"), "the file is not there: set CMCASE_SHARED_DATA"))
    func support() throws {
        let sample = SourceSample(bytes: try SharedData.bytes("support-threads-5000.csv"), chunkSize: 4099)
        let reading = try sample.read(.supportThreads)
        #expect(reading.reasons == [])
        #expect(reading.messages.count == 5000)
        #expect(reading.messages.count { $0.direction == .theirs } == 2778)
        #expect(reading.messages.count { $0.direction == .ours } == 2222)
        #expect(reading.messages.count { $0.parent != nil } == 3694)
        #expect(reading.messages.allSatisfy { ($0.direction == .ours) == ($0.brand != nil) })
        #expect(reading.messages.allSatisfy { !$0.text.contains("&amp;") && $0.parent?.contains(".") != true })

        let lone = try #require(reading.messages.first { $0.id == "3399" })
        #expect(lone.text.utf8.count == 72)
        #expect(lone.text.unicodeScalars.count { $0 == "\r" } == 2)
        #expect(lone.parent == nil)
        #expect(lone.occurredAt == .of("2017-10-31T18:13:06Z"))
    }

    @Test(
        "labelled mentions: 9,494 rows, none rejected, every complaint with a target and a topic",
        .enabled(
            if: SharedData.has("airline-sentiment-3-airlines.csv"), "the file is not there: set CMCASE_SHARED_DATA"))
    func labelled() throws {
        let sample = SourceSample(bytes: try SharedData.bytes("airline-sentiment-3-airlines.csv"), chunkSize: 65536)
        let reading = try sample.read(.labelledMentions)
        #expect(reading.reasons == [])
        #expect(reading.messages.count == 9494)
        let labels = reading.messages.compactMap(\.label)
        #expect(labels.count == 9494)
        #expect(labels.count { $0.polarity == .complaint } == 6856)
        #expect(labels.count { $0.polarity == .positive } == 1097)
        #expect(labels.count { $0.targets == .brand } == 2260 + 378 + 132)
        #expect(labels.count { $0.targets == .product } == 6856 - 2260 - 378 - 132)
        #expect(labels.allSatisfy { $0.topics.count == ($0.polarity == .complaint ? 1 : 0) })
        #expect(Set(reading.messages.map(\.brand)) == [Brand("United"), Brand("US Airways"), Brand("American")])
        #expect(reading.messages.first?.occurredAt == .of("2015-02-24T19:42:48Z"))
    }
}
