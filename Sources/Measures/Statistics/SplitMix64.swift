/// A repeatable source of random numbers: the same seed gives the same numbers on every machine.
///
/// G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with the constants
/// of the reference implementation (<https://prng.di.unimi.it/splitmix64.c>).
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts the sequence of a seed.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    /// How many of `trials` independent trials succeed, each with the probability `share.count / share.total`.
    ///
    /// Compares a uniform number a trial with the probability, bit by bit from the highest, all trials at once: those
    /// whose bit equals the probability's stay undecided, and half of the rest are below it by that bit. Only integers
    /// take part, so that the distribution is exact and the result the same everywhere.
    ///
    /// - Precondition: `0 <= share.count <= share.total`, `share.total` above 0 and below 2⁶².
    /// - Complexity: O(trials / 32 + log trials) random words in the mean.
    mutating func successes(of trials: Int, share: Proportion) -> Int {
        if share.count == share.total { return trials }
        var successes = 0
        var undecided = trials
        var rest = share.count
        while undecided > 0, rest > 0 {
            rest *= 2
            let ones = setBits(of: undecided)
            if rest >= share.total {
                rest -= share.total
                successes += undecided - ones
                undecided = ones
            } else {
                undecided -= ones
            }
        }
        return successes
    }

    /// How many of so many random bits are set.
    private mutating func setBits(of count: Int) -> Int {
        var ones = 0
        for _ in 0..<count / 64 { ones += next().nonzeroBitCount }
        let tail = count % 64
        if tail > 0 { ones += (next() >> UInt64(64 - tail)).nonzeroBitCount }
        return ones
    }
}
