/// Trials in clusters, such as the index complaints of each person. Equal clusters are counted together.
package struct ClusterTable: Hashable, Sendable {
    package struct Cluster: Hashable, Comparable, Sendable {
        /// At least 1.
        package var trials: Int
        package var successes: Int

        package static func < (a: Cluster, b: Cluster) -> Bool { (a.trials, a.successes) < (b.trials, b.successes) }
    }

    /// The number of clusters.
    package private(set) var count = 0
    /// Clusters of one trial, nearly all, counted without a dictionary.
    private var failed = 0
    private var succeeded = 0
    private var others: [Cluster: Int] = [:]

    package init() {}

    /// Adds a cluster unless it has no trials. O(1).
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

    /// The distinct clusters with their counts, ascending. O(k log k) for k kinds.
    package var kinds: [(cluster: Cluster, count: Int)] {
        let singles = [
            (cluster: Cluster(trials: 1, successes: 0), count: failed),
            (cluster: Cluster(trials: 1, successes: 1), count: succeeded),
        ].filter { $0.count > 0 }
        return singles + others.sorted { $0.key < $1.key }.map { (cluster: $0.key, count: $0.value) }
    }

    /// Successes over trials of all clusters. O(k log k) for k kinds.
    package var proportion: Proportion {
        kinds.reduce(into: Proportion(0, of: 0)) { sum, kind in
            sum.count += kind.cluster.successes * kind.count
            sum.total += kind.cluster.trials * kind.count
        }
    }
}
