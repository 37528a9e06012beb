import CaseModel

/// Puts the evidence of one person and one instant into the order of messages (DOMAIN.md, section 8, rule 4).
package enum EvidenceOrder {
    /// What counts last where nothing says which came last.
    package enum End: Hashable, Sendable {
        /// The gravest: doubt counts against the house. Every figure is reckoned so.
        case gravestLast
        /// The least grave: what the figure would be at the other end.
        case gravestFirst
    }

    /// The places of the evidence in its order. O(n log n).
    ///
    /// Equally grave complaints are told apart by what figures ask of them, so that which of them is the index complaint
    /// depends neither on arrival nor on a key of the store.
    ///
    /// - Parameter facets: where a complaint belongs, as far as that is asked.
    package static func places(
        _ evidence: [ConversionEvidence], facets: (Int) -> Facets? = { _ in nil }, _ end: End = .gravestLast
    ) -> [Int] {
        if evidence.count < 2 { return Array(evidence.indices) }
        let byPosition: [Position: Int] = Dictionary(
            evidence.indices.map { (evidence[$0].position, $0) }, uniquingKeysWith: { first, _ in first })
        let weights: [Weight] = evidence.indices.map { Weight(evidence[$0], facets($0), end) }
        let ranks: [Int32] = InstantOrder.ranks(
            of: evidence.count, isOurs: { _ in false },
            answers: { place in evidence[place].follows.flatMap { byPosition[$0] } },
            sequence: { evidence[$0].sequence }, isLighter: { weights[$0] < weights[$1] })
        return evidence.indices.sorted {
            (ranks[$0], evidence[$0].position) < (ranks[$1], evidence[$1].position)
        }
    }

    private struct Weight: Comparable {
        let gravity: Int
        /// A complaint comes before an equally grave answer to a survey, so that what is known of its person counts.
        let isNoComplaint: Int
        let traits: [String]

        init(_ evidence: ConversionEvidence, _ facets: Facets?, _ end: End) {
            let stance: Stance = end == .gravestLast ? evidence.stance : evidence.stanceAtOtherEnd ?? evidence.stance
            gravity = end == .gravestLast ? stance.gravity : -stance.gravity
            guard case .complaint(let complaint) = evidence.kind else {
                (isNoComplaint, traits) = (1, [])
                return
            }
            isNoComplaint = 0
            traits = [
                complaint.exclusion?.rawValue ?? "", complaint.answeredAt.map { "\($0.microseconds)" } ?? "",
                complaint.resolvedAt.map { "\($0.microseconds)" } ?? "", facets?.channel.name ?? "",
                facets?.brand?.name ?? "", "\(facets?.targets.rawValue ?? 0)", facets?.topic?.name ?? "",
            ]
        }

        static func < (a: Weight, b: Weight) -> Bool {
            if a.gravity != b.gravity { return a.gravity < b.gravity }
            if a.isNoComplaint != b.isNoComplaint { return a.isNoComplaint < b.isNoComplaint }
            return a.traits.lexicographicallyPrecedes(b.traits) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        }
    }
}

extension Stance {
    fileprivate var gravity: Int {
        switch self {
        case .detractor: 2
        case .passive: 1
        case .promoter, .unknown: 0
        }
    }
}
