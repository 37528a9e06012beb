import Basics
import Measures
import Testing

@Suite("Aalen–Johansen")
struct AalenJohansenTests {
    private static let golden: [AalenJohansen.Observation] = [
        (2, 1), (3, 0), (5, 2), (5, 1), (8, 0), (9, 1), (12, 0), (12, 2),
    ].map { (time: Int64, cause: Int) in
        AalenJohansen.Observation(time: time, outcome: cause == 0 ? .censored : cause == 1 ? .event : .competing)
    }

    @Test("the cumulative incidence is 0.125, 0.270833 and 0.465278 at 2, 5 and 9")
    func goldenIncidence() {
        let estimate = AalenJohansen(Self.golden)
        #expect([2, 5, 9].map { fixed(estimate.incidence(at: $0), 6) } == ["0.125000", "0.270833", "0.465278"])
        #expect([0, 1].map { estimate.incidence(at: $0) } == [0, 0])
        #expect([4, 8, 99].map { fixed(estimate.incidence(at: $0), 6) } == ["0.125000", "0.270833", "0.465278"])
        #expect(estimate.steps.map(\.time) == [2, 5, 9, 12])
        #expect(estimate.steps.map(\.atRisk) == [8, 6, 3, 2])
    }

    @Test("taking the competing events for censorings would overstate it: 0.513889")
    func naiveOverstates() {
        let naive = KaplanMeier(
            events: Self.golden.filter { $0.outcome == .event }.map(\.time),
            censored: Self.golden.filter { $0.outcome != .event }.map(\.time))
        #expect(fixed(1 - naive.survival(at: 9), 6) == "0.513889")
    }

    @Test(
        "both incidences and the share to which nothing happened add up to 1", arguments: 1...40 as ClosedRange<UInt64>)
    func addsUp(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let observations = (0..<Int.random(in: 1...400, using: &random)).map { _ in
            AalenJohansen.Observation(
                time: Int64.random(in: 0...60, using: &random),
                outcome: [.event, .competing, .censored][Int.random(in: 0...2, using: &random)])
        }
        let nothing = KaplanMeier(
            events: observations.filter { $0.outcome != .censored }.map(\.time),
            censored: observations.filter { $0.outcome == .censored }.map(\.time))
        let estimate = AalenJohansen(observations)
        #expect(estimate == AalenJohansen(observations.shuffled(using: &random)), "seed \(seed)")
        for (step, survival) in zip(estimate.steps, nothing) {
            #expect(step.time == survival.time, "seed \(seed)")
            #expect(abs(step.incidence + step.competing + survival.survival - 1) < 1e-12, "seed \(seed)")
        }
        #expect(estimate.steps.count == Array(nothing).count, "seed \(seed)")
    }

    @Test("of nobody there is nothing to say")
    func nobody() {
        #expect(AalenJohansen([]).steps.isEmpty)
        #expect(AalenJohansen([]).incidence(at: 5) == 0)
    }
}
