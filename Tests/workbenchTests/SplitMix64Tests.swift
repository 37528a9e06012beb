import Testing

@testable import workbench

@Suite struct SplitMix64Tests {
    @Test("the numbers are those of the reference implementation")
    func reference() {
        var random = SplitMix64(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

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
