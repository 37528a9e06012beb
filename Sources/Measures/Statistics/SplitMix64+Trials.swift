internal import Basics

extension SplitMix64 {
    /// A binomial draw: how many of `trials` succeed with the probability `share.count / share.total`.
    ///
    /// Compares a uniform number per trial with the probability, bit by bit from the highest, all trials at once: those
    /// whose bit equals the probability's remain undecided. Uses only integers, so the distribution is exact and the
    /// result the same on every machine.
    ///
    /// - Precondition: `0 <= share.count <= share.total`, `share.total` above 0 and below 2⁶².
    /// - Complexity: O(trials / 32 + log trials) random words on average.
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

    /// The number of ones among so many random bits.
    private mutating func setBits(of count: Int) -> Int {
        var ones = 0
        for _ in 0..<count / 64 { ones += next().nonzeroBitCount }
        let tail = count % 64
        if tail > 0 { ones += (next() >> UInt64(64 - tail)).nonzeroBitCount }
        return ones
    }
}
