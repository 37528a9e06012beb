import CaseModel
import Measures
import Testing

@Suite("Brand image")
struct ImageTests {
    @Test(
        "the net promoter score and its adjusted Wald interval",
        arguments: [
            (NetPromoterScore(promoters: 50, passives: 30, detractors: 20), "30.0 29.1 14.1 44.2"),
            (NetPromoterScore(promoters: 3, passives: 2, detractors: 1), "33.3 22.2 -26.7 71.2"),
        ])
    func golden(score: NetPromoterScore, expected: String) throws {
        let adjusted = try #require(score.adjustedWald95)
        let plain = try #require(score.score)
        let figures = [plain, adjusted.score, adjusted.interval.lower, adjusted.interval.upper]
        #expect(figures.map { fixed($0, 1) }.joined(separator: " ") == expected)
    }

    @Test("an answer of 0 to 6 is a detractor's, of 7 and 8 a passive's, of 9 and 10 a promoter's")
    func stances() {
        let stances: [Stance?] = (-1...11).map { NetPromoterScore.stance(ofScore: Int64($0)) }
        let expected: [Stance?] =
            [nil] + Array(repeating: .detractor, count: 7) + [.passive, .passive, .promoter, .promoter, nil]
        #expect(stances == expected)
    }

    @Test("the interval stays between −100 and 100")
    func cut() {
        #expect(NetPromoterScore(promoters: 10).adjustedWald95?.interval.upper == 100)
        #expect(NetPromoterScore(detractors: 10).adjustedWald95?.interval.lower == -100)
        #expect(NetPromoterScore().score == nil)
        #expect(NetPromoterScore().adjustedWald95 == nil)
    }

    @Test("net sentiment has the neutral mentions in its denominator")
    func netSentiment() {
        #expect(NetSentiment(positive: 30, neutral: 50, negative: 20).value == 10)
        #expect(NetSentiment(positive: 0, neutral: 0, negative: 4).value == -100)
        #expect(NetSentiment().value == nil)
    }

    @Test("satisfaction is good of good and bad")
    func satisfaction() {
        #expect(CustomerSatisfaction(good: 3, bad: 1).proportion == Proportion(3, of: 4))
        #expect(CustomerSatisfaction().proportion.value == nil)
    }
}
