package import CaseModel

/// What is asked of the time until our first response.
package struct FirstResponseQuestion: Sendable {
    /// The last moment that the data covers: who has no answer by then is censored there.
    package var endOfData: Timestamp
    /// Which cases count, by their first mention.
    package var window: Window
    /// Within how many microseconds a first response is wanted, where that is promised.
    package var target: Int64?
    /// By what the figure is also taken apart.
    package var grouping: Grouping?

    /// Puts a question together.
    package init(endOfData: Timestamp, window: Window = Window(), target: Int64? = nil, grouping: Grouping? = nil) {
        self.endOfData = endOfData
        self.window = window
        self.target = target
        self.grouping = grouping
    }
}
