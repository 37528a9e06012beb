package import CaseModel

/// How a figure is grouped.
package struct Grouping: Sendable {
    package var facet: Facet
    /// The UTC offset by which months are cut, at a moment.
    package var secondsAheadOfUTC: @Sendable (Timestamp) -> Int

    /// Months are cut in UTC by default.
    package init(by facet: Facet, secondsAheadOfUTC: @escaping @Sendable (Timestamp) -> Int = { _ in 0 }) {
        self.facet = facet
        self.secondsAheadOfUTC = secondsAheadOfUTC
    }

    /// The group of a subject that began at a moment. O(1).
    package func key(of facets: Facets, at moment: Timestamp) -> GroupKey {
        switch facet {
        case .channel: return .name(facets.channel.name)
        case .brand: return facets.brand.map { .name($0.name) } ?? .none
        case .topic: return facets.topic.map { .name($0.name) } ?? .none
        case .target:
            return facets.targets.isEmpty ? .none : .name(facets.targets.name)
        case .month:
            let ahead = Int64(secondsAheadOfUTC(moment)) * 1_000_000
            let civil = CivilTime(moment.later(by: ahead))
            return .month(civil.year * 12 + civil.month - 1)
        }
    }
}
