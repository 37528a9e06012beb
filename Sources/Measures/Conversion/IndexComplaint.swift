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
    /// What came of it, where doubt about the order of one instant counts against the house.
    private var outcome = Outcome()
    /// What came of it at the other end of such doubt.
    private var otherEnd = Outcome()

    /// What became of the person within the horizon, as the evidence after the complaint shows.
    struct Outcome: Hashable {
        /// That of the latest evidence; unknown where there is none.
        var stance = Stance.unknown
        var decidedBy: Position?
        var judgedAt: Position?
        var lastEvidenceAt: Timestamp?
        var firstPromotionAt: Timestamp?

        /// Whether the person was a promoter within the horizon and is a detractor at its end.
        var isRelapsed: Bool { firstPromotionAt != nil && stance == .detractor }

        mutating func observe(_ evidence: ConversionEvidence, _ shown: Stance) {
            stance = shown
            decidedBy = evidence.position
            judgedAt = evidence.judgedAt
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

    /// Takes in what the person did next, within the horizon.
    mutating func observe(_ evidence: ConversionEvidence, _ end: EvidenceOrder.End) {
        switch end {
        case .gravestLast: outcome.observe(evidence, evidence.stance)
        case .gravestFirst: otherEnd.observe(evidence, evidence.stanceAtOtherEnd ?? evidence.stance)
        }
    }

    func outcome(_ end: EvidenceOrder.End) -> Outcome { end == .gravestLast ? outcome : otherEnd }

    /// The person's stance at the end: that of the latest evidence after the complaint, unknown where there is none.
    package var stanceAtEnd: Stance { outcome.stance }
    /// The event that holds the latest evidence, which decides the stance.
    package var decidedBy: Position? { outcome.decidedBy }
    /// The event that made the latest evidence mean what it does.
    package var decisionJudgedAt: Position? { outcome.judgedAt }
    /// When the latest evidence happened.
    package var lastEvidenceAt: Timestamp? { outcome.lastEvidenceAt }
    /// When the person first was a promoter after the complaint.
    package var firstPromotionAt: Timestamp? { outcome.firstPromotionAt }
    /// Whether the person was a promoter within the horizon and is a detractor at its end.
    package var isRelapsed: Bool { outcome.isRelapsed }

    /// Whether what is counted of it rests on a tie of time.
    package var restsOnTie: Bool {
        outcome.stance != otherEnd.stance || (outcome.firstPromotionAt == nil) != (otherEnd.firstPromotionAt == nil)
    }

    /// The stance at the other end of the tie that it rests on.
    package var stanceAtOtherEnd: Stance { otherEnd.stance }

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
