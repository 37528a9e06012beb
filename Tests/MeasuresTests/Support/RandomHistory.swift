import Basics
import CaseModel
import Measures

/// Many persons with a random history each, times on a coarse grid so that ties and the ends of horizons are met.
struct RandomHistory {
    /// The evidence of each person, in order.
    var persons: [[History.Item]]
    /// The days without a second index complaint: as long as the horizon of 15 days for one half of the seeds.
    let washout: Int64

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        washout = seed.isMultiple(of: 2) ? 15 : 40
        persons = []
        for person in 1...Int64.random(in: 1...60, using: &random) {
            let days = (0..<Int.random(in: 0...8, using: &random)).map { _ in Int.random(in: 0...90, using: &random) }
            var history = History()
            for day in days.sorted() {
                let kind = Self.kind(on: day, using: &random)
                history.add(person, Double(day), kind, in: Self.facets(using: &random))
            }
            persons.append(history.items)
        }
    }

    private static func kind(on day: Int, using random: inout SplitMix64) -> ConversionEvidence.Kind {
        switch Int.random(in: 0...9, using: &random) {
        case 0...4:
            let handled = Double(day + Int.random(in: -1...40, using: &random))
            return .complaint(
                excluded: ([nil, nil, nil] + Exclusion.allCases.map { $0 }).randomElement(using: &random) ?? nil,
                answered: Bool.random(using: &random) ? handled : nil,
                resolved: Bool.random(using: &random) ? handled + 1 : nil)
        case 5: return .detractor
        case 6, 7: return .passive
        default: return .promoter
        }
    }

    private static func facets(using random: inout SplitMix64) -> Facets {
        Facets(
            ["twitter", "email", "web"].randomElement(using: &random) ?? "",
            brand: [nil, "A", "B"].randomElement(using: &random) ?? nil,
            targets: TargetSet(rawValue: .random(in: 0...3, using: &random)),
            topic: [nil, "price", "delay"].randomElement(using: &random) ?? nil)
    }

    func conversion(end: Double = 80, window: Window = Window(), by facet: Facet? = nil) -> Conversion {
        var history = History()
        history.items = persons.flatMap { $0 }
        return history.conversion(
            days: 15, washout: washout, end: end, window: window, by: facet.map { Grouping(by: $0) })
    }
}
