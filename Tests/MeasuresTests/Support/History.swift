import CaseModel
import Measures

/// Histories of persons in a notation of one line a thing, for tests of the conversion.
struct History {
    /// One day, in microseconds.
    static let day: Int64 = 86_400_000_000

    /// What shows something of a person, and where it belongs.
    struct Item {
        var evidence: ConversionEvidence
        var facets: Facets
    }

    var items: [Item] = []

    /// Adds what shows something of a person so many days after the beginning; positions count from 1.
    mutating func add(_ person: Int64, _ day: Double, _ kind: ConversionEvidence.Kind, in facets: Facets = .twitter) {
        let evidence = ConversionEvidence(
            person: PersonNumber(person), at: Self.at(day), kind: kind, position: Position(Int64(items.count + 1)))
        items.append(Item(evidence: evidence, facets: facets))
    }

    static func at(_ day: Double) -> Timestamp { Timestamp(microseconds: Int64(day * Double(Self.day))) }

    /// Computes it, by default within 30 days and with data for ever.
    func conversion(
        days: Int64 = 30, washout: Int64 = 30, end: Double = 100_000, window: Window = Window(),
        by grouping: Grouping? = nil, onIndex: ((IndexComplaint) -> Void)? = nil
    ) -> Conversion {
        let question = ConversionQuestion(
            horizonDays: days, washoutDays: washout, endOfData: Self.at(end), window: window, grouping: grouping)
        var fold = ConversionFold(question, onIndex: onIndex)
        for item in items { fold.add(item.evidence, facets: item.facets) }
        return fold.finish()
    }
}

extension ConversionEvidence.Kind {
    /// A founded complaint that nobody answered.
    static let complaint = complaint()

    /// A complaint, with what became of its case in days after the beginning.
    static func complaint(excluded: Exclusion? = nil, answered: Double? = nil, resolved: Double? = nil) -> Self {
        .complaint(
            Complaint(
                exclusion: excluded, answeredAt: answered.map(History.at), resolvedAt: resolved.map(History.at)))
    }
}

extension Facets {
    /// On twitter, about the product.
    static let twitter = Facets("twitter")

    /// Names for the facets.
    init(_ channel: String, brand: String? = nil, targets: TargetSet = .product, topic: String? = nil) {
        self.init(
            channel: Channel(channel), brand: brand.map { Brand($0) }, targets: targets,
            topic: topic.map { Topic($0) })
    }
}

extension ConversionTally {
    /// The counts in the order of the issue: detractors, converted, relapsed, unobserved.
    var counts: [Int] { [detractors, converted, relapsed, unobserved] }
}
