/// What is wrong with a mapping, and where.
public struct MappingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        /// It is no YAML; what the parser says.
        case notYAML(String)
        /// It is longer than so many bytes.
        case tooLong(limit: Int)
        /// The key is none that stands here.
        case unknownKey(allowed: [String], nearest: String?)
        /// The key has to be here.
        case missingKey
        /// The value has another shape.
        case wrongShape(expected: String)
        /// The value is none of those allowed.
        case notAllowed(allowed: [String])
        /// The time pattern is wrong; how.
        case badPattern(String)
        /// One word, capitals aside, is given two meanings.
        case twoMeanings
        /// It belongs to another format.
        case onlyFor(format: String)
        /// It names a column that `columns` doesn't.
        case unmappedColumn(String)
        /// It says the same as another key; one of the two has to go.
        case insteadOf(key: String)
    }

    /// The mapping's name.
    public let mapping: String
    /// The line of the YAML, from 1, where it is known.
    public let line: Int?
    /// The key, with dots between levels: `time.zone`; empty for the mapping as a whole.
    public let key: String
    /// What is wrong.
    public let problem: Problem

    /// One sentence: which mapping, which line and key, what is wrong, what is allowed.
    public var description: String {
        let place = [line.map { "line \($0)" }, key.isEmpty ? nil : "key \(key)"].compactMap { $0 }
        return "mapping \(mapping)" + place.map { ", \($0)" }.joined() + ": " + sentence
    }

    private var sentence: String {
        switch problem {
        case .notYAML(let problem): "not YAML: \(problem)"
        case .tooLong(let limit): "longer than \(limit) bytes"
        case .unknownKey(let allowed, let nearest):
            "unknown key" + (nearest.map { ", perhaps \($0)" } ?? "") + "; allowed: \(allowed.joined(separator: ", "))"
        case .missingKey: "the key is missing"
        case .wrongShape(let expected): "the value must be \(expected)"
        case .notAllowed(let allowed): "the value is not allowed; allowed: \(allowed.joined(separator: ", "))"
        case .badPattern(let flaw): "\(flaw)"
        case .twoMeanings: "one word, capitals aside, is given two meanings"
        case .onlyFor(let format): "only for the format \(format)"
        case .insteadOf(let key): "it stands instead of \(key); give one of the two"
        case .unmappedColumn(let column): "\(column) is no column of this mapping; name one that stands under columns"
        }
    }
}
