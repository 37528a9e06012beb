import Basics
import Measures
import Testing

@Suite("Kaplan–Meier")
struct KaplanMeierTests {
    /// Weeks in remission under 6-mercaptopurine (Freireich et al. 1963), the example of most textbooks.
    private let remission = KaplanMeier(
        events: [6, 6, 6, 7, 10, 13, 16, 22, 23], censored: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])

    @Test("the textbook's remission times give the textbook's estimates and Greenwood's errors")
    func remissionTimes() {
        let steps = remission.map {
            "\($0.time) \($0.atRisk) \($0.events) \(fixed($0.survival, 4)) \(fixed($0.variance.squareRoot(), 4))"
        }
        #expect(
            steps == [
                "6 21 3 0.8571 0.0764", "7 17 1 0.8067 0.0869", "10 15 1 0.7529 0.0963", "13 12 1 0.6902 0.1068",
                "16 11 1 0.6275 0.1141", "22 7 1 0.5378 0.1282", "23 6 1 0.4482 0.1346",
            ])
        #expect(remission.median == 23)
        #expect(remission.survival(at: 5) == 1)
        #expect(fixed(remission.survival(at: 21), 4) == "0.6275")
    }

    @Test("the median is not reached where more than half remain")
    func medianNotReached() {
        #expect(KaplanMeier(events: [1], censored: [2, 3]).median == nil)
        #expect(KaplanMeier(events: [], censored: [1, 2]).median == nil)
        #expect(KaplanMeier(events: [], censored: []).median == nil)
    }

    @Test("an estimate of exactly one half reaches the median")
    func exactHalf() {
        #expect(KaplanMeier(events: [1, 2, 3, 4], censored: []).median == 2)
        #expect(KaplanMeier(events: [5, 6, 7], censored: [8, 8, 8]).median == 7)
    }

    @Test("a half that rounding makes a little more is a half")
    func roundedHalf() {
        // 14/16 · 8/10 · 5/7 = 1/2, and 0.5000000000000001 in floating point.
        let estimate = KaplanMeier(events: [1, 1, 3, 3, 5, 5], censored: [2, 2, 2, 2, 4, 9, 9, 9, 9, 9])
        #expect(estimate.survival(at: 5) > 0.5)
        #expect(estimate.median == 5)
    }

    @Test("who is censored at the time of an event is at risk at it")
    func tie() {
        let steps = Array(KaplanMeier(events: [4], censored: [4, 4, 9]))
        #expect(steps.map(\.atRisk) == [4])
        #expect(steps.map(\.survival) == [0.75])
    }

    @Test("when all are gone, nothing remains and the variance is 0")
    func allGone() {
        let last = Array(KaplanMeier(events: [1, 2], censored: [])).last
        #expect(last?.survival == 0)
        #expect(last?.variance == 0)
    }

    @Test(
        "without censoring it is the share of the sample beyond each time, exactly",
        arguments: 1...40 as ClosedRange<UInt64>)
    func empirical(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let sample = (0..<Int.random(in: 1...300, using: &random)).map { _ in Int64.random(in: 0...99, using: &random) }
        for step in KaplanMeier(events: sample, censored: []) {
            #expect(step.survival == Double(sample.count { $0 > step.time }) / Double(sample.count), "seed \(seed)")
        }
    }
}
