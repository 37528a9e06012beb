import Basics
import Glibc

/// What is drawn is defined here, since the standard library may change how it draws.
extension SplitMix64 {
    /// One generator for each combination of the values, whatever was drawn from others.
    init(seed: UInt64, _ values: UInt64...) {
        self.init(seed: seed)
        for value in values { self = SplitMix64(seed: next() ^ value) }
    }

    /// At least 0 and less than 1.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// At least 0 and less than `limit`, which is positive.
    mutating func integer(below limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }

    mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

    /// The time to the next of things that come one after another by chance.
    mutating func exponential(mean: Double) -> Double { -mean * log(1 - fraction()) }

    /// At least 1 with a long tail; the smaller `alpha`, the longer.
    mutating func pareto(_ alpha: Double) -> Double { pow(1 - fraction(), -1 / alpha) }

    /// Half are under the median; `spread` is the standard deviation of the logarithm.
    mutating func logNormal(median: Double, spread: Double) -> Double {
        let radius: Double = sqrt(-2 * log(1 - fraction()))
        return median * exp(spread * radius * cos(2 * Double.pi * fraction()))
    }

    /// One of the values, which are at least one.
    mutating func pick<T>(_ values: [T]) -> T { values[integer(below: values.count)] }

    /// One of the values, as often as its weight says.
    mutating func pick<T>(_ values: [(T, weight: Double)]) -> T {
        var rest: Double = fraction() * values.reduce(0) { $0 + $1.weight }
        for (value, weight) in values {
            rest -= weight
            if rest < 0 { return value }
        }
        return values[values.count - 1].0
    }
}
