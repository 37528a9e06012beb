/// Trials that come in clusters, such as the index complaints of each person; alike clusters are counted together.
package struct ClusterTable: Hashable, Sendable {
    /// The trials of one cluster and how many of them succeeded.
    package struct Cluster: Hashable, Comparable, Sendable {
        /// How many trials; at least 1.
        package var trials: Int
        /// How many of them succeeded.
        package var successes: Int

        package static func < (a: Cluster, b: Cluster) -> Bool { (a.trials, a.successes) < (b.trials, b.successes) }
    }

    /// How many clusters there are.
    package private(set) var count = 0
    /// How many clusters of one trial failed and succeeded: nearly all, and not worth a look into a dictionary.
    private var failed = 0
    private var succeeded = 0
    private var others: [Cluster: Int] = [:]

    /// A table without clusters.
    package init() {}

    /// Adds one cluster; one without trials is none. O(1).
    package mutating func add(trials: Int, successes: Int) {
        guard trials > 0 else { return }
        count += 1
        switch (trials, successes) {
        case (1, 0): failed += 1
        case (1, 1): succeeded += 1
        default: others[Cluster(trials: trials, successes: successes), default: 0] += 1
        }
    }

    /// Whether no cluster has more than one trial. O(1).
    package var hasOneTrialEach: Bool { others.isEmpty }

    /// Whether the successes of every cluster are the same share of its trials. O(k log k) for k kinds.
    package var hasOneShare: Bool {
        let kinds = kinds.map(\.cluster)
        guard let first = kinds.first else { return true }
        return kinds.allSatisfy { $0.successes * first.trials == first.successes * $0.trials }
    }

    /// The kinds of clusters with how many there are of each, in ascending order. O(k log k) for k kinds.
    package var kinds: [(cluster: Cluster, count: Int)] {
        let singles = [
            (cluster: Cluster(trials: 1, successes: 0), count: failed),
            (cluster: Cluster(trials: 1, successes: 1), count: succeeded),
        ].filter { $0.count > 0 }
        return singles + others.sorted { $0.key < $1.key }.map { (cluster: $0.key, count: $0.value) }
    }

    /// The successes of all trials, whatever cluster they belong to. O(k log k) for k kinds.
    package var proportion: Proportion {
        kinds.reduce(into: Proportion(0, of: 0)) { sum, kind in
            sum.count += kind.cluster.successes * kind.count
            sum.total += kind.cluster.trials * kind.count
        }
    }
}
