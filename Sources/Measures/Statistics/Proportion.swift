import Glibc

/// A count out of a total.
package struct Proportion: Hashable, Sendable {
    /// 0 to `total`.
    package var count: Int
    package var total: Int

    package init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    /// The share, 0 to 1; nil if the total is 0.
    package var value: Double? { total > 0 ? Double(count) / Double(total) : nil }

    /// The 95 % score interval of the share; nil if the total is 0.
    ///
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927): (p + z²/2n
    /// ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Assumes independent trials; if persons count several times, use
    /// `ClusterBootstrap`.
    package var wilson95: Interval? { wilson95(ofTrials: total) }

    /// The same for fewer trials than were counted, because some are not independent of others.
    func wilson95(ofTrials trials: Int) -> Interval? {
        guard let p = value, trials > 0 else { return nil }
        let n = Double(trials)
        let z = Interval.z95
        let scale = 1 + z * z / n
        let centre = (p + z * z / (2 * n)) / scale
        let reach = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale
        return Interval(
            lower: count == 0 ? 0 : max(0, centre - reach), upper: count == total ? 1 : min(1, centre + reach))
    }
}
