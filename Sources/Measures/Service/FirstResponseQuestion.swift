package import CaseModel

/// The parameters of first response times.
package struct FirstResponseQuestion: Sendable {
    /// The last moment that the data covers: unanswered episodes are censored there.
    package var endOfData: Timestamp
    /// Episodes count if their first mention is in it.
    package var window: Window
    /// The promised response time in microseconds, if any.
    package var target: Int64?
    package var grouping: Grouping?

    package init(endOfData: Timestamp, window: Window = Window(), target: Int64? = nil, grouping: Grouping? = nil) {
        self.endOfData = endOfData
        self.window = window
        self.target = target
        self.grouping = grouping
    }
}
