package import CaseModel

/// Puts subjects into the parts of a figure.
package struct Grouping: Sendable {
    /// What they are told apart by.
    package var facet: Facet
    /// By how many seconds the clocks that cut the months are ahead of UTC at a moment.
    package var secondsAheadOfUTC: @Sendable (Timestamp) -> Int

    /// Groups by a facet; months are cut in UTC unless another clock is given.
    package init(by facet: Facet, secondsAheadOfUTC: @escaping @Sendable (Timestamp) -> Int = { _ in 0 }) {
        self.facet = facet
        self.secondsAheadOfUTC = secondsAheadOfUTC
    }

    /// The part to which a subject belongs that began at a moment. O(1).
    package func key(of facets: Facets, at moment: Timestamp) -> GroupKey {
        switch facet {
        case .channel: return .name(facets.channel.name)
        case .brand: return facets.brand.map { .name($0.name) } ?? .none
        case .topic: return facets.topic.map { .name($0.name) } ?? .none
        case .target:
            switch facets.targets {
            case [.product, .brand]: return .name("both")
            case .product: return .name("product")
            case .brand: return .name("brand")
            default: return .none
            }
        case .month:
            let ahead = Int64(secondsAheadOfUTC(moment)) * 1_000_000
            let civil = CivilTime(moment.later(by: ahead))
            return .month(civil.year * 12 + civil.month - 1)
        }
    }
}
