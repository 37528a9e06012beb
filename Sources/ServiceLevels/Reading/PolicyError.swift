/// What is wrong with the text of a calendar or a service level, and where. Its sentence names keys, lines and what is
/// allowed, and shows of the text only the house's own keys.
package struct PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// It is no YAML; what the parser says.
        case notYAML(String)
        /// It is longer than so many bytes.
        case tooLong(limit: Int)
        /// A list has more than so many entries.
        case tooMany(limit: Int)
        /// The key is none that stands here.
        case unknownKey(allowed: [String], nearest: String?)
        /// The key has to be here.
        case missingKey
        /// The value has another shape.
        case wrongShape(expected: String)
        /// The value is none of those allowed.
        case notAllowed(allowed: [String], nearest: String?)
        /// Two values can't stand together; how.
        case conflict(String)
        /// The iCalendar inside is wrong.
        case iCalendar(ICalendarError)
    }

    /// The policy's kind, as in `calendar`.
    package let kind: String
    /// The line of the YAML, from 1, where it is known.
    package let line: Int?
    /// The key, with dots between levels and places in a list from 1: `targets.resolution.2.within`.
    package let key: String
    package let problem: Problem

    /// One sentence: what, which line and key, what is wrong, what is allowed.
    package var description: String {
        let place = [line.map { "line \($0)" }, key.isEmpty ? nil : "key \(key)"].compactMap { $0 }
        return kind + place.map { ", \($0)" }.joined() + ": " + sentence
    }

    private var sentence: String {
        switch problem {
        case .notYAML(let problem): "not YAML: \(problem)"
        case .tooLong(let limit): "longer than \(limit) bytes"
        case .tooMany(let limit): "more than \(limit) entries"
        case .unknownKey(let allowed, let nearest):
            "unknown key" + (nearest.map { ", perhaps \($0)" } ?? "") + "; allowed: \(allowed.joined(separator: ", "))"
        case .missingKey: "the key is missing"
        case .wrongShape(let expected): "the value must be \(expected)"
        case .notAllowed(let allowed, let nearest):
            "the value is not allowed" + (nearest.map { ", perhaps \($0)" } ?? "")
                + "; allowed: \(allowed.joined(separator: ", "))"
        case .conflict(let how): how
        case .iCalendar(let error): error.description
        }
    }
}
