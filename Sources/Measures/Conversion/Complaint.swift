package import CaseModel

/// What the conversion measure needs to know of a complaint and its case.
package struct Complaint: Hashable, Sendable {
    /// Why it doesn't count as founded now; nil for a founded one.
    package var exclusion: Exclusion?
    /// Our first reply in its case at or after the complaint.
    package var answeredAt: Timestamp?
    /// The first resolution of its case at or after the complaint.
    package var resolvedAt: Timestamp?

    /// Creates a complaint.
    package init(exclusion: Exclusion? = nil, answeredAt: Timestamp? = nil, resolvedAt: Timestamp? = nil) {
        self.exclusion = exclusion
        self.answeredAt = answeredAt
        self.resolvedAt = resolvedAt
    }
}
