/// The place in an ordered sample below which a share of it lies, by linear interpolation between neighbours.
///
/// R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), type 7:
/// h = (n − 1) p, value = x[⌊h⌋] + (h − ⌊h⌋) (x[⌊h⌋ + 1] − x[⌊h⌋]), with x counted from 0. The share is a fraction of
/// integers, so that ⌊h⌋ is exact and a figure never ends in the noise of a rounded 0.9.
package struct Quantile: Hashable, Sendable {
    /// The share in thousandths, 0 to 1000.
    package let perMille: Int

    /// Half of the sample on either side.
    package static let median = Quantile(perMille: 500)
    /// Nine tenths of the sample below it.
    package static let p90 = Quantile(perMille: 900)

    /// Names a share in thousandths; what lies outside 0 to 1000 is taken as the nearer end.
    package init(perMille: Int) { self.perMille = min(max(perMille, 0), 1000) }

    /// The quantile of whole numbers (microseconds, say), in their unit; nil for an empty sample.
    ///
    /// - Parameter sorted: the sample in ascending order, which the caller sorts once for all its quantiles.
    /// - Complexity: O(1).
    package func value(ofSorted sorted: [Int64]) -> Double? {
        guard let (low, high, remainder) = neighbours(count: sorted.count) else { return nil }
        let (below, above) = (sorted[low], sorted[high])
        return Double(below) + Double(remainder) * (Double(above) - Double(below)) / 1000
    }

    /// The quantile of a sample in its unit; nil for an empty one.
    ///
    /// - Parameter sorted: the sample in ascending order, without NaN.
    /// - Complexity: O(1).
    package func value(ofSorted sorted: [Double]) -> Double? {
        guard let (low, high, remainder) = neighbours(count: sorted.count) else { return nil }
        return sorted[low] + Double(remainder) * (sorted[high] - sorted[low]) / 1000
    }

    /// ⌊h⌋, its neighbour, and how far h lies between the two, in thousandths.
    private func neighbours(count: Int) -> (low: Int, high: Int, remainder: Int)? {
        guard count > 0 else { return nil }
        let (low, remainder) = ((count - 1) * perMille).quotientAndRemainder(dividingBy: 1000)
        return (low, remainder == 0 ? low : low + 1, remainder)
    }
}
