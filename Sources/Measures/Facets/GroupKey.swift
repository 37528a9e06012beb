/// The name of a group.
package enum GroupKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// A calendar month, counted from January of the year 0.
    case month(Int)
    /// A channel, a brand, a target or a topic.
    case name(String)
    /// Without a value for the facet; sorts last.
    case none

    /// For people: `twitter`, `both`, `2017-10`, `(none)`.
    package var description: String { text ?? "(none)" }

    /// For programs; nil for `none`.
    package var text: String? {
        switch self {
        case .none: return nil
        case .name(let name): return name
        case .month(let months):
            let month = (months % 12 + 12) % 12
            let year = (months - month) / 12
            let digits = String(year.magnitude)
            let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
            return "\(year < 0 ? "-" : "")\(padding)\(digits)-\(month < 9 ? "0" : "")\(month + 1)"
        }
    }
}
