import CaseModel

/// Orders simultaneous evidence of one person (DOMAIN, section 8, rule 4).
package enum EvidenceOrder {
    /// How ties that nothing decides are decided.
    package enum End: Hashable, Sendable {
        /// Against us. All printed figures use it.
        case gravestLast
        /// In our favour: shows how much the figure depends on ties.
        case gravestFirst
    }

    /// The indices of the evidence in order. O(n log n).
    ///
    /// Equally grave complaints are ordered by the properties that figures use, so that the choice of the index
    /// complaint depends neither on arrival nor on keys of the store.
    ///
    /// - Parameter facets: the facets of a complaint, if known.
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
        /// A complaint precedes an equally grave survey answer, so that the person's exclusions count.
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
