import CaseModel
import Measures
import TestSupport
import Testing

@Suite(
    "Conversion over the airline mentions",
    .enabled(if: SharedData.has(SharedData.airline), "the airline mentions are not at CMCASE_SHARED_DATA"))
struct AirlineConversionTests {
    @Test(
        "detractors, converted, relapsed, unobserved and mature, by horizon",
        arguments: [
            (30, [3532, 224, 59, 1990, 0]), (1, [3532, 213, 44, 2046, 2918]), (7, [3532, 224, 59, 1990, 107]),
        ] as [(Int64, [Int])])
    func counts(days: Int64, expected: [Int]) throws {
        let result = try AirlineMentions.all.get().conversion(days: days)
        #expect(result.figures.all.counts + [result.figures.mature.detractors] == expected)
        #expect(result.excluded.complaints.isEmpty)
        #expect(result.excluded.figuresWithThem == result.figures)
    }

    @Test("6.34 % within 30 days, between 5.58 % and 7.19 %, from 3,532 persons")
    func share() throws {
        let result = try AirlineMentions.all.get().conversion(days: 30)
        let share = try #require(result.figures.all.conversion.value)
        let interval = try #require(result.figures.all.conversionInterval)
        let percent = [share, interval.interval.lower, interval.interval.upper].map { fixed(100 * $0, 2) }
        #expect(percent == ["6.34", "5.58", "7.19"])
        #expect(result.persons == 3532)
        #expect(interval.method == .wilson)
    }

    @Test("by brand, topic and month the parts add up to the whole", arguments: [Facet.brand, .topic, .month, .target])
    func parts(facet: Facet) throws {
        let result = try AirlineMentions.all.get().conversion(days: 30, by: Grouping(by: facet))
        let sums = result.groups.reduce([0, 0, 0, 0]) { sum, group in zip(sum, group.figures.all.counts).map(+) }
        #expect(sums == [3532, 224, 59, 1990])
        #expect(result.groups.count == [.brand: 3, .topic: 10, .month: 1, .target: 1][facet])
    }

    @Test("in which order mentions of one moment stand makes no difference to these figures")
    func ties() throws {
        var mentions = try AirlineMentions.all.get()
        mentions.reverseTies()
        #expect(mentions.conversion(days: 30).figures.all.counts == [3532, 224, 59, 1990])
    }
}

/// The airline mentions as evidence, by a reading of their own that shares nothing with Intake or the projections.
struct AirlineMentions: Sendable {
    private struct Mention {
        var id: String
        var person: String
        var at: Timestamp
        var polarity: String
        var confidence: Double
        var brand: String
        var topic: String
    }

    private var mentions: [Mention]
    private var end: Timestamp

    /// Read once for all tests.
    static let all = Result { try read() }

    private static func read() throws -> AirlineMentions {
        var standing: [String: Mention] = [:]
        for row in try SharedData.rows(SharedData.airline) {
            let sentiment = try row.text("airline_sentiment")
            let written = try row.text("tweet_created")
            let sure = try row.text("airline_sentiment_confidence")
            let mention = Mention(
                id: try row.text("tweet_id"), person: try row.text("name"),
                at: try #require(TimeText.parse(rfc3339: written)),
                polarity: sentiment == "negative" ? "complaint" : sentiment,
                confidence: try #require(Double(sure)),
                brand: try row.text("airline"), topic: try row.text("negativereason"))
            if let other = standing[mention.id],
                (-other.confidence, other.polarity, other.topic) <= (
                    -mention.confidence, mention.polarity, mention.topic
                )
            {
                continue
            }
            standing[mention.id] = mention
        }
        let end = try #require(standing.values.map(\.at).max())
        return AirlineMentions(
            mentions: standing.values.sorted { ($0.person, $0.at, $0.id) < ($1.person, $1.at, $1.id) }, end: end)
    }

    mutating func reverseTies() {
        mentions.sort { ($0.person, $0.at, $1.id) < ($1.person, $1.at, $0.id) }
    }

    func conversion(days: Int64, by grouping: Grouping? = nil) -> Conversion {
        var fold = ConversionFold(ConversionQuestion(horizonDays: days, endOfData: end, grouping: grouping))
        var numbers: [String: Int64] = [:]
        for (index, mention) in mentions.enumerated() {
            let kind: ConversionEvidence.Kind
            switch mention.polarity {
            case "complaint": kind = .complaint
            case "positive": kind = .promoter
            default: continue
            }
            let person = numbers[mention.person, default: Int64(numbers.count + 1)]
            numbers[mention.person] = person
            let evidence = ConversionEvidence(
                person: PersonNumber(person), at: mention.at, kind: kind, position: Position(Int64(index + 1)))
            fold.add(evidence, facets: Facets("twitter", brand: mention.brand, topic: mention.topic))
        }
        return fold.finish()
    }
}
