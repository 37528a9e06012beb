import Basics
import Measures
import Testing

@Suite("Bootstrap by cluster")
struct ClusterBootstrapTests {
    @Test("where each cluster is one trial it comes close to Wilson's interval")
    func singleTrials() throws {
        var table = ClusterTable()
        for number in 0..<3532 { table.add(trials: 1, successes: number < 224 ? 1 : 0) }
        let interval = try #require(ClusterBootstrap(seed: 7, replicates: 4000).interval95(of: table))
        #expect(table.proportion == Proportion(224, of: 3532))
        #expect(abs(interval.lower - 0.0558) < 0.0015, "seed 7: \(interval)")
        #expect(abs(interval.upper - 0.0719) < 0.0015, "seed 7: \(interval)")
    }

    @Test("trials that go together in a cluster make the interval wider, by the root of their number")
    func widerByCluster() throws {
        var single = ClusterTable()
        for number in 0..<4000 { single.add(trials: 1, successes: number % 4 == 0 ? 1 : 0) }
        var together = ClusterTable()
        for number in 0..<400 { together.add(trials: 10, successes: number % 4 == 0 ? 10 : 0) }
        let bootstrap = ClusterBootstrap(seed: 11, replicates: 4000)
        let narrow = try #require(bootstrap.interval95(of: single))
        let wide = try #require(bootstrap.interval95(of: together))
        let ratio = (wide.upper - wide.lower) / (narrow.upper - narrow.lower)
        #expect(abs(ratio - 10.0.squareRoot()) < 0.2, "seed 11, ratio \(ratio)")
        #expect(abs((wide.upper - wide.lower) - 2 * 1.96 * (0.25 * 0.75 / 400).squareRoot()) < 0.004, "seed 11")
    }

    @Test("the same seed gives the same interval to the last bit, in whatever order the clusters come")
    func repeatable() {
        var clusters = (0..<500).map { (trials: $0 % 5 + 1, successes: $0 % 3 == 0 ? 1 : 0) }
        var random = SplitMix64(seed: 5)
        let intervals = (0..<3).map { _ in
            clusters.shuffle(using: &random)
            var table = ClusterTable()
            for cluster in clusters { table.add(trials: cluster.trials, successes: cluster.successes) }
            return ClusterBootstrap(seed: 42, replicates: 300).interval95(of: table)
        }
        #expect(intervals[0] != nil)
        #expect(intervals.allSatisfy { $0 == intervals[0] })
    }

    @Test("of no clusters there is no interval, and certainty has no width")
    func edges() {
        #expect(ClusterBootstrap(seed: 1).interval95(of: ClusterTable()) == nil)
        var none = ClusterTable()
        none.add(trials: 0, successes: 0)
        #expect(none.count == 0)
        var all = ClusterTable()
        for trials in 1...9 { all.add(trials: trials, successes: trials) }
        #expect(ClusterBootstrap(seed: 1).interval95(of: all) == Interval(lower: 1, upper: 1))
    }
}
