/// The values of an input. Raw values count from 0; `words` has a word for each, in that order.
package protocol SituationValue: CaseIterable, Hashable, RawRepresentable, Sendable where RawValue == UInt8 {
    static var words: [Word] { get }
}

extension SituationValue {
    /// In YAML.
    package var name: String { Self.words[Int(rawValue)].name }
}

package enum YesNo: UInt8, SituationValue {
    case no, yes

    package init(_ isSo: Bool) { self = isSo ? .yes : .no }

    package static let words = [Word("no", en: "no", es: "no"), Word("yes", en: "yes", es: "sí")]
}
