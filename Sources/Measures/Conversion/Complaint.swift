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

/// Why a complaint doesn't count as a founded one.
package enum Exclusion: String, CaseIterable, Sendable {
    case unfounded, troll, spam
    case offTopic = "off-topic"

    /// The exclusion that a dismissal means; nil for a duplicate, whose complaint is as founded as its twin's.
    package init?(_ ground: DismissalGround) {
        switch ground {
        case .troll: self = .troll
        case .spam: self = .spam
        case .offTopic: self = .offTopic
        case .duplicate: return nil
        }
    }
}
