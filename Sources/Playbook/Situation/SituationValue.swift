/// The values of one input. Raw values count from 0; `words` has one word for each, in that order.
package protocol SituationValue: CaseIterable, Hashable, RawRepresentable, Sendable where RawValue == UInt8 {
    static var words: [Word] { get }
}

extension SituationValue {
    /// As playbooks write it.
    package var name: String { Self.words[Int(rawValue)].name }
}

/// The answer to a question that has no other answers.
package enum YesNo: UInt8, SituationValue {
    case no, yes

    package init(_ isSo: Bool) { self = isSo ? .yes : .no }

    package static let words = [Word("no", en: "no", es: "no"), Word("yes", en: "yes", es: "sí")]
}
