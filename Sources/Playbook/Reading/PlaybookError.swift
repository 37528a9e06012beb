/// What is wrong with the text of a playbook, and where. Holds words of the playbook's author only.
package struct PlaybookError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    package enum Problem: Hashable, Sendable {
        /// It is no YAML; what the parser says.
        case notYAML(String)
        /// It has anchors or aliases, which can make a small file endless.
        case anchor
        /// It is longer than so many bytes, or has more than so many of something.
        case tooMany(String, limit: Int)
        /// The key is none that stands here.
        case unknownKey(allowed: [String], nearest: String?)
        /// The key has to be here.
        case missingKey
        /// The value has another shape.
        case wrongShape(expected: String)
        /// The value is none of those allowed.
        case notAllowed(String, allowed: [String], nearest: String?)
        /// The playbook's inputs don't have it.
        case undeclared(String)
        /// It lists not all values that the input can take.
        case incomplete(missing: [String])
        /// The name stands twice.
        case twice(String)
        /// The action doesn't go with it.
        case notWith(action: String)
        /// Something is wrong that the sentence says.
        case rule(String)
    }

    /// What people call the playbook: its name or file.
    package let playbook: String
    /// The line of the YAML, from 1, where it is known.
    package let line: Int?
    /// Where in the playbook, as in `tables T1, rules T1.2, when.polarity`; empty for the playbook as a whole.
    package let key: String
    package let problem: Problem

    /// One sentence: which playbook, which line and key, what is wrong, what is allowed.
    package var description: String {
        let place = [line.map { "line \($0)" }, key.isEmpty ? nil : key].compactMap { $0 }
        return "playbook \(playbook)" + place.map { ", \($0)" }.joined() + ": " + sentence
    }

    private var sentence: String {
        switch problem {
        case .notYAML(let problem): "not YAML: \(problem)"
        case .anchor: "anchors and aliases (&name, *name) are not read here; write it out"
        case .tooMany(let what, let limit): "more than \(limit) \(what)"
        case .unknownKey(let allowed, let nearest):
            "unknown key" + perhaps(nearest) + "; allowed: \(allowed.joined(separator: ", "))"
        case .missingKey: "the key is missing"
        case .wrongShape(let expected): "the value must be \(expected)"
        case .notAllowed(let value, let allowed, let nearest):
            "\(value) is not allowed" + perhaps(nearest) + "; allowed: \(allowed.joined(separator: ", "))"
        case .undeclared(let input): "\(input) is not among the table's inputs; name it there first"
        case .incomplete(let missing): "the input can also be \(missing.joined(separator: ", ")); list all its values"
        case .twice(let name): "\(name) stands twice"
        case .notWith(let action): "this doesn't go with the action \(action); leave it out"
        case .rule(let sentence): sentence
        }
    }

    private func perhaps(_ nearest: String?) -> String { nearest.map { ", perhaps \($0)" } ?? "" }
}
