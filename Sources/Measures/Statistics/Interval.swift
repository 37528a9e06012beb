/// Both ends of an uncertain figure, in its unit.
package struct Interval: Hashable, Sendable {
    /// The lower end.
    package var lower: Double
    /// The upper end, never less than the lower.
    package var upper: Double

    /// Puts an interval together.
    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The quantile of the standard normal distribution that leaves 2.5 % on either side.
    static let z95 = 1.959963984540054
}
