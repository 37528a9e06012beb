package import CaseModel

/// What the conversion of a complainant needs to know of a complaint and of the case in which it stands.
package struct Complaint: Hashable, Sendable {
    /// Why it is no founded complaint as of now; nil for a founded one.
    package var exclusion: Exclusion?
    /// Our first reply in its case at or after the complaint.
    package var answeredAt: Timestamp?
    /// The first resolution of its case at or after the complaint.
    package var resolvedAt: Timestamp?

    /// Puts a complaint together.
    package init(exclusion: Exclusion? = nil, answeredAt: Timestamp? = nil, resolvedAt: Timestamp? = nil) {
        self.exclusion = exclusion
        self.answeredAt = answeredAt
        self.resolvedAt = resolvedAt
    }
}
