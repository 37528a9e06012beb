/// The targets of a complaint: product, brand or both (S6).
public struct TargetSet: OptionSet, Hashable, Sendable {
    /// One bit a target: 1 product, 2 brand.
    public let rawValue: UInt8

    /// The set with these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The product or service.
    public static let product = TargetSet(rawValue: 1)
    /// The brand and how it behaves.
    public static let brand = TargetSet(rawValue: 2)

    /// The set that holds exactly these targets.
    public init(_ targets: some Sequence<Target>) {
        self = targets.reduce(into: []) { $0.insert($1 == .product ? .product : .brand) }
    }

    /// The members, product first.
    public var members: [Target] {
        (contains(.product) ? [.product] : []) + (contains(.brand) ? [.brand] : [])
    }
}

extension TargetSet {
    /// `product`, `brand`, `both` or empty, as in rows and reports.
    package var name: String {
        switch self {
        case [.product, .brand]: "both"
        case .product: "product"
        case .brand: "brand"
        default: ""
        }
    }

    /// The set with a name; empty for any other text.
    package init(named name: String) {
        switch name {
        case "both": self = [.product, .brand]
        case "product": self = .product
        case "brand": self = .brand
        default: self = []
        }
    }
}
