import Glibc

/// A random generator with a seed: the same numbers from the same seed, today and on any machine.
///
/// The algorithm of Steele, Lea and Flood (2014), as at <https://prng.di.unimi.it/splitmix64.c>. What is drawn from it is
/// defined here too, since the standard library may change how it draws.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// One generator for each combination of the values, whatever was drawn from others.
    init(seed: UInt64, _ values: UInt64...) {
        self.init(seed: seed)
        for value in values { state = next() ^ value }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z: UInt64 = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
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
