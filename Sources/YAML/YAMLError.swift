internal import Basics

/// What is wrong with a YAML document, and where.
///
/// Its sentence names keys, lines and what is allowed; of the document's own values it shows only those that a reader puts
/// into the problem.
public struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, as a sentence that begins after the place.
    public struct Problem: Hashable, Sendable {
        fileprivate let sentence: String

        /// Whatever a reader found that is not among the problems below.
        package init(_ sentence: String) { self.sentence = sentence }
    }

    /// How places in a list are named.
    package enum Places: Hashable, Sendable {
        /// By their number: `key targets.resolution.2.within`.
        case numbered
        /// By the `id` of the entry: `tables T1, rules T1.2, when.polarity`.
        case named
    }

    /// What people call the document: `mapping forum`, `calendar`, `playbook own.yaml`.
    public let document: String
    /// The line, from 1, where it is known.
    public let line: Int?
    /// The path of the key; empty for the document as a whole.
    public let key: String
    /// What is wrong.
    public let problem: Problem
    private let places: Places

    package init(document: String, line: Int?, key: String, problem: Problem, places: Places = .numbered) {
        self.document = document
        self.line = line
        self.key = key
        self.problem = problem
        self.places = places
    }

    /// One sentence: which document, which line and key, what is wrong, what is allowed.
    public var description: String {
        let path = key.isEmpty ? nil : places == .numbered ? "key \(key)" : key
        let place = [line.map { "line \($0)" }, path].compactMap { $0 }
        return document + place.map { ", \($0)" }.joined() + ": " + problem.sentence
    }
}

extension YAMLError.Problem {
    /// It is no YAML; what the parser says.
    static func notYAML(_ what: String) -> Self { Self("not YAML: \(what)") }

    /// It has anchors or aliases, which can make a small file endless.
    static let anchor = Self("anchors and aliases (&name, *name) are not read here; write it out")

    static func tooLong(limit: Int) -> Self { Self("longer than \(limit) bytes") }

    /// It has more than so many of something.
    package static func tooMany(_ what: String, limit: Int) -> Self { Self("more than \(limit) \(what)") }

    /// The key is none that stands here.
    package static func unknownKey(_ key: String, allowed: [String]) -> Self {
        Self("unknown key" + nearest(key, allowed))
    }

    /// The key has to be here.
    package static let missingKey = Self("the key is missing")

    /// The value has another shape.
    package static func wrongShape(expected: String) -> Self { Self("the value must be \(expected)") }

    /// The value is none of those allowed.
    ///
    /// - Parameter shown: what the sentence calls it.
    package static func notAllowed(_ value: String, allowed: [String], shown: String = "the value") -> Self {
        Self("\(shown) is not allowed" + nearest(value, allowed))
    }

    private static func nearest(_ name: String, _ allowed: [String]) -> String {
        let nearest = nearestName(to: name, in: allowed).map { ", perhaps \($0)" } ?? ""
        return nearest + "; allowed: \(allowed.joined(separator: ", "))"
    }
}
