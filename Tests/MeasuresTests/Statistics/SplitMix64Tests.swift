import Basics
import Testing

@testable import Measures

@Suite("Seeded random numbers")
struct SplitMix64Tests {
    @Test("how many of ten trials succeed follows the binomial distribution")
    func binomial() {
        // χ² of 20,000 draws against C(10, k) 0.3^k 0.7^(10 − k), the last cell 7 to 10; 0.1 % lies beyond 24.3.
        let expected = [0.028248, 0.121061, 0.233474, 0.266828, 0.200121, 0.102919, 0.036757, 0.010592]
        var counts = [Int](repeating: 0, count: 8)
        var random = SplitMix64(seed: 20)
        for _ in 0..<20_000 { counts[min(7, random.successes(of: 10, share: Proportion(3, of: 10)))] += 1 }
        let chiSquare = zip(counts, expected).reduce(0) { sum, cell in
            let mean = cell.1 * 20_000
            return sum + (Double(cell.0) - mean) * (Double(cell.0) - mean) / mean
        }
        #expect(chiSquare < 24.3, "seed 20, χ² \(chiSquare)")
    }

    @Test("what can't happen never does, and what must always does")
    func certain() {
        var random = SplitMix64(seed: 1)
        #expect(random.successes(of: 1000, share: Proportion(0, of: 7)) == 0)
        #expect(random.successes(of: 1000, share: Proportion(7, of: 7)) == 1000)
        #expect(random.successes(of: 0, share: Proportion(1, of: 2)) == 0)
    }

    @Test("many trials have the mean and the spread that they should")
    func manyTrials() {
        var random = SplitMix64(seed: 3)
        let draws = (0..<2000).map { _ in Double(random.successes(of: 100_000, share: Proportion(1, of: 5))) }
        let mean = draws.reduce(0, +) / 2000
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1999
        #expect(abs(mean - 20_000) < 4 * (16_000.0 / 2000).squareRoot(), "seed 3, mean \(mean)")
        #expect(abs(variance / 16_000 - 1) < 0.13, "seed 3, variance \(variance)")
    }
}
