package import CaseModel

/// What is asked of the conversion of detractors into promoters.
package struct ConversionQuestion: Sendable {
    /// How long after the complaint we look, in microseconds; its last moment is included.
    package let horizon: Int64
    /// How long after an index complaint the person has no second one, in microseconds, its last moment included; never
    /// shorter than the horizon.
    package let washout: Int64
    /// The last moment that the data covers: only by then a horizon has passed.
    package let endOfData: Timestamp
    /// Which index complaints count, by when they were made.
    package let window: Window
    /// By what the figure is also taken apart.
    package let grouping: Grouping?

    /// The washout where none is asked for and the horizon is shorter, 30 days: the figures of 1, 7 and 30 days are then
    /// about the same complaints and compare.
    package static let leastWashoutDays: Int64 = 30

    /// Puts a question together.
    ///
    /// - Parameters:
    ///   - horizonDays: the horizon in days of 86,400 s; a negative one is none, one beyond Int64 is for ever.
    ///   - washoutDays: the washout, likewise; what is shorter than the horizon is taken as long as it.
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

    /// The last moment of a stretch that starts with a complaint.
    func end(of stretch: Int64, from start: Timestamp) -> Timestamp { start.later(by: stretch) }

    private static func microseconds(days: Int64) -> Int64 {
        let (product, overflow) = max(0, days).multipliedReportingOverflow(by: 86_400_000_000)
        return overflow ? .max : product
    }
}
