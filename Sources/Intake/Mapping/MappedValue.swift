internal import CaseModel

/// A value of ours that a source's words can be translated to.
protocol MappedValue: Hashable, Sendable {
    /// The value that our own vocabulary calls so.
    init?(mappedName: String)
    /// What our own vocabulary calls it.
    var mappedName: String { get }
    /// The names there are, for messages to people; empty where any will do.
    static var mappedNames: [String] { get }
    /// The value that a source's own word stands for where no table translates it.
    static func untranslated(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Self
}

extension MappedValue where Self: RawRepresentable & CaseIterable, RawValue == String {
    init?(mappedName: String) { self.init(rawValue: mappedName) }
    var mappedName: String { rawValue }
    static var mappedNames: [String] { allCases.map(\.rawValue) }

    static func untranslated(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> Self {
        guard let value = allCases.first(where: { equalsIgnoringCase(bytes, $0.rawValue.utf8) }) else {
            throw .unknownValue(allowed: mappedNames)
        }
        return value
    }
}

extension Direction: MappedValue {}
extension Visibility: MappedValue {}
extension MentionKind: MappedValue {}
extension Polarity: MappedValue {}
extension Severity: MappedValue {}
extension ClassificationMethod: MappedValue {}

extension TargetSet: MappedValue {
    init?(mappedName: String) {
        switch mappedName {
        case "product": self = .product
        case "brand": self = .brand
        case "both": self = [.product, .brand]
        default: return nil
        }
    }

    var mappedName: String { self == [.product, .brand] ? "both" : self == .brand ? "brand" : "product" }
    static var mappedNames: [String] { ["product", "brand", "both"] }

    static func untranslated(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> TargetSet {
        for name in mappedNames where equalsIgnoringCase(bytes, name.utf8) {
            if let value = TargetSet(mappedName: name) { return value }
        }
        throw .unknownValue(allowed: mappedNames)
    }
}

extension String: MappedValue {
    init?(mappedName: String) { self = mappedName }
    var mappedName: String { self }
    static var mappedNames: [String] { [] }

    static func untranslated(_ bytes: UnsafeRawBufferPointer) throws(RejectionReason) -> String {
        try text(ofName: bytes, limit: maximumNameBytes)
    }
}

private func equalsIgnoringCase(_ bytes: UnsafeRawBufferPointer, _ name: String.UTF8View) -> Bool {
    bytes.count == name.count && bytes.elementsEqual(name) { lowercased($0) == lowercased($1) }
}
