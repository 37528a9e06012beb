/// A sample quantile with linear interpolation.
///
/// R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), type 7: h
/// = (n − 1) p, value = x[⌊h⌋] + (h − ⌊h⌋) (x[⌊h⌋ + 1] − x[⌊h⌋]), with x counted from 0. The share is a fraction of
/// integers, so that ⌊h⌋ is exact.
package struct Quantile: Hashable, Sendable {
    /// 0 to 1000.
    package let perMille: Int

    package static let median = Quantile(perMille: 500)
    package static let p90 = Quantile(perMille: 900)

    /// Clamped to 0 to 1000.
    package init(perMille: Int) { self.perMille = min(max(perMille, 0), 1000) }

    /// The quantile of integers, in their unit; nil for an empty sample. O(1).
    ///
    /// - Parameter sorted: ascending; the caller sorts once for all quantiles.
    package func value(ofSorted sorted: [Int64]) -> Double? {
        guard let (low, high, remainder) = neighbours(count: sorted.count) else { return nil }
        let (below, above) = (sorted[low], sorted[high])
        return Double(below) + Double(remainder) * (Double(above) - Double(below)) / 1000
    }

    /// The quantile; nil for an empty sample. O(1).
    ///
    /// - Parameter sorted: ascending, without NaN.
    package func value(ofSorted sorted: [Double]) -> Double? {
        guard let (low, high, remainder) = neighbours(count: sorted.count) else { return nil }
        return sorted[low] + Double(remainder) * (sorted[high] - sorted[low]) / 1000
    }

    /// ⌊h⌋, the next index, and the fraction of h in thousandths.
    private func neighbours(count: Int) -> (low: Int, high: Int, remainder: Int)? {
        guard count > 0 else { return nil }
        let (low, remainder) = ((count - 1) * perMille).quotientAndRemainder(dividingBy: 1000)
        return (low, remainder == 0 ? low : low + 1, remainder)
    }
}
