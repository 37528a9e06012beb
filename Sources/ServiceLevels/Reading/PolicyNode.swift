internal import CaseModel
internal import Yams

/// A place in a policy's YAML: read key by key, with errors that name the line and the whole path of the key.
struct PolicyNode {
    private let node: Node
    private let kind: String
    private let path: String

    /// Reads a whole document, which must be keys and values.
    init(yaml: String, kind: String, limit: Int) throws(PolicyError) {
        guard yaml.utf8.count <= limit else {
            throw PolicyError(kind: kind, line: nil, key: "", problem: .tooLong(limit: limit))
        }
        let root: Node?
        do { root = try Yams.compose(yaml: yaml) } catch {
            let (line, problem) = explain(error)
            throw PolicyError(kind: kind, line: line, key: "", problem: .notYAML(problem))
        }
        guard let root, root.mapping != nil else {
            let shape = PolicyError.Problem.wrongShape(expected: "keys and values, name and version among them")
            throw PolicyError(kind: kind, line: root?.mark?.line, key: "", problem: shape)
        }
        self.init(node: root, kind: kind, path: "")
    }

    private init(node: Node, kind: String, path: String) {
        self.node = node
        self.kind = kind
        self.path = path
    }

    /// The error that something is wrong here, or with a key here.
    func error(_ problem: PolicyError.Problem, key: String? = nil) -> PolicyError {
        let mark = key.flatMap { node.mapping?[$0]?.mark } ?? node.mark
        return PolicyError(kind: kind, line: mark?.line, key: fullKey(key), problem: problem)
    }

    /// Refuses any key but these, and any shape but keys and values.
    func allow(_ allowed: [String]) throws(PolicyError) {
        guard let mapping = node.mapping else { throw error(.wrongShape(expected: "keys and values")) }
        for (key, _) in mapping {
            let name = key.scalar?.string ?? ""
            if allowed.contains(name) { continue }
            throw PolicyError(
                kind: kind, line: key.mark?.line, key: fullKey(name),
                problem: .unknownKey(allowed: allowed, nearest: nearestName(to: name, in: allowed)))
        }
    }

    var isMapping: Bool { node.mapping != nil }

    /// What stands under a key; nil where nothing does.
    func child(_ key: String) -> PolicyNode? {
        guard let value = node.mapping?[key] else { return nil }
        let child = PolicyNode(node: value, kind: kind, path: fullKey(key))
        return child.isNull ? nil : child
    }

    /// What has to stand under a key.
    func required(_ key: String) throws(PolicyError) -> PolicyNode {
        guard let child = child(key) else { throw error(.missingKey, key: key) }
        return child
    }

    /// The keys of this place in the order of the text, with what stands under them.
    func members() throws(PolicyError) -> [(key: String, value: PolicyNode)] {
        guard let mapping = node.mapping else { throw error(.wrongShape(expected: "keys and values")) }
        return mapping.map { key, value in
            let name = key.scalar?.string ?? ""
            return (name, PolicyNode(node: value, kind: kind, path: fullKey(name)))
        }
    }

    /// The entries of a list; a value that is no list is a list of one.
    func entries(atMost limit: Int) throws(PolicyError) -> [PolicyNode] {
        guard let sequence = node.sequence else { return isNull ? [] : [self] }
        guard sequence.count <= limit else { throw error(.tooMany(limit: limit)) }
        return sequence.enumerated().map { index, value in
            PolicyNode(node: value, kind: kind, path: fullKey("\(index + 1)"))
        }
    }

    /// The text of a single value, at least one and at most so many bytes.
    func text(atMost limit: Int = 100) throws(PolicyError) -> String {
        guard let scalar = node.scalar, !isNull, 1...limit ~= scalar.string.utf8.count else {
            throw error(.wrongShape(expected: "one value of 1 to \(limit) bytes"))
        }
        return scalar.string
    }

    /// A value of a closed list.
    func choice<Value: RawRepresentable & CaseIterable>() throws(PolicyError) -> Value
    where Value.RawValue == String {
        let text = try text()
        guard let value = Value(rawValue: text) else {
            let allowed = Value.allCases.map(\.rawValue)
            throw error(.notAllowed(allowed: allowed, nearest: nearestName(to: text, in: allowed)))
        }
        return value
    }

    /// A value that a reader accepts.
    func read<Value>(_ expected: String, _ reader: (String) -> Value?) throws(PolicyError) -> Value {
        guard let value = reader(try text()) else { throw error(.wrongShape(expected: expected)) }
        return value
    }

    /// A name of the house: lower-case letters, digits and hyphens, so that it can be typed and never is a person's.
    func name() throws(PolicyError) -> String {
        try read("lower-case letters, digits and hyphens, at most 64") { text in
            let isName = text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
            return isName && text.utf8.count <= 64 ? text : nil
        }
    }

    /// A version as the house says it: letters, digits, dots and hyphens.
    func version() throws(PolicyError) -> String {
        try read("letters, digits, dots and hyphens, at most 64") { text in
            let isVersion = text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
            return isVersion && text.utf8.count <= 64 ? text : nil
        }
    }

    private var isNull: Bool {
        node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }

    private func fullKey(_ key: String?) -> String {
        [path, key ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    }
}

private func explain(_ error: any Error) -> (line: Int?, problem: String) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (mark.line, problem)
    case .reader(let problem, _, _, _): (nil, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
        (context.mark.line, "the key \(duplicates.sorted().joined(separator: ", ")) stands twice")
    default: (nil, "it can't be parsed")
    }
}
