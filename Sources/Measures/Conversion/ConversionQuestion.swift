package import CaseModel

/// The parameters of a conversion.
package struct ConversionQuestion: Sendable {
    /// How long after the complaint the stance is taken, in microseconds, inclusive.
    package let horizon: Int64
    /// How long after an index complaint the person has no second one, in microseconds, inclusive. At least the
    /// horizon.
    package let washout: Int64
    /// The last moment that the data covers. A horizon that ends later is not mature.
    package let endOfData: Timestamp
    /// Index complaints count if they were made in it.
    package let window: Window
    package let grouping: Grouping?

    /// The default washout. With it, figures for 1, 7 and 30 days are about the same complaints.
    package static let leastWashoutDays: Int64 = 30

    /// - Parameters:
    ///   - horizonDays: in days of 86,400 s; negative counts as 0, and what exceeds Int64 as for ever.
    ///   - washoutDays: likewise; at least the horizon.
    package init(
        horizonDays: Int64, washoutDays: Int64 = leastWashoutDays, endOfData: Timestamp, window: Window = Window(),
        grouping: Grouping? = nil
    ) {
        horizon = Self.microseconds(days: horizonDays)
        washout = max(horizon, Self.microseconds(days: washoutDays))
        self.endOfData = endOfData
        self.window = window
        self.grouping = grouping
    }

    /// The last moment of an interval that starts with a complaint.
    func end(of stretch: Int64, from start: Timestamp) -> Timestamp { start.later(by: stretch) }

    private static func microseconds(days: Int64) -> Int64 {
        let (product, overflow) = max(0, days).multipliedReportingOverflow(by: 86_400_000_000)
        return overflow ? .max : product
    }
}
