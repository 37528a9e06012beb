internal import Basics

/// The uncertainty of a share whose trials come in clusters: resamples whole clusters.
///
/// The percentile interval of B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13;
/// resampling of clusters as in A. C. Davison and D. V. Hinkley, "Bootstrap Methods and their Application" (1997), 3.8.
/// Independent of the order of clusters; the same seed gives the same interval, bit by bit.
package struct ClusterBootstrap: Hashable, Sendable {
    /// Printed with the interval.
    package var seed: UInt64
    /// The number of samples.
    package var replicates: Int

    /// Used for every figure, so that equal figures have equal intervals.
    package static let byPerson = ClusterBootstrap(seed: 20_260_301)

    /// At least one sample is drawn.
    package init(seed: UInt64, replicates: Int = 1000) {
        self.seed = seed
        self.replicates = max(1, replicates)
    }

    /// The 95 % interval of successes over trials; nil without clusters.
    ///
    /// A sample of n clusters is drawn as the number of clusters of each kind (a multinomial draw, kind by kind).
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
