package import CaseModel

/// The unit of the conversion measure: a complaint that starts a horizon, with its outcome.
package struct IndexComplaint: Hashable, Sendable {
    package let person: PersonNumber
    /// The event that contains the complaint.
    package let position: Position
    /// The event that classified it.
    package let judgedAt: Position?
    /// t0: when it was made.
    package let at: Timestamp
    /// t0 + H, inclusive.
    package let end: Timestamp
    package let complaint: Complaint
    /// The outcome with ties decided against us.
    private var outcome = Outcome()
    /// The outcome with ties decided the other way.
    private var otherEnd = Outcome()

    /// The outcome within the horizon.
    struct Outcome: Hashable {
        /// By the latest evidence; unknown without any.
        var stance = Stance.unknown
        var decidedBy: Position?
        var lastEvidenceAt: Timestamp?
        var firstPromotionAt: Timestamp?

        /// Whether the person was a promoter within the horizon and is a detractor at its end.
        var isRelapsed: Bool { firstPromotionAt != nil && stance == .detractor }

        mutating func observe(_ evidence: ConversionEvidence, _ shown: Stance) {
            stance = shown
            decidedBy = evidence.position
            lastEvidenceAt = evidence.at
            if firstPromotionAt == nil, shown == .promoter { firstPromotionAt = evidence.at }
        }
    }

    init(_ evidence: ConversionEvidence, _ complaint: Complaint, end: Timestamp) {
        person = evidence.person
        position = evidence.position
        judgedAt = evidence.judgedAt
        at = evidence.at
        self.end = end
        self.complaint = complaint
    }

    /// Adds later evidence within the horizon.
    mutating func observe(_ evidence: ConversionEvidence, _ end: EvidenceOrder.End) {
        switch end {
        case .gravestLast: outcome.observe(evidence, evidence.stance)
        case .gravestFirst: otherEnd.observe(evidence, evidence.stanceAtOtherEnd ?? evidence.stance)
        }
    }

    func outcome(_ end: EvidenceOrder.End) -> Outcome { end == .gravestLast ? outcome : otherEnd }

    /// By the latest evidence after the complaint; unknown without any.
    package var stanceAtEnd: Stance { outcome.stance }
    /// The event that contains the latest evidence.
    package var decidedBy: Position? { outcome.decidedBy }
    /// When the latest evidence occurred.
    package var lastEvidenceAt: Timestamp? { outcome.lastEvidenceAt }
    /// When the person was first a promoter after the complaint.
    package var firstPromotionAt: Timestamp? { outcome.firstPromotionAt }
    /// Whether the person was a promoter within the horizon and is a detractor at its end.
    package var isRelapsed: Bool { outcome.isRelapsed }

    /// Whether a count depends on a tie in time.
    package var restsOnTie: Bool {
        outcome.stance != otherEnd.stance || (outcome.firstPromotionAt == nil) != (otherEnd.firstPromotionAt == nil)
    }

    /// The stance if the tie were decided the other way.
    package var stanceAtOtherEnd: Stance { otherEnd.stance }

    /// Whether we replied within the horizon.
    package var isAnswered: Bool { complaint.answeredAt.map { $0 >= at && $0 <= end } ?? false }

    /// Whether the case was resolved within the horizon.
    package var isResolved: Bool { complaint.resolvedAt.map { $0 >= at && $0 <= end } ?? false }

    /// Whether there is evidence after the resolution, within the horizon.
    package var isHeardAfterResolution: Bool {
        guard isResolved, let resolved = complaint.resolvedAt, let last = lastEvidenceAt else { return false }
        return last > resolved
    }
}
