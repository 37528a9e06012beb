package import CaseModel

/// The unit of the conversion measure: a complaint that starts a horizon, with what came of it until the horizon's end.
package struct IndexComplaint: Hashable, Sendable {
    /// Who complained.
    package let person: PersonNumber
    /// The event that holds the complaint.
    package let position: Position
    /// The event that judged it to be one.
    package let judgedAt: Position?
    /// t0: when it was made.
    package let at: Timestamp
    /// t0 + H: the last moment that counts.
    package let end: Timestamp
    /// The complaint itself, with its case.
    package let complaint: Complaint
    /// The person's stance at the end: that of the latest evidence after the complaint, unknown where there is none.
    package private(set) var stanceAtEnd = Stance.unknown
    /// The event that holds the latest evidence, which decides the stance.
    package private(set) var decidedBy: Position?
    /// The event that made the latest evidence mean what it does.
    package private(set) var decisionJudgedAt: Position?
    /// When the latest evidence happened.
    package private(set) var lastEvidenceAt: Timestamp?
    /// When the person first was a promoter after the complaint.
    package private(set) var firstPromotionAt: Timestamp?

    init(_ evidence: ConversionEvidence, _ complaint: Complaint, end: Timestamp) {
        person = evidence.person
        position = evidence.position
        judgedAt = evidence.judgedAt
        at = evidence.at
        self.end = end
        self.complaint = complaint
    }

    /// Takes in what the person did next, within the horizon.
    mutating func observe(_ evidence: ConversionEvidence) {
        stanceAtEnd = evidence.stance
        decidedBy = evidence.position
        decisionJudgedAt = evidence.judgedAt
        lastEvidenceAt = evidence.at
        if firstPromotionAt == nil, stanceAtEnd == .promoter { firstPromotionAt = evidence.at }
    }

    /// Whether the person was a promoter within the horizon and is a detractor at its end.
    package var isRelapsed: Bool { firstPromotionAt != nil && stanceAtEnd == .detractor }

    /// Whether we answered within the horizon.
    package var isAnswered: Bool { complaint.answeredAt.map { $0 >= at && $0 <= end } ?? false }

    /// Whether the case was resolved within the horizon.
    package var isResolved: Bool { complaint.resolvedAt.map { $0 >= at && $0 <= end } ?? false }

    /// Whether anything shows within the horizon where the person stood after the resolution.
    package var isHeardAfterResolution: Bool {
        guard isResolved, let resolved = complaint.resolvedAt, let last = lastEvidenceAt else { return false }
        return last > resolved
    }
}
