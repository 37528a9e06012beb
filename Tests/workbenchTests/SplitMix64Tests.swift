import Basics
import Testing

@testable import workbench

@Suite struct SplitMix64Tests {
    @Test("what is drawn stays within its bounds")
    func bounds() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<10_000 {
            #expect((0..<3).contains(random.integer(below: 3)))
            #expect((0..<1).contains(random.fraction()))
            #expect(random.pareto(1.2) >= 1)
            #expect(random.exponential(mean: 5) >= 0)
        }
    }
}
