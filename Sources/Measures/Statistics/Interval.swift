/// A confidence interval, in the unit of its figure.
package struct Interval: Hashable, Sendable {
    package var lower: Double
    /// At least `lower`.
    package var upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The 97.5 % quantile of the standard normal distribution.
    static let z95 = 1.959963984540054
}
