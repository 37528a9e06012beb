package import CaseModel

/// A stretch of the world's time, its start included and its end not; open where an end is missing.
package struct Window: Hashable, Sendable {
    /// The first moment in it.
    package var since: Timestamp?
    /// The first moment after it.
    package var until: Timestamp?

    /// Puts a window together; without bounds it is all of time.
    package init(since: Timestamp? = nil, until: Timestamp? = nil) {
        self.since = since
        self.until = until
    }

    /// Whether a moment lies in it.
    package func contains(_ moment: Timestamp) -> Bool {
        if let since, moment < since { return false }
        if let until, moment >= until { return false }
        return true
    }
}
