/// The uncertainty of a share whose trials come in clusters: whole clusters are drawn again, with replacement.
///
/// The percentile interval of B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13; clusters
/// as the unit of drawing as in A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application" (1997), 3.8. The
/// order of the clusters makes no difference, and the same seed gives the same interval to the last bit.
package struct ClusterBootstrap: Hashable, Sendable {
    /// What starts the random numbers; to be printed with the interval.
    package var seed: UInt64
    /// How many samples are drawn.
    package var replicates: Int

    /// What every figure is drawn with, so that the same figures have the same interval.
    package static let byPerson = ClusterBootstrap(seed: 20_260_301)

    /// Sets it up; at least one sample is drawn.
    package init(seed: UInt64, replicates: Int = 1000) {
        self.seed = seed
        self.replicates = max(1, replicates)
    }

    /// The 95 % interval of successes over trials; nil without clusters.
    ///
    /// A sample of n clusters is drawn as the number of each kind in it (a multinomial draw, kind after kind).
    ///
    /// - Complexity: O(replicates · (n / 32 + k)) for n clusters of k kinds.
    package func interval95(of table: ClusterTable) -> Interval? {
        let kinds: [(cluster: ClusterTable.Cluster, count: Int)] = table.kinds
        guard !kinds.isEmpty else { return nil }
        var random = SplitMix64(seed: seed)
        var shares: [Double] = []
        shares.reserveCapacity(replicates)
        for _ in 0..<replicates {
            var sum = Proportion(0, of: 0)
            var toDraw = table.count
            var left = table.count
            for (cluster, count) in kinds {
                let drawn = random.successes(of: toDraw, share: Proportion(count, of: left))
                sum.count += drawn * cluster.successes
                sum.total += drawn * cluster.trials
                toDraw -= drawn
                left -= count
            }
            shares.append(sum.value ?? 0)
        }
        shares.sort()
        guard let lower = Quantile(perMille: 25).value(ofSorted: shares),
            let upper = Quantile(perMille: 975).value(ofSorted: shares)
        else { return nil }
        return Interval(lower: lower, upper: upper)
    }
}
