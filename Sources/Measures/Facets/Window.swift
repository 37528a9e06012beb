package import CaseModel

/// A half-open interval of occurrence time; unbounded where an end is nil.
package struct Window: Hashable, Sendable {
    /// Inclusive.
    package var since: Timestamp?
    /// Exclusive.
    package var until: Timestamp?

    package init(since: Timestamp? = nil, until: Timestamp? = nil) {
        self.since = since
        self.until = until
    }

    package func contains(_ moment: Timestamp) -> Bool {
        if let since, moment < since { return false }
        if let until, moment >= until { return false }
        return true
    }
}
